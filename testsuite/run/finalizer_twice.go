// An object has one finalizer: a second one is a mistake.
package main

import "runtime"

type T struct{ a, b *int }

func main() {
	t := &T{new(int), new(int)}
	runtime.SetFinalizer(t, func(*T) {})
	runtime.SetFinalizer(t, nil)
	runtime.SetFinalizer(t, func(*T) {})
	println("one")
	runtime.SetFinalizer(t, func(*T) {})
}
