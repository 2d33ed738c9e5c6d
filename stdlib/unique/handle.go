// Package unique makes values comparable by one pointer.
package unique

import (
	"runtime"
	"sync"
	"weak"
)

// A Handle stands for a value: two handles are equal exactly if the values are.
type Handle[T comparable] struct {
	value *T
}

// key keeps values of different T apart, also when T is an interface type.
type key[T comparable] struct{ v T }

var (
	mu    sync.Mutex
	known = map[any]any{} // key[T] to weak.Pointer[T]
)

// Make gives the handle of value.
func Make[T comparable](value T) Handle[T] {
	mu.Lock()
	defer mu.Unlock()
	k := any(key[T]{value})
	if w, ok := known[k]; ok {
		if p := w.(weak.Pointer[T]).Value(); p != nil {
			return Handle[T]{p}
		}
	}
	p := new(T)
	*p = value
	known[k] = weak.Make(p)
	runtime.AddCleanup(p, forget[T], k)
	return Handle[T]{p}
}

// forget removes the entry of a value that no handle stands for any more; another one may have been made since.
func forget[T comparable](k any) {
	mu.Lock()
	defer mu.Unlock()
	if w, ok := known[k]; ok && w.(weak.Pointer[T]).Value() == nil {
		delete(known, k)
	}
}

// Value is the value that h was made from, shallowly copied.
func (h Handle[T]) Value() T {
	return *h.value
}
