// Package weak has pointers that do not keep what they point to alive.
package weak

import (
	"runtime"
	"unsafe"
)

//go:linkname register runtime.weakregister
func register(p unsafe.Pointer) unsafe.Pointer

//go:linkname value runtime.weakvalue
func value(word unsafe.Pointer) unsafe.Pointer

// A Pointer refers to a T until the collector finds it unreachable. Two of them are equal if they were made from equal pointers.
type Pointer[T any] struct {
	_    [0]*T
	word unsafe.Pointer // holds the address, unseen by the collector, and is shared by all Pointers to it
}

// Make makes a weak pointer from ptr.
func Make[T any](ptr *T) Pointer[T] {
	var p Pointer[T]
	if ptr != nil {
		p.word = register(unsafe.Pointer(ptr))
	}
	runtime.KeepAlive(ptr)
	return p
}

// Value is the pointer that p was made from, or nil when its object is gone.
func (p Pointer[T]) Value() *T {
	if p.word == nil {
		return nil
	}
	return (*T)(value(p.word))
}
