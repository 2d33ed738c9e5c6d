// Package reflect looks at and changes values of any type at run time. It reads the descriptors that the link step emits
// (internal/abi); a Type is a pointer to one, so that types compare by address.
package reflect

import (
	"internal/abi"
	"strconv"
	"unsafe"
)

type Kind uint

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

const Ptr = Pointer

var kindNames = [...]string{"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64",
	"uintptr", "float32", "float64", "complex64", "complex128", "array", "chan", "func", "interface", "map", "ptr", "slice", "string",
	"struct", "unsafe.Pointer"}

func (k Kind) String() string {
	if uint(k) < uint(len(kindNames)) {
		return kindNames[k]
	}
	return "kind" + strconv.Itoa(int(k))
}

type ChanDir int

const (
	RecvDir ChanDir = 1 << iota
	SendDir
	BothDir = RecvDir | SendDir
)

func (d ChanDir) String() string {
	switch d {
	case SendDir:
		return "chan<-"
	case RecvDir:
		return "<-chan"
	case BothDir:
		return "chan"
	}
	return "ChanDir" + strconv.Itoa(int(d))
}

// Type describes a Go type.
type Type interface {
	Align() int
	FieldAlign() int
	Method(int) Method
	MethodByName(string) (Method, bool)
	NumMethod() int
	Name() string
	PkgPath() string
	Size() uintptr
	String() string
	Kind() Kind
	Implements(u Type) bool
	AssignableTo(u Type) bool
	ConvertibleTo(u Type) bool
	Comparable() bool
	Bits() int
	ChanDir() ChanDir
	IsVariadic() bool
	Elem() Type
	Field(i int) StructField
	FieldByIndex(index []int) StructField
	FieldByName(name string) (StructField, bool)
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	In(i int) Type
	Key() Type
	Len() int
	NumField() int
	NumIn() int
	NumOut() int
	Out(i int) Type
	OverflowComplex(x complex128) bool
	OverflowFloat(x float64) bool
	OverflowInt(x int64) bool
	OverflowUint(x uint64) bool
	CanSeq() bool
	CanSeq2() bool
	common() *abi.Type
}

// rtype is the implementation of Type.
type rtype struct{ t abi.Type }

func toRType(t *abi.Type) *rtype { return (*rtype)(unsafe.Pointer(t)) }

func toType(t *abi.Type) Type {
	if t == nil {
		return nil
	}
	return toRType(t)
}

// TypeOf returns the dynamic type of i, nil when i is a nil interface.
func TypeOf(i any) Type { return toType(abi.TypeOf(i)) }

// TypeFor returns the type T itself.
func TypeFor[T any]() Type {
	var p *T
	return TypeOf(p).Elem()
}

// A Method describes one method. For a Type, Func takes the receiver first.
type Method struct {
	Name, PkgPath string
	Type          Type
	Func          Value
	Index         int
}

func (m Method) IsExported() bool { return m.PkgPath == "" }

// A StructField describes one field.
type StructField struct {
	Name, PkgPath string
	Type          Type
	Tag           StructTag
	Offset        uintptr
	Index         []int
	Anonymous     bool
}

func (f StructField) IsExported() bool { return f.PkgPath == "" }

// A StructTag is, by convention, key:"value" pairs separated by spaces.
type StructTag string

func (tag StructTag) Get(key string) string {
	v, _ := tag.Lookup(key)
	return v
}

func (tag StructTag) Lookup(key string) (value string, ok bool) {
	s := string(tag)
	for s != "" {
		i := 0
		for i < len(s) && s[i] == ' ' {
			i++
		}
		s = s[i:]
		i = 0
		for i < len(s) && s[i] > ' ' && s[i] != ':' && s[i] != '"' && s[i] != 0x7f {
			i++
		}
		if i == 0 || i+1 >= len(s) || s[i] != ':' || s[i+1] != '"' {
			break
		}
		name := s[:i]
		s = s[i+1:]
		i = 1
		for i < len(s) && s[i] != '"' {
			if s[i] == '\\' {
				i++
			}
			i++
		}
		if i >= len(s) {
			break
		}
		quoted := s[:i+1]
		s = s[i+1:]
		if name == key {
			v, err := strconv.Unquote(quoted)
			if err != nil {
				break
			}
			return v, true
		}
	}
	return "", false
}

