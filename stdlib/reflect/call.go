package reflect

import (
	"internal/abi"
	"unsafe"
)

// Calls through descriptors. Arguments and results are taken apart into scalars as compiler/codegen/abi.c does: values of at most
// four go in registers and then on the stack, others by the address of a copy; results that fit into three integer and two floating
// registers come back there, others through an area whose address is the first argument.

const (
	maxScalars = 4
	maxStack   = 24 // words, all that the assembly may take without a stack check
)

// regs is what runtime.reflectcall loads and stores, and what runtime.makefuncstub got.
type regs struct {
	ints   [8]uintptr
	floats [8]uint64
	stack  *[maxStack]uintptr
	nstack int
	rints  [3]uintptr
	rfloat [2]uint64
}

// reflectcall calls code with ctx as its closure.
//
//go:linkname reflectcall runtime.reflectcall
//go:noescape
func reflectcall(code, ctx unsafe.Pointer, r *regs)

type scalar struct {
	off    uintptr
	size   uintptr
	float  bool
	signed bool
}

// scalars appends the parts of t, which lies at off; false when there are too many.
func scalars(list []scalar, t *abi.Type, off uintptr, max int) ([]scalar, bool) {
	ok := true
	switch k := Kind(t.Kind); k {
	case Float32, Float64:
		list = append(list, scalar{off, t.Size, true, false})
	case Complex64, Complex128:
		half := t.Size / 2
		list = append(list, scalar{off, half, true, false}, scalar{off + half, half, true, false})
	case String, Interface:
		list = append(list, scalar{off: off, size: 8}, scalar{off: off + 8, size: 8})
	case Slice:
		list = append(list, scalar{off: off, size: 8}, scalar{off: off + 8, size: 8}, scalar{off: off + 16, size: 8})
	case Array:
		a := (*abi.ArrayType)(unsafe.Pointer(t))
		if a.Len > 1 {
			return nil, false
		}
		if a.Len == 1 {
			return scalars(list, a.Elem, off, max)
		}
	case Struct:
		st := (*abi.StructType)(unsafe.Pointer(t))
		for _, f := range st.FieldList() {
			if list, ok = scalars(list, f.Type, off+f.Offset, max); !ok {
				return nil, false
			}
		}
	default:
		list = append(list, scalar{off, t.Size, false, Int <= k && k <= Int64})
	}
	return list, len(list) <= max
}

// A layout says how values of a function type travel.
type layout struct {
	in, out  [][]scalar // nil with inMem: by address
	inMem    []bool
	outMem   bool
	outOff   []uintptr // in the result area
	outSize  uintptr
	ints     int // registers of the target
	recvWord bool
}

func layoutOf(t *abi.FuncType, recv bool) *layout {
	l := &layout{ints: intRegs, recvWord: recv}
	for _, p := range t.In() {
		s, ok := scalars(nil, p, 0, maxScalars)
		l.in = append(l.in, s)
		l.inMem = append(l.inMem, !ok)
	}
	ints, floats := 0, 0
	for _, p := range t.Out() {
		s, ok := scalars(nil, p, 0, maxScalars)
		l.outMem = l.outMem || !ok
		for _, x := range s {
			if x.float {
				floats++
			} else {
				ints++
			}
		}
		l.out = append(l.out, s)
		align := uintptr(p.Align)
		l.outSize = (l.outSize + align - 1) &^ (align - 1)
		l.outOff = append(l.outOff, l.outSize)
		l.outSize += p.Size
	}
	l.outMem = l.outMem || ints > 3 || floats > 2
	l.outSize++ // a zero-size last result has an address inside
	return l
}

// A cursor is the next place of an argument.
type cursor struct {
	r      *regs
	l      *layout
	ni, nf int
}

func (c *cursor) next(float bool) unsafe.Pointer {
	if float && c.nf < 8 {
		c.nf++
		return unsafe.Pointer(&c.r.floats[c.nf-1])
	}
	if !float && c.ni < c.l.ints {
		c.ni++
		return unsafe.Pointer(&c.r.ints[c.ni-1])
	}
	if c.r.nstack == maxStack {
		panic("reflect: call with too many arguments on the stack: not supported")
	}
	c.r.nstack++
	return unsafe.Add(unsafe.Pointer(c.r.stack), 8*(c.r.nstack-1))
}

// load widens the scalar at p to a word, as a register holds it.
func load(p unsafe.Pointer, s scalar) uint64 {
	switch {
	case s.size == 8:
		return *(*uint64)(p)
	case s.size == 4 && s.signed:
		return uint64(*(*int32)(p))
	case s.size == 4:
		return uint64(*(*uint32)(p))
	case s.size == 2 && s.signed:
		return uint64(*(*int16)(p))
	case s.size == 2:
		return uint64(*(*uint16)(p))
	case s.signed:
		return uint64(*(*int8)(p))
	}
	return uint64(*(*uint8)(p))
}

func store(p unsafe.Pointer, s scalar, x uint64) {
	switch s.size {
	case 8:
		*(*uint64)(p) = x
	case 4:
		*(*uint32)(p) = uint32(x)
	case 2:
		*(*uint16)(p) = uint16(x)
	default:
		*(*uint8)(p) = uint8(x)
	}
}

