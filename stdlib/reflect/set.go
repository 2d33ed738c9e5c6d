package reflect

import (
	"internal/abi"
	"unsafe"
)

// assignTo makes v a value of type t, as an assignment does.
func (v Value) assignTo(context string, t *abi.Type) Value {
	switch {
	case v.typ == nil:
		panic(context + ": value of type nil is not assignable to type " + t.Str)
	case directlyAssignable(t, v.typ):
		return Value{t, v.ptr, v.flag&(flagAddr|flagIndir) | v.flag.ro() | flag(t.Kind)}
	case implements(t, v.typ):
		if v.Kind() == Interface && v.IsNil() {
			return Zero(toRType(t))
		}
		return toInterface(v, t)
	}
	panic(context + ": value of type " + v.typ.Str + " is not assignable to type " + t.Str)
}

// toInterface stores v in a fresh interface variable of type t, which it implements.
func toInterface(v Value, t *abi.Type) Value {
	x := v.any()
	p := newobject(t)
	if (*abi.InterfaceType)(unsafe.Pointer(t)).NMethods == 0 {
		*(*any)(p) = x
	} else {
		e := (*abi.Eface)(unsafe.Pointer(&x))
		*(*abi.Iface)(p) = abi.Iface{Tab: assertE2I2((*abi.InterfaceType)(unsafe.Pointer(t)), e.Type), Data: e.Data}
	}
	return Value{t, p, v.flag.ro() | flagIndir | flag(Interface)}
}

// Set assigns x to v.
func (v Value) Set(x Value) {
	v.mustSettable("Set")
	x.mustExported("Set")
	x = x.assignTo("reflect.Set", v.typ)
	typedmemmove(v.typ, v.ptr, x.addr())
}

func (v Value) SetZero() {
	v.mustSettable("SetZero")
	typedmemclr(v.typ, v.ptr)
}

func (v Value) SetBool(x bool) {
	v.mustSettable("SetBool")
	v.must(Bool, "SetBool")
	*(*bool)(v.ptr) = x
}

func (v Value) SetInt(x int64) {
	v.mustSettable("SetInt")
	switch v.Kind() {
	case Int, Int64:
		*(*int64)(v.ptr) = x
	case Int8:
		*(*int8)(v.ptr) = int8(x)
	case Int16:
		*(*int16)(v.ptr) = int16(x)
	case Int32:
		*(*int32)(v.ptr) = int32(x)
	default:
		v.wrongKind("SetInt")
	}
}

func (v Value) SetUint(x uint64) {
	v.mustSettable("SetUint")
	switch v.Kind() {
	case Uint, Uint64, Uintptr:
		*(*uint64)(v.ptr) = x
	case Uint8:
		*(*uint8)(v.ptr) = uint8(x)
	case Uint16:
		*(*uint16)(v.ptr) = uint16(x)
	case Uint32:
		*(*uint32)(v.ptr) = uint32(x)
	default:
		v.wrongKind("SetUint")
	}
}

func (v Value) SetFloat(x float64) {
	v.mustSettable("SetFloat")
	switch v.Kind() {
	case Float32:
		*(*float32)(v.ptr) = float32(x)
	case Float64:
		*(*float64)(v.ptr) = x
	default:
		v.wrongKind("SetFloat")
	}
}

func (v Value) SetComplex(x complex128) {
	v.mustSettable("SetComplex")
	switch v.Kind() {
	case Complex64:
		*(*complex64)(v.ptr) = complex64(x)
	case Complex128:
		*(*complex128)(v.ptr) = x
	default:
		v.wrongKind("SetComplex")
	}
}

func (v Value) SetString(x string) {
	v.mustSettable("SetString")
	v.must(String, "SetString")
	*(*string)(v.ptr) = x
}

func (v Value) SetBytes(x []byte) {
	v.mustSettable("SetBytes")
	v.must(Slice, "SetBytes")
	if v.typ.Elem().Kind != abi.Uint8 {
		panic("reflect.Value.SetBytes of non-byte slice")
	}
	*(*[]byte)(v.ptr) = x
}

func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustSettable("SetPointer")
	v.must(UnsafePointer, "SetPointer")
	*(*unsafe.Pointer)(v.ptr) = x
}

func (v Value) SetLen(n int) {
	v.mustSettable("SetLen")
	v.must(Slice, "SetLen")
	s := (*sliceHeader)(v.ptr)
	if uint(n) > uint(s.cap) {
		panic("reflect: slice length out of range in SetLen")
	}
	s.len = n
}