func (t *rtype) common() *abi.Type { return &t.t }
func (t *rtype) String() string    { return t.t.Str }
func (t *rtype) Size() uintptr     { return t.t.Size }
func (t *rtype) Align() int        { return int(t.t.Align) }
func (t *rtype) FieldAlign() int   { return int(t.t.FieldAlign) }
func (t *rtype) Kind() Kind        { return Kind(t.t.Kind) }

func (t *rtype) must(k Kind, name string) {
	if t.Kind() != k {
		panic("reflect: " + name + " of non-" + k.String() + " type " + t.String())
	}
}

func (t *rtype) Name() string {
	if t.t.TFlag&abi.TFlagNamed == 0 {
		return ""
	}
	if u := t.t.Uncommon(); u != nil {
		return u.Name
	}
	return t.t.Str
}

func (t *rtype) PkgPath() string {
	if t.t.TFlag&abi.TFlagNamed == 0 {
		return ""
	}
	if u := t.t.Uncommon(); u != nil {
		return u.PkgPath
	}
	return ""
}

func (t *rtype) Bits() int {
	if k := t.Kind(); k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.String())
	}
	return int(t.t.Size) * 8
}

func (t *rtype) Comparable() bool { return t.t.Equal != nil }

func (t *rtype) ChanDir() ChanDir {
	t.must(Chan, "ChanDir")
	return ChanDir((*abi.ChanType)(unsafe.Pointer(t)).Dir)
}

func (t *rtype) Elem() Type {
	e := t.t.Elem()
	if e == nil {
		panic("reflect: Elem of invalid type " + t.String())
	}
	return toRType(e)
}

func (t *rtype) Key() Type {
	t.must(Map, "Key")
	return toRType((*abi.MapType)(unsafe.Pointer(t)).Key)
}

func (t *rtype) Len() int {
	t.must(Array, "Len")
	return int((*abi.ArrayType)(unsafe.Pointer(t)).Len)
}

func (t *rtype) fn(name string) *abi.FuncType {
	t.must(Func, name)
	return (*abi.FuncType)(unsafe.Pointer(t))
}

func (t *rtype) IsVariadic() bool { return t.fn("IsVariadic").Variadic }
func (t *rtype) NumIn() int       { return t.fn("NumIn").NIn }
func (t *rtype) NumOut() int      { return t.fn("NumOut").NOut }
func (t *rtype) In(i int) Type    { return toRType(t.fn("In").In()[i]) }
func (t *rtype) Out(i int) Type   { return toRType(t.fn("Out").Out()[i]) }

func (t *rtype) fields(name string) []abi.StructField {
	t.must(Struct, name)
	return (*abi.StructType)(unsafe.Pointer(t)).FieldList()
}

func (t *rtype) NumField() int { return len(t.fields("NumField")) }

func (t *rtype) Field(i int) StructField {
	fields := t.fields("Field")
	if i < 0 || i >= len(fields) {
		panic("reflect: Field index out of bounds")
	}
	f := &fields[i]
	return StructField{f.Name, f.PkgPath, toRType(f.Type), StructTag(f.Tag), f.Offset, []int{i}, f.Embedded}
}

func (t *rtype) FieldByIndex(index []int) StructField {
	var f StructField
	var cur Type = t
	for i, x := range index {
		if i > 0 {
			cur = f.Type
			if cur.Kind() == Pointer && cur.Elem().Kind() == Struct {
				cur = cur.Elem()
			}
		}
		f = cur.Field(x)
	}
	f.Index = append([]int(nil), index...)
	return f
}

func (t *rtype) FieldByName(name string) (StructField, bool) {
	for i := range t.fields("FieldByName") {
		if (*abi.StructType)(unsafe.Pointer(t)).FieldList()[i].Name == name {
			return t.Field(i), true
		}
	}
	return t.FieldByNameFunc(func(s string) bool { return s == name })
}

// FieldByNameFunc looks through embedded structs level by level; two fields on one level hide each other and all below.
func (t *rtype) FieldByNameFunc(match func(string) bool) (result StructField, ok bool) {
	type level struct {
		t     *rtype
		index []int
	}
	t.must(Struct, "FieldByNameFunc")
	current := []level{{t, nil}}
	seen := map[*rtype]bool{}
	for len(current) > 0 {
		var next []level
		count := map[*rtype]int{}
		found := 0
		for _, l := range current {
			count[l.t]++
		}
		for _, l := range current {
			if seen[l.t] {
				continue
			}
			seen[l.t] = true
			for i := range l.t.fields("Field") {
				f := l.t.Field(i)
				var embedded *rtype
				if f.Anonymous {
					embedded = f.Type.(*rtype)
					if embedded.Kind() == Pointer {
						embedded = embedded.Elem().(*rtype)
					}
				}
				if match(f.Name) {
					found += count[l.t]
					result = f
					result.Index = append(append([]int(nil), l.index...), i)
					continue
				}
				if embedded != nil && embedded.Kind() == Struct && !seen[embedded] {
					next = append(next, level{embedded, append(append([]int(nil), l.index...), i)})
				}
			}
		}
		if found > 0 {
			if found > 1 {
				return StructField{}, false
			}
			return result, true
		}
		current = next
	}
	return StructField{}, false
}

