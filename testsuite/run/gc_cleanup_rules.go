// What AddCleanup refuses; a cleanup comes after the object's finalizer, once that has not brought it back.
package main

import (
	"fmt"
	"runtime"
	"time"
	"weak"
)

type T struct {
	a, b int
	next *T
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

var saved *T
var ran = make(chan string, 10)

// next is what runs next, "" when nothing does.
func next() string {
	for range 20 {
		runtime.GC()
		select {
		case s := <-ran:
			return s
		case <-time.After(5 * time.Millisecond):
		}
	}
	return ""
}

//go:noinline
func make1() weak.Pointer[T] {
	p := &T{a: 7}
	runtime.SetFinalizer(p, func(p *T) {
		saved = p
		ran <- "finalizer"
	})
	runtime.AddCleanup(p, func(n int) { ran <- fmt.Sprint("cleanup ", n) }, 1)
	runtime.AddCleanup(p, func(n int) { ran <- fmt.Sprint("stopped ", n) }, 2).Stop()
	return weak.Make(p)
}

//go:noinline
func forget() {
	fmt.Println("saved", saved.a)
	saved = nil
}

//go:noinline
func clear(n int) int {
	var b [512]int
	if n == 0 {
		return b[n]
	}
	return clear(n-1) + b[n]
}

func main() {
	try(func() { runtime.AddCleanup((*T)(nil), func(int) {}, 1) })
	try(func() { p := new(T); runtime.AddCleanup(p, func(*T) {}, p) })
	try(func() { p := new(T); runtime.AddCleanup(p, func(*int) {}, &p.b) })
	runtime.Cleanup{}.Stop()

	w := make1()
	clear(20)
	fmt.Println(next(), w.Value() == nil)
	forget()
	clear(20)
	fmt.Println(next())
}