// freshCopy puts v's bytes into memory of their own.
func freshCopy(v Value) unsafe.Pointer {
	p := newobject(v.typ)
	typedmemmove(v.typ, p, v.addr())
	return p
}

// invoke calls code with the arguments in, which have the right types, and returns the results.
func invoke(t *abi.FuncType, code, ctx unsafe.Pointer, recv *unsafe.Pointer, in []Value) []Value {
	var stack [maxStack]uintptr
	r := regs{stack: &stack}
	l := layoutOf(t, recv != nil)
	c := cursor{r: &r, l: l}
	var area []unsafe.Pointer
	if l.outMem {
		area = make([]unsafe.Pointer, l.outSize/8+1)
		*(*unsafe.Pointer)(c.next(false)) = unsafe.Pointer(&area[0])
	}
	if recv != nil {
		*(*unsafe.Pointer)(c.next(false)) = *recv
	}
	held := make([]unsafe.Pointer, len(in)) // what only registers would point to
	for i := range in {
		p := freshCopy(in[i])
		held[i] = p
		if l.inMem[i] {
			*(*unsafe.Pointer)(c.next(false)) = p
			continue
		}
		for _, s := range l.in[i] {
			*(*uint64)(c.next(s.float)) = load(unsafe.Add(p, s.off), s)
		}
	}
	reflectcall(code, ctx, &r)
	var out []Value
	ni, nf := 0, 0
	for i, ot := range t.Out() {
		p := newobject(ot)
		switch {
		case l.outMem:
			typedmemmove(ot, p, unsafe.Add(unsafe.Pointer(&area[0]), l.outOff[i]))
		default:
			var tmp [maxScalars]uint64
			for _, s := range l.out[i] {
				at := unsafe.Add(unsafe.Pointer(&tmp), s.off)
				if s.float {
					store(at, s, r.rfloat[nf])
					nf++
				} else {
					store(at, s, uint64(r.rints[ni]))
					ni++
				}
			}
			typedmemmove(ot, p, unsafe.Pointer(&tmp))
		}
		out = append(out, valueAt(ot, p))
	}
	keepAlive(held)
	return out
}

//go:noinline
func keepAlive(p []unsafe.Pointer) {}

// valueAt is the value of type t at p, not addressable.
func valueAt(t *abi.Type, p unsafe.Pointer) Value {
	if t.Direct() {
		return Value{t, *(*unsafe.Pointer)(p), flag(t.Kind)}
	}
	return Value{t, p, flag(t.Kind) | flagIndir}
}

// Call calls a function value.
func (v Value) Call(in []Value) []Value { return v.call("Call", in, false) }

// CallSlice calls a variadic function with its last argument as the slice.
func (v Value) CallSlice(in []Value) []Value { return v.call("CallSlice", in, true) }

func (v Value) call(name string, in []Value, slice bool) []Value {
	v.must(Func, name)
	v.mustExported(name)
	t := (*abi.FuncType)(unsafe.Pointer(v.typ))
	fv := v.word()
	if fv == nil {
		panic("reflect.Value.Call: call of nil function")
	}
	args := checkArgs(t, name, in, slice)
	if m := (*makeFuncImpl)(fv); *(*unsafe.Pointer)(fv) == stubCode() && m.recv != nil {
		return invoke(t, m.method, nil, m.recv, args)
	}
	return invoke(t, *(*unsafe.Pointer)(fv), fv, nil, args)
}

// checkArgs converts the arguments to the parameters' types and gathers those of the variadic one.
func checkArgs(t *abi.FuncType, name string, in []Value, slice bool) []Value {
	n := t.NIn
	switch {
	case slice && !t.Variadic:
		panic("reflect: CallSlice of non-variadic function")
	case t.Variadic && !slice && len(in) < n-1, (!t.Variadic || slice) && len(in) < n:
		panic("reflect: " + name + " with too few input arguments")
	case (!t.Variadic || slice) && len(in) > n:
		panic("reflect: " + name + " with too many input arguments")
	}
	for _, x := range in {
		if x.Kind() == Invalid {
			panic("reflect: " + name + " using zero Value argument")
		}
	}
	fixed := n
	if t.Variadic && !slice {
		fixed = n - 1
	}
	var args []Value
	for i := 0; i < fixed; i++ {
		want := t.In()[i]
		in[i].mustExported("Call")
		if !directlyAssignable(want, in[i].typ) && !implements(want, in[i].typ) {
			panic("reflect: " + name + " using " + in[i].typ.Str + " as type " + want.Str)
		}
		args = append(args, in[i].assignTo("reflect.Value.Call", want))
	}
	if fixed == n {
		return args
	}
	st := t.In()[n-1]
	rest := MakeSlice(toRType(st), len(in)-fixed, len(in)-fixed)
	for i := fixed; i < len(in); i++ {
		if !directlyAssignable(st.Elem(), in[i].typ) && !implements(st.Elem(), in[i].typ) {
			panic("reflect: cannot use " + in[i].typ.Str + " as type " + st.Elem().Str + " in " + name)
		}
		rest.Index(i - fixed).Set(in[i])
	}
	return append(args, rest)
}
