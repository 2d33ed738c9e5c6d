// Type assertions: to concrete types and interfaces, comma-ok into anything, chained, panics with the exact reasons.
package main

import (
	"errors"
	"fmt"
	"io"
)

type I interface{ M() int }
type J interface {
	I
	N(string) error
}
type K interface{ m() }
type A int
type B struct{ v [5]int }
type C struct{ I }
type P struct{}
type Wrong struct{}

func (a A) M() int          { return int(a) }
func (b *B) M() int         { return b.v[2] }
func (b *B) N(string) error { return nil }
func (p *P) M() int         { return -1 }
func (Wrong) M() string     { return "" }
func (Wrong) N()            {}

func try(f func() any) {
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		e, ok := r.(error)
		fmt.Println("panic:", e, ok)
	}()
	fmt.Println(f())
}

type box struct {
	i  I
	ok bool
	n  map[string]any
}

func into(x any) (b box, n int) {
	b.i, b.ok = x.(I)
	b.n = map[string]any{}
	b.n["v"], b.n["ok"] = x.(A)
	var e any
	e, _ = x.(J)
	if e != nil {
		n = 5
	}
	if v, ok := x.(interface{ M() int }); ok {
		n += v.M()
	}
	_, b.ok = x.(fmt.Stringer)
	return
}

func generic[T any](x any) (T, bool) { v, ok := x.(T); return v, ok }

func unwrap(err error) (n int) {
	for err != nil {
		n++
		u, ok := err.(interface{ Unwrap() error })
		if !ok {
			break
		}
		err = u.Unwrap()
	}
	return
}

func main() {
	var x any = A(3)
	var i I = &B{[5]int{2: 9}}
	var ni I
	var nx any
	fmt.Println(x.(A), x.(I).M(), i.(*B).v, i.(J).N("") == nil, i.(any).(J).(I).(*B) == i, any(i).(interface{ N(string) error }) != nil)
	for _, v := range []any{A(1), &B{}, B{}, C{A(7)}, &C{i}, nil, "s", Wrong{}} {
		b, n := into(v)
		_, isC := v.(C)
		fmt.Print(b.i != nil, b.n["ok"], n, isC, " ")
	}
	fmt.Println()
	fmt.Println(generic[A](x))
	fmt.Println(generic[int](x))
	fmt.Println(generic[[2]string](x))
	fmt.Println(generic[error](nx))
	fmt.Println(generic[I](C{A(2)}))
	try(func() any { return x.(int) })
	try(func() any { return x.(J) })
	try(func() any { return nx.(int) })
	try(func() any { return nx.(I) })
	try(func() any { return ni.(A) })
	try(func() any { return ni.(J) })
	try(func() any { return i.(A) })
	try(func() any { return any(P{}).(I) })
	try(func() any { return any(Wrong{}).(I) })
	try(func() any { return any(Wrong{}).(J) })
	try(func() any { return any(B{}).(J) })
	try(func() any { return any(A(1)).(K) })
	try(func() any { return any(struct{ x int }{1}).(struct{ y int }) })
	try(func() any { return any([]int{}).(fmt.Stringer) })
	try(func() any { return any(func() {}).(func(int)) })
	try(func() any { return error(io.EOF).(interface{ Timeout() bool }) })
	try(func() any { type A int; return x.(A) })
	fmt.Println(unwrap(fmt.Errorf("a %w", fmt.Errorf("b %w", io.EOF))), unwrap(nil), unwrap(errors.New("")))
	c := C{A(4)}
	f := any(c).(I).M
	c.I = A(5)
	g := any(&c).(I).M
	c.I = A(6)
	fmt.Println(f(), g(), any(c).(C).I.(A))
	v, ok := any(B{[5]int{1}}).(B)
	v.v[0]++
	w, ok2 := any("x").(B)
	fmt.Println(v, ok, w, ok2)
}
