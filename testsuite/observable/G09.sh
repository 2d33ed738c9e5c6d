# G09: go with functions, closures, methods, method values, interfaces, builtins, variadics
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >p.go <<'GO'
package main

import "sync"

type T struct{ n int }

var wg sync.WaitGroup

func (t T) val(k int)         { println("val", t.n+k); wg.Done() }
func (t *T) ptr()             { t.n++; println("ptr", t.n); wg.Done() }
func vari(s string, v ...int) { println(s, len(v)); wg.Done() }

type I interface{ ptr() }

func one(f func()) { wg.Add(1); f(); wg.Wait() }

func main() {
	t := &T{1}
	m := map[int]int{1: 1}
	one(func() { go t.val(1) })
	one(func() { go t.ptr() })
	one(func() { f := t.ptr; go f() })
	one(func() { go I(t).ptr() })
	one(func() { go (*T).ptr(t) })
	one(func() { go vari("a", 1, 2, 3) })
	one(func() { go vari("b", []int{4}...) })
	one(func() { x := 7; go func(y int) { println(x, y); wg.Done() }(x + 1) })
	c := make(chan int)
	go close(c)
	<-c
	go delete(m, 1)
	var f func()
	go f()
	select {}
}
GO
builds -o p p.go
run $EMU ./p
expect 2
contains 'val 2
ptr 2
ptr 3
ptr 4
ptr 5
a 3
b 1
7 8'
contains 'fatal error: go of nil func value'
