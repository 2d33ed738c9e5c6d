// A finalizer is set on a whole object, not on a part of one.
package main

import "runtime"

type T struct{ a, b *int }

func main() {
	t := &T{new(int), new(int)}
	runtime.AddCleanup(&t.b, func(int) {}, 1)
	println("a cleanup may be")
	runtime.SetFinalizer(&t.b, func(**int) {})
}
