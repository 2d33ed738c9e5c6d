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
		fatal("nil elem type!")
	}
	if f.typ == nil {
		delfinalizer(o.data)
		return
	}
	if f.typ.kind != kindFunc {
		fatal("runtime.SetFinalizer: second argument is " + f.typ.str + ", not a function")
	}
	ft := (*functype)(unsafe.Pointer(f.typ))
	if ft.variadic || ft.nin != 1 {
		fatal("runtime.SetFinalizer: cannot pass " + o.typ.str + " to finalizer " + f.typ.str)
	}
	in := *ft.inout
	var arg *rtype
	if in.kind == kindInterface {
		arg = o.typ
	} else if in.kind != kindPointer {
		fatal("runtime.SetFinalizer: cannot pass " + o.typ.str + " to finalizer " + f.typ.str)
	}
	addfinalizer(o.data, f.data, arg, int(ft.resultSize))
}

// A Cleanup is a call arranged by AddCleanup.
type Cleanup struct{ state *bool }

// AddCleanup arranges a call of cleanup(arg) some time after ptr is unreachable.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
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
