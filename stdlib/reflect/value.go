package reflect

import (
	"internal/abi"
	"unsafe"
)

// flag holds a Value's kind and how to reach what it stands for.
type flag uintptr

const (
	flagKind     flag = 1<<5 - 1
	flagStickyRO flag = 1 << 5 // came through an unexported field
	flagEmbedRO  flag = 1 << 6 // came through an unexported embedded field
	flagIndir    flag = 1 << 7 // ptr points to the value; else ptr is the value
	flagAddr     flag = 1 << 8 // addressable
	flagRO            = flagStickyRO | flagEmbedRO
)

// A Value stands for a Go value. The zero Value stands for none.
type Value struct {
	typ  *abi.Type
	ptr  unsafe.Pointer
	flag flag
}

// A ValueError is the panic of a method on a Value of the wrong kind.
type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == 0 {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

func (v Value) wrongKind(method string) { panic(&ValueError{"reflect.Value." + method, v.Kind()}) }

func (v Value) must(k Kind, method string) {
	if v.Kind() != k {
		v.wrongKind(method)
	}
}

// mustExported panics when v was reached through unexported fields.
func (v Value) mustExported(method string) {
	if v.flag == 0 {
		panic(&ValueError{"reflect.Value." + method, Invalid})
	}
	if v.flag&flagRO != 0 {
		panic("reflect: reflect.Value." + method + " using value obtained using unexported field")
	}
}

func (v Value) mustSettable(method string) {
	v.mustExported(method)
	if v.flag&flagAddr == 0 {
		panic("reflect: reflect.Value." + method + " using unaddressable value")
	}
}

func (f flag) ro() flag {
	if f&flagRO != 0 {
		return flagStickyRO
	}
	return 0
}

// word is the value of a pointer-shaped type.
func (v Value) word() unsafe.Pointer {
	if v.flag&flagIndir != 0 {
		return *(*unsafe.Pointer)(v.ptr)
	}
	return v.ptr
}

// addr is where the value lies; for values held in ptr itself that is v's own field.
func (v *Value) addr() unsafe.Pointer {
	if v.flag&flagIndir != 0 {
		return v.ptr
	}
	return unsafe.Pointer(&v.ptr)
}

// ValueOf returns a Value for what i holds; the zero Value for nil.
func ValueOf(i any) Value {
	if i == nil {
		return Value{}
	}
	return unpack(i)
}

func unpack(i any) Value {
	e := (*abi.Eface)(unsafe.Pointer(&i))
	if e.Type == nil {
		return Value{}
	}
	f := flag(e.Type.Kind)
	if !e.Type.Direct() {
		f |= flagIndir
	}
	return Value{e.Type, e.Data, f}
}

// pack makes an interface value of v; addressable values are copied.
func pack(v Value) any {
	var i any
	e := (*abi.Eface)(unsafe.Pointer(&i))
	switch {
	case v.typ.Direct():
		e.Data = v.word()
	case v.flag&flagAddr != 0:
		c := newobject(v.typ)
		typedmemmove(v.typ, c, v.ptr)
		e.Data = c
	default:
		e.Data = v.ptr
	}
	e.Type = v.typ
	return i
}

func (v Value) IsValid() bool    { return v.flag != 0 }
func (v Value) Kind() Kind       { return Kind(v.flag & flagKind) }
func (v Value) CanAddr() bool    { return v.flag&flagAddr != 0 }
func (v Value) CanSet() bool     { return v.flag&(flagAddr|flagRO) == flagAddr }
func (v Value) CanInt() bool     { return Int <= v.Kind() && v.Kind() <= Int64 }
func (v Value) CanUint() bool    { return Uint <= v.Kind() && v.Kind() <= Uintptr }
func (v Value) CanFloat() bool   { return v.Kind() == Float32 || v.Kind() == Float64 }
func (v Value) CanComplex() bool { return v.Kind() == Complex64 || v.Kind() == Complex128 }

func (v Value) CanInterface() bool {
	if v.flag == 0 {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return v.flag&flagRO == 0
}

func (v Value) Type() Type {
	if v.flag == 0 {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	return toRType(v.typ)
}

// Interface returns v's value as an interface value.
func (v Value) Interface() any {
	if v.flag == 0 {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	if v.flag&flagRO != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	return v.any()
}

// any is Interface without asking.
func (v Value) any() any {
	if v.Kind() == Interface {
		return v.inner()
	}
	return pack(v)
}

// inner reads an interface-typed value as an any.
func (v Value) inner() any {
	if (*abi.InterfaceType)(unsafe.Pointer(v.typ)).NMethods == 0 {
		return *(*any)(v.ptr)
	}
	i := *(*abi.Iface)(v.ptr)
	if i.Tab == nil {
		return nil
	}
	var out any
	*(*abi.Eface)(unsafe.Pointer(&out)) = abi.Eface{Type: i.Tab.Type, Data: i.Data}
	return out
}

func (v Value) Bool() bool {
	v.must(Bool, "Bool")
	return *(*bool)(v.ptr)
}

func (v Value) Int() int64 {
	switch v.Kind() {
	case Int, Int64:
		return *(*int64)(v.ptr)
	case Int8:
		return int64(*(*int8)(v.ptr))
	case Int16:
		return int64(*(*int16)(v.ptr))
	case Int32:
		return int64(*(*int32)(v.ptr))
	}
	v.wrongKind("Int")
	return 0
}

func (v Value) Uint() uint64 {
	switch v.Kind() {
	case Uint, Uint64, Uintptr:
		return *(*uint64)(v.ptr)
	case Uint8:
		return uint64(*(*uint8)(v.ptr))
	case Uint16:
		return uint64(*(*uint16)(v.ptr))
	case Uint32:
		return uint64(*(*uint32)(v.ptr))
	}
	v.wrongKind("Uint")
	return 0
}

func (v Value) Float() float64 {
	switch v.Kind() {
	case Float32:
		return float64(*(*float32)(v.ptr))
	case Float64:
		return *(*float64)(v.ptr)
	}
	v.wrongKind("Float")
	return 0
}

func (v Value) Complex() complex128 {
	switch v.Kind() {
	case Complex64:
		return complex128(*(*complex64)(v.ptr))
	case Complex128:
		return *(*complex128)(v.ptr)
	}
	v.wrongKind("Complex")
	return 0
}

// String returns a string's value, and for other kinds the type in angle brackets.
func (v Value) String() string {
	switch v.Kind() {
	case String:
		return *(*string)(v.ptr)
	case Invalid:
		return "<invalid Value>"
	}
	return "<" + v.typ.Str + " Value>"
}

func (v Value) Bytes() []byte {
	switch v.Kind() {
	case Slice:
		if v.typ.Elem().Kind != abi.Uint8 {
			panic("reflect.Value.Bytes of non-byte slice")
		}
		return *(*[]byte)(v.ptr)
	case Array:
		if v.typ.Elem().Kind != abi.Uint8 {
			panic("reflect.Value.Bytes of non-byte array")
		}
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		return unsafe.Slice((*byte)(v.ptr), v.Len())
	}
	v.wrongKind("Bytes")
	return nil
}

func (v Value) Pointer() uintptr {
	switch v.Kind() {
	case Pointer, Chan, Map, UnsafePointer, Func, Slice, String:
		return uintptr(v.UnsafePointer())
	}
	v.wrongKind("Pointer")
	return 0
}

func (v Value) UnsafePointer() unsafe.Pointer {
	switch v.Kind() {
	case Pointer, Chan, Map, UnsafePointer:
		return v.word()
	case Func:
		p := v.word()
		if p != nil {
			p = *(*unsafe.Pointer)(p) // the code
		}
		return p
	case Slice, String:
		return *(*unsafe.Pointer)(v.ptr)
	}
	v.wrongKind("UnsafePointer")
	return nil
}

func (v Value) Addr() Value {
	if v.flag&flagAddr == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	return Value{pointerTo(v.typ), v.ptr, flag(Pointer) | v.flag.ro()}
}

func (v Value) UnsafeAddr() uintptr {
	if v.flag&flagAddr == 0 {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return uintptr(v.ptr)
}

func (v Value) IsNil() bool {
	switch v.Kind() {
	case Chan, Func, Map, Pointer, UnsafePointer:
		return v.word() == nil
	case Interface, Slice:
		return *(*unsafe.Pointer)(v.ptr) == nil
	}
	v.wrongKind("IsNil")
	return false
}

// IsZero reports whether v is its type's zero value, to the bit for floats.
func (v Value) IsZero() bool {
	switch v.Kind() {
	case Invalid:
		v.wrongKind("IsZero")
	case Float32:
		return *(*uint32)(v.ptr) == 0
	case Float64, Complex64:
		return *(*uint64)(v.ptr) == 0
	case Complex128:
		return *(*[2]uint64)(v.ptr) == [2]uint64{}
	case Array:
		for i, n := 0, v.Len(); i < n; i++ {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		for i, n := 0, v.NumField(); i < n; i++ {
			if !v.Field(i).IsZero() && v.Type().Field(i).Name != "_" {
				return false
			}
		}
		return true
	case Chan, Func, Map, Pointer, UnsafePointer, Interface, Slice:
		return v.IsNil()
	case String:
		return v.Len() == 0
	case Bool:
		return !v.Bool()
	}
	if v.CanInt() {
		return v.Int() == 0
	}
	return v.Uint() == 0
}

// Elem returns what an interface holds or a pointer points to.
func (v Value) Elem() Value {
	switch v.Kind() {
	case Interface:
		x := unpack(v.inner())
		if x.flag != 0 {
			x.flag |= v.flag.ro()
		}
		return x
	case Pointer:
		p := v.word()
		if p == nil {
			return Value{}
		}
		elem := v.typ.Elem()
		return Value{elem, p, v.flag&flagRO | flagIndir | flagAddr | flag(elem.Kind)}
	}
	v.wrongKind("Elem")
	return Value{}
}

// Indirect follows a pointer; other values are returned as they are.
func Indirect(v Value) Value {
	if v.Kind() != Pointer {
		return v
	}
	return v.Elem()
}

func (v Value) NumField() int {
	v.must(Struct, "NumField")
	return (*abi.StructType)(unsafe.Pointer(v.typ)).NFields
}

func (v Value) Field(i int) Value {
	v.must(Struct, "Field")
	fields := (*abi.StructType)(unsafe.Pointer(v.typ)).FieldList()
	if uint(i) >= uint(len(fields)) {
		panic("reflect: Field index out of range")
	}
	f := &fields[i]
	fl := v.flag&(flagStickyRO|flagIndir|flagAddr) | flag(f.Type.Kind)
	if f.PkgPath != "" {
		if f.Embedded {
			fl |= flagEmbedRO
		} else {
			fl |= flagStickyRO
		}
	}
	p := v.ptr
	if v.flag&flagIndir != 0 {
		p = unsafe.Add(p, f.Offset)
	}
	return Value{f.Type, p, fl}
}

func (v Value) FieldByIndex(index []int) Value {
	if len(index) == 1 {
		return v.Field(index[0])
	}
	v.must(Struct, "FieldByIndex")
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && v.typ.Elem().Kind == abi.Struct {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v
}

func (v Value) FieldByIndexErr(index []int) (Value, error) {
	v.must(Struct, "FieldByIndexErr")
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && v.typ.Elem().Kind == abi.Struct {
			if v.IsNil() {
				return Value{}, &fieldError{"reflect: indirection through nil pointer to embedded struct field " + (*rtype)(unsafe.Pointer(v.typ.Elem())).Name()}
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, nil
}

type fieldError struct{ text string }

func (e *fieldError) Error() string { return e.text }

func (v Value) FieldByName(name string) Value {
	v.must(Struct, "FieldByName")
	if f, ok := toRType(v.typ).FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

func (v Value) FieldByNameFunc(match func(string) bool) Value {
	if f, ok := toRType(v.typ).FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

func (v Value) Len() int {
	switch v.Kind() {
	case String:
		return len(*(*string)(v.ptr))
	case Slice:
		return (*sliceHeader)(v.ptr).len
	case Array:
		return int((*abi.ArrayType)(unsafe.Pointer(v.typ)).Len)
	case Map, Chan:
		if p := v.word(); p != nil {
			return *(*int)(p)
		}
		return 0
	case Pointer:
		if v.typ.Elem().Kind == abi.Array {
			return int((*abi.ArrayType)(unsafe.Pointer(v.typ.Elem())).Len)
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	v.wrongKind("Len")
	return 0
}

func (v Value) Cap() int {
	switch v.Kind() {
	case Slice:
		return (*sliceHeader)(v.ptr).cap
	case Array:
		return v.Len()
	case Chan:
		if p := v.word(); p != nil {
			return *(*int)(unsafe.Add(p, 8))
		}
		return 0
	case Pointer:
		if v.typ.Elem().Kind == abi.Array {
			return v.Len()
		}
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	v.wrongKind("Cap")
	return 0
}

type sliceHeader struct {
	data     unsafe.Pointer
	len, cap int
}

func (v Value) Index(i int) Value {
	switch v.Kind() {
	case Array:
		if uint(i) >= uint(v.Len()) {
			panic("reflect: array index out of range")
		}
		elem := v.typ.Elem()
		p := v.ptr
		if v.flag&flagIndir != 0 {
			p = unsafe.Add(p, uintptr(i)*elem.Size)
		}
		return Value{elem, p, v.flag&(flagIndir|flagAddr) | v.flag.ro() | flag(elem.Kind)}
	case Slice:
		s := (*sliceHeader)(v.ptr)
		if uint(i) >= uint(s.len) {
			panic("reflect: slice index out of range")
		}
		elem := v.typ.Elem()
		return Value{elem, unsafe.Add(s.data, uintptr(i)*elem.Size), flagAddr | flagIndir | v.flag.ro() | flag(elem.Kind)}
	case String:
		s := *(*string)(v.ptr)
		if uint(i) >= uint(len(s)) {
			panic("reflect: string index out of range")
		}
		p := unsafe.Pointer(uintptr(unsafe.Pointer(unsafe.StringData(s))) + uintptr(i))
		return Value{abi.TypeOf(uint8(0)), p, v.flag.ro() | flag(Uint8) | flagIndir}
	}
	v.wrongKind("Index")
	return Value{}
}

// Comparable reports whether == on v's value does not panic.
func (v Value) Comparable() bool {
	switch v.Kind() {
	case Invalid:
		return true
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		for i, n := 0, v.Len(); i < n; i++ {
			if !v.Index(i).Comparable() {
				return false
			}
		}
		return v.typ.Equal != nil
	case Struct:
		for i, n := 0, v.NumField(); i < n; i++ {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	}
	return v.typ.Equal != nil
}

// Equal reports whether v and u hold equal values of the same type.
func (v Value) Equal(u Value) bool {
	if v.Kind() == Interface {
		v = v.Elem()
	}
	if u.Kind() == Interface {
		u = u.Elem()
	}
	if !v.IsValid() || !u.IsValid() {
		return v.IsValid() == u.IsValid()
	}
	if v.typ != u.typ {
		return false
	}
	if v.typ.Equal == nil {
		panic("reflect.Value.Equal: values of type " + v.typ.Str + " are not comparable")
	}
	return v.any() == u.any()
}

func (v Value) NumMethod() int {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	return toRType(v.typ).NumMethod()
}

func (v Value) OverflowInt(x int64) bool          { return toRType(v.typ).OverflowInt(x) }
func (v Value) OverflowUint(x uint64) bool        { return toRType(v.typ).OverflowUint(x) }
func (v Value) OverflowFloat(x float64) bool      { return toRType(v.typ).OverflowFloat(x) }
func (v Value) OverflowComplex(x complex128) bool { return toRType(v.typ).OverflowComplex(x) }

// key gives the address of a map key converted to the map's key type.
func (v Value) key(t *abi.Type, method string) (Value, *abi.Type) {
	kt := (*abi.MapType)(unsafe.Pointer(t)).Key
	return v.assignTo("reflect.Value."+method, kt), kt
}

// copyOf makes a Value of its own of what lies at p.
func copyOf(t *abi.Type, fl flag, p unsafe.Pointer) Value {
	if t.Direct() {
		return Value{t, *(*unsafe.Pointer)(p), fl | flag(t.Kind)}
	}
	c := newobject(t)
	typedmemmove(t, c, p)
	return Value{t, c, fl | flagIndir | flag(t.Kind)}
}

func (v Value) MapIndex(key Value) Value {
	v.must(Map, "MapIndex")
	k, _ := key.key(v.typ, "MapIndex")
	p, ok := mapaccess2(v.typ, v.word(), k.addr())
	if !ok {
		return Value{}
	}
	return copyOf(v.typ.Elem(), (v.flag | key.flag).ro(), p)
}

func (v Value) MapKeys() []Value {
	v.must(Map, "MapKeys")
	keys := make([]Value, 0, v.Len())
	for it := v.MapRange(); it.Next(); {
		keys = append(keys, it.Key())
	}
	return keys
}

func (v Value) SetMapIndex(key, elem Value) {
	v.must(Map, "SetMapIndex")
	v.mustExported("SetMapIndex")
	key.mustExported("SetMapIndex")
	k, _ := key.key(v.typ, "SetMapIndex")
	if elem.typ == nil {
		mapdelete(v.typ, v.word(), k.addr())
		return
	}
	elem.mustExported("SetMapIndex")
	e := elem.assignTo("reflect.Value.SetMapIndex", v.typ.Elem())
	typedmemmove(v.typ.Elem(), mapassign(v.typ, v.word(), k.addr()), e.addr())
}

// Clear empties a map, or zeroes a slice's elements.
func (v Value) Clear() {
	switch v.Kind() {
	case Slice:
		for i, n := 0, v.Len(); i < n; i++ {
			e := v.Index(i)
			typedmemclr(e.typ, e.ptr)
		}
	case Map:
		mapclear(v.typ, v.word())
	default:
		v.wrongKind("Clear")
	}
}

// A MapIter walks over a map.
type MapIter struct {
	m       Value
	it      mapIter
	started bool
}

func (v Value) MapRange() *MapIter {
	if v.Kind() != Map {
		v.wrongKind("MapRange")
	}
	return &MapIter{m: v}
}

func (it *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.must(Map, "MapRange")
	}
	*it = MapIter{m: v}
}

func (it *MapIter) Next() bool {
	if !it.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	if !it.started {
		it.started = true
		mapiterinit(it.m.typ, it.m.word(), &it.it)
	} else {
		if it.it.key == nil {
			panic("MapIter.Next called on exhausted iterator")
		}
		mapiternext(&it.it)
	}
	return it.it.key != nil
}

func (it *MapIter) check(method string) {
	if !it.started {
		panic("MapIter." + method + " called before Next")
	}
	if it.it.key == nil {
		panic("MapIter." + method + " called on exhausted iterator")
	}
}

func (it *MapIter) Key() Value {
	it.check("Key")
	return copyOf((*abi.MapType)(unsafe.Pointer(it.m.typ)).Key, it.m.flag.ro(), it.it.key)
}

func (it *MapIter) Value() Value {
	it.check("Value")
	return copyOf(it.m.typ.Elem(), it.m.flag.ro(), it.it.elem)
}

func (v Value) SetIterKey(it *MapIter)   { v.Set(it.Key()) }
func (v Value) SetIterValue(it *MapIter) { v.Set(it.Value()) }
