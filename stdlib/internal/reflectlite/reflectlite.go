// Package reflectlite has the little of reflection that errors and sort need, without the weight of reflect.
package reflectlite

import (
	"internal/abi"
	"unsafe"
)

//go:linkname typedmemmove runtime.typedmemmove
//go:noescape
func typedmemmove(t *abi.Type, dst, src unsafe.Pointer)

//go:linkname assertE2I2 runtime.assertE2I2
//go:noescape
func assertE2I2(inter *abi.InterfaceType, t *abi.Type) *abi.Itab

// Comparable reports whether comparing values of v's dynamic type does not always panic.
func Comparable(v any) bool {
	t := abi.TypeOf(v)
	return t == nil || t.Equal != nil
}

const (
	OK = iota
	NotPointer
	NotError
)

// CheckAsTarget judges a target of errors.As.
func CheckAsTarget(target any) int {
	e := (*abi.Eface)(unsafe.Pointer(&target))
	if e.Type.Kind != abi.Pointer || e.Data == nil {
		return NotPointer
	}
	t := e.Type.Elem()
	if t.Kind == abi.Interface {
		return OK
	}
	var err *error
	want := abi.TypeOf(err).Elem()
	if assertE2I2((*abi.InterfaceType)(unsafe.Pointer(want)), t) == nil {
		return NotError
	}
	return OK
}

// AssignTo sets *target to err when err's dynamic type is assignable to it. target is a non-nil pointer.
func AssignTo(err error, target any) bool {
	var v any = err
	src := (*abi.Eface)(unsafe.Pointer(&v))
	dst := (*abi.Eface)(unsafe.Pointer(&target))
	want := dst.Type.Elem()
	if want.Kind != abi.Interface {
		if src.Type != want {
			return false
		}
		if want.Direct() {
			*(*unsafe.Pointer)(dst.Data) = src.Data
		} else {
			typedmemmove(want, dst.Data, src.Data)
		}
		return true
	}
	inter := (*abi.InterfaceType)(unsafe.Pointer(want))
	if inter.NMethods == 0 {
		*(*any)(dst.Data) = v
		return true
	}
	tab := assertE2I2(inter, src.Type)
	if tab == nil {
		return false
	}
	*(*abi.Iface)(dst.Data) = abi.Iface{Tab: tab, Data: src.Data}
	return true
}

type sliceHeader struct {
	data     unsafe.Pointer
	len, cap int
}

func slice(x any) (*sliceHeader, *abi.Type) {
	e := (*abi.Eface)(unsafe.Pointer(&x))
	if e.Type == nil || e.Type.Kind != abi.Slice {
		panic("reflect: call of Swapper on " + kindName(e.Type) + " Value")
	}
	return (*sliceHeader)(e.Data), e.Type.Elem()
}

func kindName(t *abi.Type) string {
	if t == nil {
		return "zero"
	}
	return t.Str
}

// SliceLen is the length of a slice held in x.
func SliceLen(x any) int {
	s, _ := slice(x)
	return s.len
}

// SliceSwapper returns the length of the slice in x and a function that swaps two of its elements.
func SliceSwapper(x any) (int, func(i, j int)) {
	s, elem := slice(x)
	switch {
	case elem.Size == 8 && elem.PtrData == 0:
		v := unsafe.Slice((*uint64)(s.data), s.len)
		return s.len, func(i, j int) { v[i], v[j] = v[j], v[i] }
	case elem.Size == 8:
		v := unsafe.Slice((*unsafe.Pointer)(s.data), s.len)
		return s.len, func(i, j int) { v[i], v[j] = v[j], v[i] }
	case elem.Kind == abi.String:
		v := unsafe.Slice((*string)(s.data), s.len)
		return s.len, func(i, j int) { v[i], v[j] = v[j], v[i] }
	case elem.Size == 4:
		v := unsafe.Slice((*uint32)(s.data), s.len)
		return s.len, func(i, j int) { v[i], v[j] = v[j], v[i] }
	}
	base, n, size := s.data, s.len, elem.Size
	tmp := newobject(elem)
	return n, func(i, j int) {
		if uint(i) >= uint(n) || uint(j) >= uint(n) {
			panic("reflect: slice index out of range")
		}
		p, q := unsafe.Add(base, uintptr(i)*size), unsafe.Add(base, uintptr(j)*size)
		typedmemmove(elem, tmp, p)
		typedmemmove(elem, p, q)
		typedmemmove(elem, q, tmp)
	}
}

//go:linkname newobject runtime.newobject
func newobject(t *abi.Type) unsafe.Pointer