// exported gives the methods that reflection can see, sorted by name.
func (t *rtype) exported() []abi.Method {
	u := t.t.Uncommon()
	if u == nil {
		return nil
	}
	var out []abi.Method
	for _, m := range u.MethodList() {
		if m.PkgPath == "" {
			out = append(out, m)
		}
	}
	return out
}

func (t *rtype) NumMethod() int {
	if t.Kind() == Interface {
		return (*abi.InterfaceType)(unsafe.Pointer(t)).NMethods
	}
	return len(t.exported())
}

func (t *rtype) Method(i int) (m Method) {
	if t.Kind() == Interface {
		im := (*abi.InterfaceType)(unsafe.Pointer(t)).MethodList()[i]
		return Method{Name: im.Name, PkgPath: im.PkgPath, Type: toRType(im.Type), Index: i}
	}
	methods := t.exported()
	if i < 0 || i >= len(methods) {
		panic("reflect: Method index out of range")
	}
	return methodOf(t, methods[i], i)
}

func (t *rtype) MethodByName(name string) (Method, bool) {
	if t.Kind() == Interface {
		for i, im := range (*abi.InterfaceType)(unsafe.Pointer(t)).MethodList() {
			if im.Name == name {
				return Method{Name: im.Name, PkgPath: im.PkgPath, Type: toRType(im.Type), Index: i}, true
			}
		}
		return Method{}, false
	}
	for i, m := range t.exported() {
		if m.Name == name {
			return methodOf(t, m, i), true
		}
	}
	return Method{}, false
}

func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return implements(u.common(), &t.t)
}

func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	to := u.common()
	return directlyAssignable(to, &t.t) || implements(to, &t.t)
}

func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return converter(u.common(), &t.t) != nil
}

// implements reports whether t has all methods of the interface type inter; both method lists are sorted alike.
func implements(inter, t *abi.Type) bool {
	if inter.Kind != abi.Interface {
		return false
	}
	want := (*abi.InterfaceType)(unsafe.Pointer(inter)).MethodList()
	if len(want) == 0 {
		return true
	}
	if t.Kind == abi.Interface {
		i := 0
		for _, m := range (*abi.InterfaceType)(unsafe.Pointer(t)).MethodList() {
			if m.Name == want[i].Name && m.PkgPath == want[i].PkgPath && m.Type == want[i].Type {
				if i++; i == len(want) {
					return true
				}
			}
		}
		return false
	}
	return assertE2I2((*abi.InterfaceType)(unsafe.Pointer(inter)), t) != nil
}

// directlyAssignable reports whether a value of type v is one of type t without any change.
func directlyAssignable(t, v *abi.Type) bool {
	if t == v {
		return true
	}
	if t.TFlag&v.TFlag&abi.TFlagNamed != 0 || t.Kind != v.Kind {
		return false
	}
	if t.Kind == abi.Chan && (*abi.ChanType)(unsafe.Pointer(v)).Dir == int(BothDir) && t.Elem() == v.Elem() {
		return true
	}
	return sameUnderlying(t, v, true)
}

