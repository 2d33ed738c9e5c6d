// The errors of run-time panics, with the texts of the specification's reference compiler. The C part calls the panic functions
// here (abi/croots.def); generated code calls panicBounds and panicwrap.

package runtime

import "unsafe"

// An Error identifies a run-time error.
type Error interface {
	error
	// RuntimeError only distinguishes such errors from others.
	RuntimeError()
}

type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return "runtime error: " + string(e) }

// A plainError's text comes without "runtime error: ".
type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

// An errorAddressString is a fault at addr, after debug.SetPanicOnFault.
type errorAddressString struct {
	text string
	addr uintptr
}

func (e errorAddressString) RuntimeError() {}
func (e errorAddressString) Error() string { return "runtime error: " + e.text }

// Addr is where the fault was, as far as the system tells.
func (e errorAddressString) Addr() uintptr { return e.addr }

func panicErrorAddress(addr uintptr) {
	panic(errorAddressString{"invalid memory address or nil pointer dereference", addr})
}

func panicErrorString(s string) { panic(errorString(s)) }
func panicPlainError(s string)  { panic(plainError(s)) }

// A PanicNilError is the value of panic(nil).
type PanicNilError struct {
	_ [0]func() // not comparable
}

func (*PanicNilError) Error() string {
	return "panic called with nil argument"
}
func (*PanicNilError) RuntimeError() {}

func panicNilError() { panic(new(PanicNilError)) }

// rtype is the head of a type descriptor, abi.h's Type.
type rtype struct {
	size, ptrdata                  uintptr
	hash                           uint32
	tflag, align, fieldAlign, kind uint8
	equal, hashfn, gcdata          uintptr
	str                            string
	ptrTo                          *rtype
}

// A TypeAssertionError explains a failed type assertion.
type TypeAssertionError struct {
	iface, concrete, asserted string // types; concrete is "" for nil
	missing                   string
	otherPkg                  bool // the two types with the same name are of different packages
}

func (*TypeAssertionError) RuntimeError() {}

func (e *TypeAssertionError) Error() string {
	from, to, have := e.iface, e.asserted, e.concrete
	if have == "" {
		return "interface conversion: " + from + " is nil, not " + to
	}
	if e.missing != "" {
		return "interface conversion: " + have + " is not " + to + ": missing method " + e.missing
	}
	s := "interface conversion: " + from + " is " + have + ", not " + to
	if have == to {
		if e.otherPkg {
			s += " (types from different packages)"
		} else {
			s += " (types from different scopes)"
		}
	}
	return s
}

func (t *rtype) text(other string) string {
	if t == nil {
		return other
	}
	return t.str
}

// typePkgPath is of a named type, or of an unnamed one with unexported names.
func typePkgPath(t *rtype) string

func panicTypeAssert(iface, concrete, asserted *rtype, missing string) {
	e := &TypeAssertionError{iface: iface.text("interface"), concrete: concrete.text(""), asserted: asserted.str, missing: missing}
	if concrete != nil && e.concrete == e.asserted {
		e.otherPkg = typePkgPath(concrete) != typePkgPath(asserted)
	}
	panic(e)
}

// A boundsError is an index or slice expression out of range; code: BOUNDS_ in abi.h.
type boundsError struct {
	x      int64
	y      int64
	signed bool
	code   uint8
}

func (e boundsError) RuntimeError() {}

func (e boundsError) Error() string {
	const slice = "slice bounds out of range ["
	x, y := utoa(uint64(e.x)), utoa(uint64(e.y))
	neg := e.signed && e.x < 0
	if neg {
		x = "-" + utoa(-uint64(e.x))
	}
	before, after, unit := slice, "]", ""
	switch e.code {
	case 0:
		before, unit = "index out of range [", " with length "
	case 1:
		before, unit = slice+":", " with length "
	case 2:
		before, unit = slice+":", " with capacity "
	case 3:
		after = ":" + y + "]"
		if neg {
			after = ":]"
		}
	case 4:
		before, unit = slice+"::", " with length "
	case 5:
		before, unit = slice+"::", " with capacity "
	case 6:
		before, after = slice+":", ":"+y+"]"
		if neg {
			after = ":]"
		}
	case 7:
		after = ":" + y + ":]"
		if neg {
			after = "::]"
		}
	case 8:
		return "runtime error: cannot convert slice with length " + y + " to array or pointer to array with length " + x
	}
	s := "runtime error: " + before + x + after
	if unit != "" && !neg {
		s += unit + y
	}
	return s
}

func panicBounds(x int64, signed bool, y int64, code uint8) {
	panic(boundsError{x, y, signed, code})
}

func utoa(v uint64) string {
	var b [20]byte
	i := len(b)
	for {
		i--
		b[i] = byte(v%10) + '0'
		v /= 10
		if v == 0 {
			return string(b[i:])
		}
	}
}

type stringer interface{ String() string }

// preprintpanic gives the text of a panic value that has one of its own; is is 0 when the C part prints it by kind.
func preprintpanic(v any) (text string, is, _ int) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case string:
			fatal("panic while printing panic value: " + r)
		default:
			fatal("panic while printing panic value: type " + (*eface)(unsafe.Pointer(&r)).typ.str)
		}
	}()
	switch v := v.(type) {
	case error:
		return v.Error(), 1, 0
	case stringer:
		return v.String(), 1, 0
	}
	return "", 0, 0
}