func (v Value) SetCap(n int) {
	v.mustSettable("SetCap")
	v.must(Slice, "SetCap")
	s := (*sliceHeader)(v.ptr)
	if n < s.len || n > s.cap {
		panic("reflect: slice capacity out of range in SetCap")
	}
	s.cap = n
}

// Slice returns v[i:j] of a slice, string or addressable array.
func (v Value) Slice(i, j int) Value {
	if v.Kind() == String {
		s := *(*string)(v.ptr)
		if i < 0 || j < i || j > len(s) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		t := s[i:j]
		return Value{v.typ, unsafe.Pointer(&t), v.flag &^ flagAddr}
	}
	return v.slice(i, j, -1, "Slice")
}

// Slice3 returns v[i:j:k].
func (v Value) Slice3(i, j, k int) Value { return v.slice(i, j, k, "Slice3") }

func (v Value) slice(i, j, k int, method string) Value {
	var base unsafe.Pointer
	var capacity int
	t := v.typ
	switch v.Kind() {
	case Array:
		if v.flag&flagAddr == 0 {
			panic("reflect.Value." + method + ": slice of unaddressable array")
		}
		base, capacity = v.ptr, v.Len()
		t = (*abi.ArrayType)(unsafe.Pointer(v.typ)).Slice
	case Slice:
		s := (*sliceHeader)(v.ptr)
		base, capacity = s.data, s.cap
	default:
		v.wrongKind(method)
	}
	if k < 0 && method == "Slice" {
		k = capacity
	}
	if i < 0 || j < i || k < j || k > capacity {
		panic("reflect.Value." + method + ": slice index out of bounds")
	}
	s := &sliceHeader{base, j - i, k - i}
	if k > i {
		s.data = unsafe.Add(base, uintptr(i)*t.Elem().Size)
	}
	return Value{t, unsafe.Pointer(s), v.flag.ro() | flagIndir | flag(Slice)}
}

// Zero returns the zero value of a type; it is not addressable.
func Zero(typ Type) Value {
	if typ == nil {
		panic("reflect: Zero(nil)")
	}
	t := typ.common()
	if t.Direct() {
		return Value{t, nil, flag(t.Kind)}
	}
	return Value{t, newobject(t), flag(t.Kind) | flagIndir}
}

// New returns a pointer to a new zero value.
func New(typ Type) Value {
	if typ == nil {
		panic("reflect: New(nil)")
	}
	t := typ.common()
	return Value{pointerTo(t), newobject(t), flag(Pointer)}
}

// NewAt returns a pointer to p as a value of a type.
func NewAt(typ Type, p unsafe.Pointer) Value { return Value{pointerTo(typ.common()), p, flag(Pointer)} }

func MakeSlice(typ Type, len, cap int) Value {
	if typ.Kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	if len < 0 {
		panic("reflect.MakeSlice: negative len")
	}
	if cap < 0 {
		panic("reflect.MakeSlice: negative cap")
	}
	if len > cap {
		panic("reflect.MakeSlice: len > cap")
	}
	t := typ.common()
	s := &sliceHeader{makeslice(t.Elem(), len, cap), len, cap}
	return Value{t, unsafe.Pointer(s), flagIndir | flag(Slice)}
}

func MakeMap(typ Type) Value { return MakeMapWithSize(typ, 0) }

func MakeMapWithSize(typ Type, n int) Value {
	if typ.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	t := typ.common()
	return Value{t, makemap(t, n), flag(Map)}
}

func MakeChan(typ Type, buffer int) Value {
	if typ.Kind() != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if typ.ChanDir() != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	t := typ.common()
	return Value{t, makechan(t, buffer), flag(Chan)}
}

// Grow makes room for n more elements.
func (v Value) Grow(n int) {
	v.mustSettable("Grow")
	v.must(Slice, "Grow")
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	s := (*sliceHeader)(v.ptr)
	if s.len+n < 0 {
		panic("reflect.Value.Grow: slice overflow")
	}
	if s.len+n <= s.cap {
		return
	}
	want := max(s.len+n, 2*s.cap)
	elem := v.typ.Elem()
	p := makeslice(elem, s.len, want)
	typedslicecopy(elem, p, s.len, s.data, s.len)
	s.data, s.cap = p, want
}

