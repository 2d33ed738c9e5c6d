// Where recover works: called directly by a deferred function, at any depth of wrappers, never elsewhere.
package main

import (
	"errors"
	"fmt"
)

type T struct{ name string }

func (t T) Val()         { fmt.Println(t.name, "val", recover()) }
func (t *T) Ptr()        { fmt.Println(t.name, "ptr", recover()) }
func (t T) Arg(x ...any) { fmt.Println(t.name, x, recover()) }

type I interface{ Val() }
type Emb struct{ *T }
type Emb2 struct{ I }

func Gen[X any](x X) { fmt.Printf("gen %T %v %v\n", x, x, recover()) }

type G[X any] struct{ x X }

func (g *G[X]) Rec() { fmt.Println("G", g.x, recover()) }

func stop(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return "no panic"
}

func nested() { func() { recover() }() }

func indirect(f func() any) any { return f() }

func recoverArg() (s string) {
	defer func() { s = fmt.Sprint("outer got ", recover()) }()
	defer fmt.Sprint(recover())
	panic("arg")
}

func deferDeferred() {
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
	}()
	panic("inner may not")
}

func recursive(n int) {
	defer func() {
		if n%2 == 0 {
			if r := recover(); r != nil {
				fmt.Println("level", n, r)
				panic(fmt.Sprint(r, "+", n))
			}
		}
	}()
	if n == 0 {
		panic("bottom")
	}
	recursive(n - 1)
}

func panicInArgs() {
	defer func() { fmt.Println("args:", recover()) }()
	defer fmt.Println("never deferred", func() int { panic("while evaluating") }())
}

func nilDeferred() {
	defer func() { fmt.Println("nil func:", recover()) }()
	var f func()
	defer f()
	fmt.Println("body runs first")
}

func results() (a int, b string) {
	defer func() {
		if e, ok := recover().(error); ok {
			b = e.Error()
		}
	}()
	a = 1
	return 2, func() string { panic(errors.New("result not set")) }()
}

func main() {
	t := &T{"t"}
	fs := []func(){
		func() { defer t.Val(); panic(1) },
		func() { defer t.Ptr(); panic(2) },
		func() { defer t.Arg("x", 1); panic(3) },
		func() { defer I(t).Val(); panic(4) },
		func() { defer Emb{t}.Val(); panic(5) },
		func() { e := Emb2{I: *t}; defer e.Val(); panic(6) },
		func() { f := t.Val; defer f(); panic(7) },
		func() { defer T.Val(*t); panic(8) },
		func() { defer (*T).Val(t); panic(9) },
		func() { defer (*T).Ptr(t); panic(10) },
		func() { f := I.Val; defer f(Emb{t}); panic(11) },
		func() { defer Gen("a"); panic(12) },
		func() { defer Gen(t.name == "t"); panic(13) },
		func() { defer (&G[int]{5}).Rec(); panic(14) },
		func() { f := (*G[string]).Rec; defer f(&G[string]{"gs"}); panic(15) },
		func() { defer nested(); panic(16) },
		func() { defer func() { indirect(func() any { return recover() }) }(); panic(17) },
		func() { defer func() { recover() }(); defer panic(18); panic(19) },
		func() { defer recover(); panic(20) },
		func() { recover(); defer func() {}(); panic(21) },
		deferDeferred, func() { recursive(5) }, panicInArgs, nilDeferred,
	}
	for i, f := range fs {
		fmt.Println(i+1, stop(f))
	}
	fmt.Println(recoverArg())
	fmt.Println(results())
}
