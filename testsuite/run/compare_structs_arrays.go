// Equality of structs and arrays: padding, blank fields, strings, floats, interfaces, nesting, early difference before a panic.
package main

import "fmt"

type padded struct {
	a int8
	b int64
	c int8
	d int32
	e bool
}
type blank struct {
	a int
	_ int
	b string
	_ float64
}
type mixed struct {
	s string
	i any
	f float64
	p *int
	c chan int
	e error
}
type nested struct {
	padded
	arr [3]blank
	in  struct{ x, y [2]string }
}
type empty struct{}
type myErr string

func (m myErr) Error() string { return string(m) }

//go:noinline
func dirty(fill byte) (p padded) {
	type raw [32]byte
	var r raw
	for i := range r {
		r[i] = fill
	}
	p.a, p.b, p.c, p.d, p.e = int8(r[0]&1), int64(r[1]&1), 1, 2, true
	p.a, p.b = 5, 6
	return
}

func eq[T comparable](a, b T) string {
	r := fmt.Sprint(a == b, any(a) == any(b), [2]T{a, b} == [2]T{b, a}, struct{ x T }{a} == struct{ x T }{b}, map[T]int{a: 1}[b] == 1)
	return r
}

func try(f func() bool) (r any) {
	defer func() {
		if e := recover(); e != nil {
			r = e
		}
	}()
	return f()
}

func main() {
	fmt.Println(eq(dirty(0), dirty(255)), eq(padded{a: 1}, padded{c: 1}))
	x, y := blank{1, 2, "b", 3}, blank{1, 9, "b", 8}
	fmt.Println(eq(x, y), eq(x, blank{a: 1}))
	n, m := 1, 1
	c := make(chan int)
	mk := func(p *int, e error) mixed { return mixed{"s", 3, 1.5, p, c, e} }
	fmt.Println(eq(mk(&n, nil), mk(&n, nil)), eq(mk(&n, nil), mk(&m, nil)), eq(mk(&n, myErr("e")), mk(&n, myErr("e"))))
	fmt.Println(eq(nested{arr: [3]blank{1: x}}, nested{arr: [3]blank{1: y}}), eq(nested{padded: padded{d: 1}}, nested{}))
	a, b := nested{}, nested{}
	a.in.y[1] = "abc"
	b.in.y[1] = string([]byte("abc"))
	fmt.Println(eq(a, b), eq(empty{}, empty{}), eq([0]int{}, [0]int{}), eq([3]empty{}, [3]empty{}))
	fmt.Println(eq([2][2]string{{"a", "b"}}, [2][2]string{{"a", "b"}}), eq([1]any{1}, [1]any{int8(1)}), eq(any(nil), any(nil)), eq[error](nil, myErr("")))
	fmt.Println(try(func() bool { return any([]int{}) == any([]int{}) }))
	fmt.Println(try(func() bool { return any([]int{}) == any(1) }))
	fmt.Println(try(func() bool { return [2]any{1, []int{}} == [2]any{2, []int{}} }))
	fmt.Println(try(func() bool { return [2]any{1, []int{}} == [2]any{1, []int{}} }))
	fmt.Println(try(func() bool { return mixed{i: map[int]int{}} == mixed{i: map[int]int{}} }))
	fmt.Println(try(func() bool { return mixed{s: "a", i: map[int]int{}} == mixed{s: "b", i: map[int]int{}} }))
	fmt.Println(try(func() bool { return any(struct{ f func() }{}) == any(struct{ f func() }{}) }))
	fmt.Println(try(func() bool { return any([1]any{func() {}}) == any([1]any{func() {}}) }))
	fmt.Println(try(func() bool { m := map[any]int{}; m[[1]any{[]int{1}}] = 1; return true }))
	fmt.Println(try(func() bool { _, ok := map[any]int{1: 1}[mixed{i: []string{}}]; return ok }))
	fmt.Println(try(func() bool { m := map[[2]any]int{{1, 2}: 1}; delete(m, [2]any{1, func() {}}); return true }))
	fmt.Println(try(func() bool { var e1, e2 error = myErr("q"), myErr("q"); return e1 == e2 && any(e1) == any(myErr("q")) }))
	type local struct{ a, b int }
	fmt.Println(any(local{1, 2}) == any(struct{ a, b int }{1, 2}), local{1, 2} == struct{ a, b int }{1, 2})
	var i interface{ Error() string } = myErr("z")
	fmt.Println(i == myErr("z"), myErr("z") == i, i != nil, any(i) == any("z"))
	p, q := &empty{}, new(local)
	fmt.Println(p == p, q == new(local), *q == *new(local))
	switch any(x) {
	case any(blank{1, 0, "c", 0}):
		fmt.Println("wrong")
	case any(y):
		fmt.Println("equal in switch")
	}
}