// sameUnderlying compares underlying types; tags count when withTags.
func sameUnderlying(t, v *abi.Type, withTags bool) bool {
	if t == v {
		return true
	}
	if t.Kind != v.Kind {
		return false
	}
	same := func(a, b *abi.Type) bool {
		if withTags || a == b {
			return a == b
		}
		return a.TFlag&abi.TFlagNamed == 0 && b.TFlag&abi.TFlagNamed == 0 && sameUnderlying(a, b, false)
	}
	switch k := t.Kind; k {
	case abi.Array:
		return (*abi.ArrayType)(unsafe.Pointer(t)).Len == (*abi.ArrayType)(unsafe.Pointer(v)).Len && same(t.Elem(), v.Elem())
	case abi.Chan:
		return (*abi.ChanType)(unsafe.Pointer(t)).Dir == (*abi.ChanType)(unsafe.Pointer(v)).Dir && same(t.Elem(), v.Elem())
	case abi.Map:
		return same((*abi.MapType)(unsafe.Pointer(t)).Key, (*abi.MapType)(unsafe.Pointer(v)).Key) && same(t.Elem(), v.Elem())
	case abi.Pointer, abi.Slice:
		return same(t.Elem(), v.Elem())
	case abi.Func:
		a, b := (*abi.FuncType)(unsafe.Pointer(t)), (*abi.FuncType)(unsafe.Pointer(v))
		if a.NIn != b.NIn || a.NOut != b.NOut || a.Variadic != b.Variadic {
			return false
		}
		for i, x := range a.In() {
			if !same(x, b.In()[i]) {
				return false
			}
		}
		for i, x := range a.Out() {
			if !same(x, b.Out()[i]) {
				return false
			}
		}
		return true
	case abi.Interface:
		a, b := (*abi.InterfaceType)(unsafe.Pointer(t)).MethodList(), (*abi.InterfaceType)(unsafe.Pointer(v)).MethodList()
		if len(a) != len(b) {
			return false
		}
		for i := range a {
			if a[i] != b[i] {
				return false
			}
		}
		return true
	case abi.Struct:
		a, b := (*abi.StructType)(unsafe.Pointer(t)), (*abi.StructType)(unsafe.Pointer(v))
		if a.NFields != b.NFields || a.PkgPath != b.PkgPath {
			return false
		}
		for i, x := range a.FieldList() {
			y := b.FieldList()[i]
			if x.Name != y.Name || x.PkgPath != y.PkgPath || !same(x.Type, y.Type) || withTags && x.Tag != y.Tag ||
				x.Offset != y.Offset || x.Embedded != y.Embedded {
				return false
			}
		}
		return true
	}
	return abi.Bool <= t.Kind && t.Kind <= abi.Complex128 || t.Kind == abi.String || t.Kind == abi.UnsafePointer
}

func overflows(t *rtype, name string, lo, hi Kind) {
	if k := t.Kind(); k < lo || k > hi {
		panic("reflect: " + name + " of non-" + lo.String() + " type " + t.String())
	}
}

func (t *rtype) OverflowComplex(x complex128) bool {
	overflows(t, "OverflowComplex", Complex64, Complex128)
	return t.Kind() == Complex64 && (overflowFloat32(real(x)) || overflowFloat32(imag(x)))
}

func (t *rtype) OverflowFloat(x float64) bool {
	overflows(t, "OverflowFloat", Float32, Float64)
	return t.Kind() == Float32 && overflowFloat32(x)
}

func (t *rtype) OverflowInt(x int64) bool {
	overflows(t, "OverflowInt", Int, Int64)
	s := 64 - t.t.Size*8
	return x<<s>>s != x
}

func (t *rtype) OverflowUint(x uint64) bool {
	overflows(t, "OverflowUint", Uint, Uintptr)
	s := 64 - t.t.Size*8
	return x<<s>>s != x
}

func overflowFloat32(x float64) bool {
	if x < 0 {
		x = -x
	}
	return 3.40282346638528859811704183484516925440e+38 < x && x <= 1.79769313486231570814527423731704356798070e+308
}

// CanSeq and CanSeq2 report whether range takes a value of the type, with one or two variables.
func (t *rtype) CanSeq() bool {
	switch t.Kind() {
	case Int8, Int16, Int32, Int64, Int, Uint8, Uint16, Uint32, Uint64, Uint, Uintptr, Array, Slice, Chan, String, Map:
		return true
	case Func:
		return t.isIterator(1)
	case Pointer:
		return t.Elem().Kind() == Array
	}
	return false
}

func (t *rtype) CanSeq2() bool {
	switch t.Kind() {
	case Array, Slice, String, Map:
		return true
	case Func:
		return t.isIterator(2)
	case Pointer:
		return t.Elem().Kind() == Array
	}
	return false
}

func (t *rtype) isIterator(n int) bool {
	f := t.fn("CanSeq")
	if f.NIn != 1 || f.NOut != 0 || f.In()[0].Kind != abi.Func {
		return false
	}
	y := (*abi.FuncType)(unsafe.Pointer(f.In()[0]))
	return y.NIn == n && y.NOut == 1 && y.Out()[0].Kind == abi.Bool
}