// Append appends the values x to the slice s.
func Append(s Value, x ...Value) Value {
	s.must(Slice, "Append")
	out := New(toRType(s.typ)).Elem()
	*(*sliceHeader)(out.ptr) = *(*sliceHeader)(s.ptr)
	n := s.Len()
	out.Grow(len(x))
	out.SetLen(n + len(x))
	for i, e := range x {
		out.Index(n + i).Set(e)
	}
	out.flag &^= flagAddr
	return out
}

// AppendSlice appends the elements of t to s.
func AppendSlice(s, t Value) Value {
	s.must(Slice, "AppendSlice")
	t.must(Slice, "AppendSlice")
	n := s.Len()
	out := New(toRType(s.typ)).Elem()
	*(*sliceHeader)(out.ptr) = *(*sliceHeader)(s.ptr)
	out.Grow(t.Len())
	out.SetLen(n + t.Len())
	Copy(out.Slice(n, n+t.Len()), t)
	out.flag &^= flagAddr
	return out
}

// Copy copies elements from src to dst, as many as fit, and returns their number.
func Copy(dst, src Value) int {
	if dst.Kind() != Slice && dst.Kind() != Array {
		panic(&ValueError{"reflect.Copy", dst.Kind()})
	}
	if dst.Kind() == Array {
		dst.mustSettable("Copy")
		dst = dst.Slice(0, dst.Len())
	}
	d := (*sliceHeader)(dst.ptr)
	elem := dst.typ.Elem()
	switch src.Kind() {
	case String:
		if elem.Kind != abi.Uint8 {
			panic(&ValueError{"reflect.Copy", src.Kind()})
		}
		return copy(*(*[]byte)(dst.ptr), *(*string)(src.ptr))
	case Array:
		return typedslicecopy(elem, d.data, d.len, src.addr(), src.Len())
	case Slice:
		s := (*sliceHeader)(src.ptr)
		return typedslicecopy(elem, d.data, d.len, s.data, s.len)
	}
	panic(&ValueError{"reflect.Copy", src.Kind()})
}

// Swapper returns a function that swaps elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{"Swapper", v.Kind()})
	}
	tmp := newobject(v.typ.Elem())
	return func(i, j int) {
		a, b := v.Index(i), v.Index(j)
		typedmemmove(a.typ, tmp, a.ptr)
		typedmemmove(a.typ, a.ptr, b.ptr)
		typedmemmove(a.typ, b.ptr, tmp)
	}
}

func (v Value) Close() {
	v.must(Chan, "Close")
	closechan(v.word())
}

func (v Value) Send(x Value) {
	v.must(Chan, "Send")
	x = x.assignTo("reflect.Value.Send", v.typ.Elem())
	chansend1(v.word(), x.addr())
}

func (v Value) TrySend(x Value) bool {
	v.must(Chan, "TrySend")
	x = x.assignTo("reflect.Value.Send", v.typ.Elem())
	return selectnbsend(v.word(), x.addr())
}

func (v Value) Recv() (Value, bool) {
	v.must(Chan, "Recv")
	p := newobject(v.typ.Elem())
	ok := chanrecv2(v.word(), p)
	return copyOf(v.typ.Elem(), 0, p), ok
}

func (v Value) TryRecv() (Value, bool) {
	v.must(Chan, "TryRecv")
	p := newobject(v.typ.Elem())
	selected, ok := selectnbrecv(p, v.word())
	if !selected {
		return Value{}, false
	}
	return copyOf(v.typ.Elem(), 0, p), ok
}

// VisibleFields returns the fields of a struct type and those promoted from embedded structs.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	var out []StructField
	var walk func(t Type, index []int, seen []Type)
	walk = func(t Type, index []int, seen []Type) {
		for _, s := range seen {
			if s == t {
				return
			}
		}
		seen = append(seen, t)
		for i := 0; i < t.NumField(); i++ {
			f := t.Field(i)
			f.Index = append(append([]int(nil), index...), i)
			out = append(out, f)
			if f.Anonymous {
				e := f.Type
				if e.Kind() == Pointer {
					e = e.Elem()
				}
				if e.Kind() == Struct {
					walk(e, f.Index, seen)
				}
			}
		}
	}
	walk(t, nil, nil)
	// only what the selector rules reach stays
	kept := out[:0]
	for _, f := range out {
		if g, ok := t.FieldByName(f.Name); ok && sameIndex(f.Index, g.Index) {
			kept = append(kept, f)
		}
	}
	return kept
}

func sameIndex(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
