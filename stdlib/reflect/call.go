package reflect

import "internal/abi"

// methodOf describes a concrete type's method. Its Func can be called once Call exists.
func methodOf(t *rtype, m abi.Method, i int) Method {
	return Method{Name: m.Name, Type: toRType(m.Type), Index: i}
}

// Call calls a function value.
func (v Value) Call(in []Value) []Value {
	v.must(Func, "Call")
	panic("reflect: Value.Call is not supported yet")
}
