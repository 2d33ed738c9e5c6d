package runtime

import "unsafe"

type eface struct {
	typ  *rtype
	data unsafe.Pointer
}

type ptrtype struct {
	rtype
	elem *rtype
}

type functype struct {
	rtype
	nin, nout  int
	variadic   bool
	resultSize uint32
	inout      **rtype
}

type interfacetype struct {
	rtype
	pkgpath  string
	nmethods int
}

const tflagNamed = 1

const (
	kindFunc      = 19
	kindInterface = 20
	kindPointer   = 22

	kindUnsafePointer = 26
)

// A Pinner keeps objects from being moved, which the collector does not do, and alive until Unpin.
type Pinner struct{ pinned []any }

// Pin pins the object that pointer refers to.
func (p *Pinner) Pin(pointer any) {
	e := (*eface)(unsafe.Pointer(&pointer))
	if e.typ == nil {
		panic(errorString("runtime.Pinner: argument is nil"))
	}
	if e.typ.kind != kindPointer && e.typ.kind != kindUnsafePointer {
		panic(errorString("runtime.Pinner: argument is not a pointer: " + e.typ.str))
	}
	p.pinned = append(p.pinned, pointer)
}

// Unpin lets go of all.
func (p *Pinner) Unpin() { p.pinned = nil }

func cannotPass(obj, finalizer *rtype, why string) {
	fatal("runtime.SetFinalizer: cannot pass " + obj.str + " to finalizer " + finalizer.str + why)
}

// assignable is for pointers of different types: they may point to the same if one of the types has no name.
func assignable(to, from *rtype) bool {
	return to.kind == kindPointer && (to.tflag&tflagNamed == 0 || from.tflag&tflagNamed == 0) &&
		(*ptrtype)(unsafe.Pointer(to)).elem == (*ptrtype)(unsafe.Pointer(from)).elem
}

// SetFinalizer arranges a call of finalizer(obj) when obj is unreachable; obj is a pointer to an allocated variable. A nil
// finalizer removes it.
func SetFinalizer(obj any, finalizer any) {
	o, f := (*eface)(unsafe.Pointer(&obj)), (*eface)(unsafe.Pointer(&finalizer))
	if o.typ == nil {
		fatal("runtime.SetFinalizer: first argument is nil")
	}
	if o.typ.kind != kindPointer {
		fatal("runtime.SetFinalizer: first argument is " + o.typ.str + ", not pointer")
	}
	if o.data == nil {
		fatal("runtime.SetFinalizer: pointer not in allocated block")
	}
	if f.typ == nil {
		delfinalizer(o.data)
		return
	}
	if f.typ.kind != kindFunc {
		fatal("runtime.SetFinalizer: second argument is " + f.typ.str + ", not a function")
	}
	ft := (*functype)(unsafe.Pointer(f.typ))
	if ft.variadic {
		cannotPass(o.typ, f.typ, " because dotdotdot")
	}
	if ft.nin != 1 {
		cannotPass(o.typ, f.typ, "")
	}
	in := *ft.inout
	var arg unsafe.Pointer
	if in.kind == kindInterface {
		arg = unsafe.Pointer(o.typ)
		if (*interfacetype)(unsafe.Pointer(in)).nmethods > 0 {
			arg = getitab(in, o.typ, true)
		}
		if arg == nil {
			cannotPass(o.typ, f.typ, "")
		}
	} else if in != o.typ && !assignable(in, o.typ) {
		cannotPass(o.typ, f.typ, "")
	}
	addfinalizer(o.data, f.data, arg, int(ft.resultSize))
}

// A Cleanup is a call arranged by AddCleanup.
type Cleanup struct{ state *bool }

// AddCleanup arranges a call of cleanup(arg) some time after ptr is unreachable. If the object has a finalizer, that comes first.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	if ptr == nil {
		panic("runtime.AddCleanup: ptr is nil")
	}
	if a := any(arg); (*eface)(unsafe.Pointer(&a)).typ != nil && (*eface)(unsafe.Pointer(&a)).typ.kind == kindPointer {
		p := (*eface)(unsafe.Pointer(&a)).data
		if p == unsafe.Pointer(ptr) {
			panic("runtime.AddCleanup: ptr is equal to arg, cleanup will never run")
		}
		if sameobject(p, unsafe.Pointer(ptr)) {
			panic("runtime.AddCleanup: ptr is within arg, cleanup will never run")
		}
	}
	stopped := new(bool)
	f := func() {
		if !*stopped {
			cleanup(arg)
		}
	}
	addfinalizer(unsafe.Pointer(ptr), *(*unsafe.Pointer)(unsafe.Pointer(&f)), nil, -1)
	return Cleanup{stopped}
}

// Stop cancels the call.
func (c Cleanup) Stop() {
	if c.state != nil {
		*c.state = true
	}
}
