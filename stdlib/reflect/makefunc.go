package reflect

import (
	"internal/abi"
	"unsafe"
)

// Functions made at run time: a closure whose code, runtime.makefuncstub, stores the argument registers and calls the closure's second
// word, callReflect, which makes Values of them.

type makeFuncImpl struct {
	code   unsafe.Pointer
	serve  func(*makeFuncImpl, *regs)
	typ    *abi.FuncType
	fn     func([]Value) []Value
	recv   *unsafe.Pointer // of a method value: the interface word
	method unsafe.Pointer  // and its code
}

//go:linkname makefuncstub runtime.makefuncstub
func makefuncstub()

func stubCode() unsafe.Pointer {
	f := makefuncstub
	return **(**unsafe.Pointer)(unsafe.Pointer(&f))
}

// MakeFunc returns a function of type typ that calls fn.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	t := typ.common()
	return newFunc(&makeFuncImpl{typ: (*abi.FuncType)(unsafe.Pointer(t)), fn: fn})
}

func newFunc(m *makeFuncImpl) Value {
	m.code = stubCode()
	m.serve = callReflect
	return Value{&m.typ.Type, unsafe.Pointer(m), flag(Func)}
}

// callReflect serves a call of m with the registers r.
func callReflect(m *makeFuncImpl, r *regs) {
	l := layoutOf(m.typ, false)
	c := cursor{r: r, l: l}
	var area unsafe.Pointer
	if l.outMem {
		area = *(*unsafe.Pointer)(c.next(false))
	}
	var in []Value
	for i, t := range m.typ.In() {
		p := newobject(t)
		if l.inMem[i] {
			typedmemmove(t, p, *(*unsafe.Pointer)(c.next(false)))
		} else {
			var tmp [maxScalars]uint64
			for _, s := range l.in[i] {
				store(unsafe.Add(unsafe.Pointer(&tmp), s.off), s, *(*uint64)(c.next(s.float)))
			}
			typedmemmove(t, p, unsafe.Pointer(&tmp))
		}
		in = append(in, valueAt(t, p))
	}
	var out []Value
	if m.recv != nil {
		out = invoke(m.typ, m.method, nil, m.recv, in)
	} else {
		out = m.fn(in)
	}
	if len(out) != m.typ.NOut {
		panic("reflect: wrong return count from function created by MakeFunc")
	}
	ni, nf := 0, 0
	for i, t := range m.typ.Out() {
		if out[i].typ == nil {
			panic("reflect: function created by MakeFunc using closure returned zero Value")
		}
		if out[i].flag&flagRO != 0 {
			panic("reflect: function created by MakeFunc using closure returned value obtained from unexported field")
		}
		v := out[i].assignTo("reflect.MakeFunc", t)
		if l.outMem {
			typedmemmove(t, unsafe.Add(area, l.outOff[i]), v.addr())
			continue
		}
		for _, s := range l.out[i] {
			x := load(unsafe.Add(v.addr(), s.off), s)
			if s.float {
				r.rfloat[nf] = x
				nf++
			} else {
				r.rints[ni] = uintptr(x)
				ni++
			}
		}
	}
	if l.outMem {
		r.rints[0] = uintptr(area)
	}
}

// Method returns v's i-th method as a function value.
func (v Value) Method(i int) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if v.flag&flagRO != 0 {
		panic("reflect: Method on value obtained using unexported field")
	}
	if v.Kind() == Interface {
		return v.interfaceMethod(i)
	}
	methods := toRType(v.typ).exported()
	if i < 0 || i >= len(methods) {
		panic("reflect: Method index out of range")
	}
	return v.bind(methods[i].Type, methods[i].Ifn)
}

// bind makes a method value: code takes the word that an interface would hold.
func (v Value) bind(t *abi.Type, code unsafe.Pointer) Value {
	e := pack(v)
	word := (*abi.Eface)(unsafe.Pointer(&e)).Data
	return newFunc(&makeFuncImpl{typ: (*abi.FuncType)(unsafe.Pointer(t)), recv: &word, method: code})
}

func (v Value) interfaceMethod(i int) Value {
	list := (*abi.InterfaceType)(unsafe.Pointer(v.typ)).MethodList()
	if i < 0 || i >= len(list) {
		panic("reflect: Method index out of range")
	}
	in := v.Elem()
	if !in.IsValid() {
		panic("reflect: Method on nil interface value")
	}
	for _, m := range in.typ.Uncommon().MethodList() {
		if m.Name == list[i].Name && m.PkgPath == list[i].PkgPath {
			return in.bind(m.Type, m.Ifn)
		}
	}
	panic("reflect: method " + list[i].Name + " is not in " + in.typ.Str)
}

// MethodByName returns v's method of that name, or the zero Value.
func (v Value) MethodByName(name string) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	m, ok := toRType(v.typ).MethodByName(name)
	if !ok {
		return Value{}
	}
	return v.Method(m.Index)
}

// methodOf describes a concrete type's method; Func takes the receiver as its first argument.
func methodOf(t *rtype, m abi.Method, i int) Method {
	mt := (*abi.FuncType)(unsafe.Pointer(m.Type))
	in := []Type{t}
	for _, p := range mt.In() {
		in = append(in, toRType(p))
	}
	var out []Type
	for _, p := range mt.Out() {
		out = append(out, toRType(p))
	}
	ft := FuncOf(in, out, mt.Variadic)
	variadic := mt.Variadic
	f := MakeFunc(ft, func(args []Value) []Value {
		if variadic {
			return args[0].Method(i).CallSlice(args[1:])
		}
		return args[0].Method(i).Call(args[1:])
	})
	return Method{Name: m.Name, Type: ft, Func: f, Index: i}
}
