package reflect

import (
	"internal/abi"
	"sync"
	"unsafe"
)

// typelinks lists the descriptors of all unnamed types in the program, sorted by string: runtime.typelinks, of the link step.
//
//go:linkname typelinks runtime.typelinksSlice
func typelinks() []*abi.Type

// made has the types that reflection built itself. Types are unique, so each is looked for in typelinks and here first.
var made []*abi.Type

// making is held from looking for a type to adding it.
var making sync.Mutex

// find returns the type with this string for which ok holds, or nil.
func find(str string, ok func(*abi.Type) bool) *abi.Type {
	links := typelinks()
	lo, hi := 0, len(links)
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); links[mid].Str < str {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for ; lo < len(links) && links[lo].Str == str; lo++ {
		if ok(links[lo]) {
			return links[lo]
		}
	}
	for _, t := range made {
		if t.Str == str && ok(t) {
			return t
		}
	}
	return nil
}

func hashOf(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// PointerTo returns the type *T.
func PointerTo(t Type) Type { return toRType(pointerTo(t.common())) }

// PtrTo is the old name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

func pointerTo(t *abi.Type) *abi.Type {
	if t.PtrTo != nil {
		return t.PtrTo
	}
	str := "*" + t.Str
	making.Lock()
	defer making.Unlock()
	if p := find(str, func(p *abi.Type) bool { return p.Kind == abi.Pointer && p.Elem() == t }); p != nil {
		return p
	}
	var model *unsafe.Pointer
	p := *(*abi.PtrType)(unsafe.Pointer(abi.TypeOf(model)))
	p.Str = str
	p.Hash = hashOf(str)
	p.Elem = t
	p.PtrTo = nil
	p.TFlag &^= abi.TFlagUncommon | abi.TFlagNamed
	made = append(made, &p.Type)
	return &p.Type
}

// SliceOf returns the type []T.
func SliceOf(t Type) Type {
	elem := t.common()
	str := "[]" + elem.Str
	making.Lock()
	defer making.Unlock()
	if s := find(str, func(s *abi.Type) bool { return s.Kind == abi.Slice && s.Elem() == elem }); s != nil {
		return toRType(s)
	}
	var model any = []unsafe.Pointer(nil)
	s := *(*abi.SliceType)(unsafe.Pointer(abi.TypeOf(model)))
	s.Str = str
	s.Hash = hashOf(str)
	s.Elem = elem
	s.PtrTo = nil
	made = append(made, &s.Type)
	return toRType(&s.Type)
}
