// Run-time panics and their texts; recover in all its positions.
package main

import (
	"errors"
	"fmt"
	"runtime"
)

type T struct{ a [5]int }
type I interface{ M() }
type impl int

func (impl) M() {}

func catch(name string, f func()) {
	defer func() {
		r := recover()
		if re, ok := r.(runtime.Error); ok {
			fmt.Println(name+": runtime error:", re.Error())
		} else {
			fmt.Printf("%s: %v (%T)\n", name, r, r)
		}
	}()
	f()
	fmt.Println(name, "no panic")
}

func nested() (s string) {
	defer func() { s += fmt.Sprint(" outer:", recover()) }()
	defer func() {
		defer func() { s += fmt.Sprint("inner:", recover()) }()
		panic("second")
	}()
	panic("first")
}

func helper() any { return recover() }

func notDirect() (r any) {
	defer func() { r = recover() }()
	defer func() { helper() }()
	panic("still there")
}

func direct() (r string) {
	defer func() { r = fmt.Sprint("after ", recover() == nil) }()
	defer recoverer()
	panic("gone")
}

func recoverer() { recover() }

func rethrow() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.Join(r.(error), errors.New("more"))
		}
	}()
	func() {
		defer func() { panic(fmt.Errorf("wrapped: %v", recover())) }()
		panic("deep")
	}()
	return nil
}

func loop() (out []int) {
	for i := range 3 {
		func() {
			defer func() {
				recover()
				out = append(out, i)
			}()
			if i == 1 {
				panic(i)
			}
		}()
	}
	return
}

func results() (a int, b string, err error) {
	defer func() {
		recover()
		a *= 2
	}()
	a, b = 21, "set"
	panic("x")
}

func main() {
	s := []int{1, 2, 3}
	i, j := 5, 1
	neg := -1
	var p *T
	var m map[string]int
	var e any = "str"
	var n I
	var f func()
	zero := 0
	catch("index", func() { _ = s[i] })
	catch("index negative", func() { _ = s[neg] })
	catch("slice high", func() { _ = s[:i] })
	catch("slice order", func() { _ = s[2:j] })
	catch("slice3", func() { _ = s[0:2:i] })
	catch("slice3 order", func() { _ = s[0:3:j] })
	catch("string", func() { _ = "abc"[i] })
	catch("string slice", func() { _ = "abc"[i:] })
	catch("array", func() { _ = p.a[2] })
	catch("nil map", func() { m["x"] = 1 })
	catch("divide", func() { _ = i / zero })
	catch("mod", func() { _ = i % zero })
	catch("shift", func() { _ = i << neg })
	catch("assert", func() { _ = e.(int) })
	catch("assert iface", func() { _ = e.(I) })
	catch("assert nil", func() { var x any; _ = x.(int) })
	catch("nil iface", func() { n.M() })
	catch("nil func", func() { f() })
	catch("makeslice", func() { _ = make([]int, neg) })
	catch("makeslice cap", func() { _ = make([]int, 2, j) })
	catch("to array", func() { _ = [4]int(s) })
	catch("uncomparable", func() { var a, b any = s, s; _ = a == b })
	catch("unhashable", func() { _ = map[any]int{s: 1} })
	catch("closed", func() { c := make(chan int); close(c); close(c) })
	catch("value", func() { panic(impl(3)) })
	catch("error", func() { panic(errors.New("an error")) })
	catch("nil", func() { panic(nil) })
	catch("fine", func() {})
	fmt.Println(nested())
	fmt.Println(notDirect())
	fmt.Println(direct())
	fmt.Println(rethrow())
	fmt.Println(loop())
	fmt.Println(results())
}
