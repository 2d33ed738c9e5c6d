// Types of one name: a failing assertion says that they are of different scopes, whether reflection can see them or not.
package main

import "fmt"

type T int

func local() any {
	type T int
	return T(1)
}

func other() (x any, is func(any) bool) {
	type T struct{ a, b int }
	return T{1, 2}, func(v any) bool { _, ok := v.(T); return ok }
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	try(func() { _ = local().(T) })
	try(func() { _ = any(T(1)).(fmt.Stringer) })
	x, is := other()
	fmt.Println(is(x), is(local()), is(T(1)))
	try(func() { _ = x.(T) })
}
