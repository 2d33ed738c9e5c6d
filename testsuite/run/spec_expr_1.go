// Expressions: order of evaluation of calls, receives and operands.
package main

import "fmt"

var log []string

func v(s string, n int) int     { log = append(log, s); return n }
func b(s string, r bool) bool   { log = append(log, s); return r }
func p(s string, x *int) *int   { log = append(log, s); return x }
func m(s string) map[string]int { log = append(log, s); return map[string]int{"a": 1} }
func flush(what string)         { fmt.Println(what, log); log = nil }
func fn(s string) func(...int) int {
	log = append(log, s)
	return func(xs ...int) int { log = append(log, "call "+s); return len(xs) }
}

type T struct{ n int }

func (t *T) add(k int) *T { log = append(log, fmt.Sprint("add", k)); t.n += k; return t }

func main() {
	_ = v("a", 1) + v("b", 2)*v("c", 3)
	flush("arith")
	_ = b("x", false) && b("y", true) || b("z", true) && b("w", false)
	flush("logic")
	arr := []int{0, 0, 0}
	arr[v("i", 1)], *p("p", &arr[2]) = v("r1", 5), v("r2", 6)
	flush("assign")
	fmt.Println(arr)
	fn("f")(v("1", 1), fn("g")(v("2", 2)), v("3", 3))
	flush("call")
	_ = []int{v("e0", 0), v("e1", 1), 5: v("e5", 5)}
	flush("slice")
	_ = T{n: v("field", 2)}
	_ = map[int]int{v("k1", 1): v("v1", 1), v("k2", 2): v("v2", 2)}
	flush("map")
	t := &T{}
	t.add(1).add(v("arg", 2)).add(3)
	flush("chain")
	fmt.Println(t.n)
	i := 0
	i, arr[i] = 1, 9
	fmt.Println(i, arr)
	arr[0], arr[1], arr[2] = arr[2], arr[0], arr[1]
	fmt.Println(arr)
	m("m1")["k"] += v("val", 3)
	flush("opassign")
	c := make(chan int, 2)
	c <- 1
	c <- 2
	x, y := <-c+v("recv", 10), <-c
	fmt.Println(x, y)
	flush("recv")
	s := arr[v("lo", 0):v("hi", 2):v("max", 3)]
	fmt.Println(s, cap(s))
	flush("slice3")
	defer fn("defer")(v("darg", 1))
	flush("defer")
	if b("if", true) != b("if2", true) {
		fmt.Println("never")
	}
	flush("cmp")
	switch v("tag", 2) {
	case v("c1", 1), v("c2", 2), v("c3", 3):
	case v("c4", 4):
	}
	flush("switch")
	for i := v("init", 0); b("cond", i < 2); i += v("post", 1) {
	}
	flush("for")
}
