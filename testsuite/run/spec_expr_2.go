// Expressions: selectors through pointers, composite literals, comparison.
package main

import "fmt"

type In struct{ A, B int }
type Mid struct{ *In }
type Out struct {
	Mid
	C int
}

type Key struct {
	name string
	pos  [2]int8
	any  any
}

func cmp(a, b any) (s string) {
	defer func() {
		if r := recover(); r != nil {
			s = fmt.Sprint("panic: ", r)
		}
	}()
	return fmt.Sprint(a == b)
}

func variadic(pre string, xs ...any) string { return fmt.Sprint(pre, len(xs), xs == nil) }

func multi() (string, any, any) { return "m", 1, nil }

func main() {
	o := Out{Mid{&In{1, 2}}, 3}
	o.A += 10
	o.Mid.In.B *= 4
	fmt.Println(o.A, o.B, o.C, *o.In)
	po := &o
	pp := &po
	(*pp).A++
	(**pp).C--
	fmt.Println(po.A, po.C)
	k := Key{"a", [2]int8{1, 2}, 3}
	fmt.Println(k == Key{"a", [2]int8{1, 2}, 3}, k == Key{"a", [2]int8{1, 2}, int8(3)}, k != Key{})
	fmt.Println(cmp(1, 1), cmp(1, 1.0), cmp(nil, nil), cmp("a", "a"), cmp([1]any{1}, [1]any{1}))
	fmt.Println(cmp([]int{}, []int{}))
	fmt.Println(cmp(map[int]int{}, 3), cmp(Key{any: []int{}}, Key{any: []int{}}))
	fmt.Println(cmp(func() {}, func() {}))
	fmt.Println(cmp(struct{ f any }{[]int{}}, struct{ f any }{1}))
	e1, e2 := fmt.Errorf("x"), fmt.Errorf("x")
	fmt.Println(e1 == e2, e1 == e1, cmp(e1, e1))
	fmt.Println(variadic("a"), variadic("b", nil), variadic("c", nil, 1), variadic("d", []any{1, 2, 3}...), variadic("e", nil...))
	fmt.Println(variadic(multi()))
	pts := map[string]*In{"x": {1, 2}}
	pts["x"].A = 50
	fmt.Println(*pts["x"], [...]In{2: {B: 7}}, [][]int{{1}, {2, 3}}[1][0])
	f := func(a, b int) (int, int) { return b, a }
	x, y := f(f(f(1, 2)))
	fmt.Println(x, y, func(n int) int { return n * n }(9))
	s := "hello"
	fmt.Println(s[1:3], s[:0] == "", s[4], s[len(s):], s < "help", "Z" < "a", "" < "a", "a" < "ab")
	arr := &[3]int{1, 2, 3}
	fmt.Println(arr[1], arr[:2], len(arr))
}
