// Run-time panics and their exact texts.
package main

import (
	"errors"
	"fmt"
	"runtime"
)

type T struct{ a, b int }
type I interface{ M() }
type J interface{ N() }
type V int

func (V) M() {}

type P struct{}

func (*P) M() {}

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, isRT := r.(runtime.Error)
		fmt.Printf("%s: %v (%t)\n", name, r, isRT)
	}()
	f()
}

var sink any

//go:noinline
func wrap(i I) { i.M() }

func main() {
	s, n, neg := []int{1, 2, 3}, 5, -1
	str, arr := "abc", [4]int{}
	var np *T
	var ni I
	var m map[string]int
	var e any = "str"
	try("index", func() { sink = s[n] })
	try("negative", func() { sink = s[neg] })
	try("array", func() { sink = arr[n] })
	try("string", func() { sink = str[n] })
	try("slice hi", func() { sink = s[:n] })
	try("slice lo>hi", func() { sink = s[n-2 : n-4] })
	try("slice lo", func() { sink = s[n:] })
	try("slice neg", func() { sink = s[neg:] })
	try("str slice", func() { sink = str[n:] })
	try("str slice hi", func() { sink = str[1:n] })
	try("str lo>hi", func() { sink = str[n-2 : 1] })
	try("slice3 max", func() { sink = s[0:1:n] })
	try("slice3 hi", func() { sink = s[0:n:3] })
	try("arr slice", func() { sink = arr[:n] })
	try("uint8 index", func() { sink = s[uint8(n+195)] })
	try("nil ptr", func() { sink = np.b })
	try("nil iface", func() { ni.M() })
	try("nil map", func() { m["a"] = 1 })
	try("div", func() { sink = n / (n - 5) })
	try("assert", func() { sink = e.(int) })
	try("assert named", func() { sink = e.(V) })
	try("assert iface", func() { sink = e.(I) })
	try("assert nil", func() { sink = ni.(V) })
	try("assert nil any", func() { var x any; sink = x.(string) })
	try("assert nil I", func() { var x any; sink = x.(I) })
	try("assert ptr method", func() { var x any = P{}; sink = x.(I) })
	try("assert J", func() { ni = V(1); sink = ni.(J) })
	try("makeslice", func() { sink = make([]int, neg) })
	try("makeslice cap", func() { sink = make([]int, n, n-1) })
	try("makechan", func() { sink = make(chan int, neg) })
	try("hash", func() { sink = map[any]int{[]int{}: 1} })
	try("hash struct", func() { sink = map[any]int{struct{ f func() }{}: 1} })
	try("close nil", func() { var c chan int; close(c) })
	try("close twice", func() { c := make(chan int); close(c); close(c) })
	try("send closed", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("custom error", func() { panic(errors.New("mine")) })
	try("custom value", func() { panic(T{1, 2}) })
	try("nil panic", func() { panic(nil) })
	try("value method nil", func() { var p *V; p.M() })
	try("value method iface", func() { var p *V; wrap(p) })
	try("none", func() {})
}
