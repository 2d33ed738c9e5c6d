package reflect

import (
	"internal/abi"
	"unsafe"
)

// A StringHeader is how a string lies in memory.
type StringHeader struct {
	Data uintptr
	Len  int
}

// A SliceHeader is how a slice lies in memory.
type SliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}

func sameTypes(a []*abi.Type, b []Type) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i].common() {
			return false
		}
	}
	return true
}

func tupleString(l []Type, variadic bool) string {
	s := "("
	for i, t := range l {
		if i > 0 {
			s += ", "
		}
		if variadic && i == len(l)-1 {
			s += "..." + t.Elem().String()
		} else {
			s += t.String()
		}
	}
	return s + ")"
}

// FuncOf returns the function type with these parameters and results.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	str := "func" + tupleString(in, variadic)
	switch len(out) {
	case 0:
	case 1:
		str += " " + out[0].String()
	default:
		str += " " + tupleString(out, false)
	}
	found := find(str, func(t *abi.Type) bool {
		f := (*abi.FuncType)(unsafe.Pointer(t))
		return t.Kind == abi.Func && f.Variadic == variadic && sameTypes(f.In(), in) && sameTypes(f.Out(), out)
	})
	if found != nil {
		return toRType(found)
	}
	var model any = (func())(nil)
	f := *(*abi.FuncType)(unsafe.Pointer(abi.TypeOf(model)))
	f.Str = str
	f.Hash = hashOf(str)
	f.PtrTo = nil
	f.NIn, f.NOut, f.Variadic = len(in), len(out), variadic
	all := make([]*abi.Type, 0, len(in)+len(out)+1)
	for _, t := range in {
		all = append(all, t.common())
	}
	for _, t := range out {
		all = append(all, t.common())
	}
	f.InOut = unsafe.SliceData(all)
	if l := layoutOf(&f, false); l.outMem {
		f.ResultSize = uint32(l.outSize)
	}
	made = append(made, &f.Type)
	return toRType(&f.Type)
}

// ChanOf returns the channel type of this direction.
func ChanOf(dir ChanDir, t Type) Type {
	elem := t.common()
	if elem.Size >= 1<<16 {
		panic("reflect.ChanOf: element size too large")
	}
	var str string
	switch dir {
	case SendDir:
		str = "chan<- " + elem.Str
	case RecvDir:
		str = "<-chan " + elem.Str
	case BothDir:
		str = "chan " + elem.Str
		if len(elem.Str) > 0 && elem.Str[0] == '<' {
			str = "chan (" + elem.Str + ")"
		}
	default:
		panic("reflect.ChanOf: invalid dir")
	}
	found := find(str, func(c *abi.Type) bool { return c.Kind == abi.Chan && c.Elem() == elem })
	if found != nil {
		return toRType(found)
	}
	var model any = (chan unsafe.Pointer)(nil)
	c := *(*abi.ChanType)(unsafe.Pointer(abi.TypeOf(model)))
	c.Str = str
	c.Hash = hashOf(str)
	c.Elem = elem
	c.Dir = int(dir)
	c.PtrTo = nil
	made = append(made, &c.Type)
	return toRType(&c.Type)
}
