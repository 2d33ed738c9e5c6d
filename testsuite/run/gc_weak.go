package main

import (
	"fmt"
	"runtime"
	"time"
	"unique"
	"weak"
)

type blob struct {
	a, b int
	p    *int
}

//go:noinline
func fresh(n int) *blob { return &blob{a: n, p: new(int)} }

//go:noinline
func scrub(n int) int {
	var x [64]int
	if n > 0 {
		x[n%64] = scrub(n - 1)
	}
	return x[n%64] + n
}

//go:noinline
func drop() []weak.Pointer[blob] {
	var ws []weak.Pointer[blob]
	for i := 0; i < 100; i++ {
		ws = append(ws, weak.Make(fresh(i)))
	}
	return ws
}

func collect() {
	scrub(50)
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
}

func main() {
	var none weak.Pointer[blob]
	fmt.Println(none.Value() == nil, weak.Make[blob](nil) == none)

	kept := fresh(7)
	w1, w2 := weak.Make(kept), weak.Make(kept)
	fmt.Println(w1 == w2, w1.Value() == kept, weak.Make(fresh(7)) == w1)
	inner, other := weak.Make(&kept.b), weak.Make(&kept.a)
	fmt.Println(inner == other, *other.Value())

	ws := drop()
	collect()
	gone := 0
	for _, w := range ws {
		if w.Value() == nil {
			gone++
		}
	}
	fmt.Println("gone:", gone > 90, "kept:", w1.Value() == kept, w1 == weak.Make(kept), inner.Value() == &kept.b)
	runtime.KeepAlive(kept)

	h1, h2, h3 := unique.Make("one"), unique.Make("o"+string([]byte("ne"))), unique.Make("two")
	fmt.Println(h1 == h2, h1 == h3, h2.Value(), h3.Value())
	a1, a2 := unique.Make[any](1), unique.Make[any]("1")
	fmt.Println(a1 == a2, a1 == unique.Make[any](1), unique.Make(1).Value())
	for i := 0; i < 1000; i++ {
		unique.Make(fmt.Sprint("k", i))
	}
	collect()
	fmt.Println(h1 == unique.Make("one"), unique.Make("k5").Value())

	var order []string
	done := make(chan bool)
	func() {
		x := fresh(3)
		w := weak.Make(x)
		runtime.SetFinalizer(x, func(b *blob) {
			order = append(order, fmt.Sprint("final ", b.a, " ", w.Value() == nil))
			done <- true
		})
		runtime.AddCleanup(fresh(4), func(s string) { done <- s == "arg" }, "arg")
	}()
	var got []bool
	for len(got) < 2 { // an old word on the stack may keep one for a while
		collect()
		select {
		case ok := <-done:
			got = append(got, ok)
		case <-time.After(20 * time.Millisecond):
		}
	}
	fmt.Println(got[0], got[1], order)
}
