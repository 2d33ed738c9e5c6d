// Order of evaluation that the specification fixes: calls, method calls, receives and logical operators, left to right.
package main

import "fmt"

var trace []string

func t[T any](name string, v T) T { trace = append(trace, name); return v }
func flush(what string)           { fmt.Println(what, trace); trace = nil }

type S struct {
	a, b int
	m    map[string]int
	p    *S
}

func (s *S) get(n string) *S { trace = append(trace, "."+n); return s }
func (s S) val(x ...int) int { trace = append(trace, fmt.Sprint("val", x)); return s.a + len(x) }

func catch(f func()) {
	defer func() {
		if r := recover(); r != nil {
			trace = append(trace, fmt.Sprint("panic:", r))
		}
	}()
	f()
}

func main() {
	s := &S{a: 1, b: 2, m: map[string]int{}}
	arr := []int{1, 2, 3, 4}
	c := make(chan int, 4)
	for i := range 4 {
		c <- i
	}
	x := t("f", 1) + t("g", 2)*t("h", 3) - s.get("x").val(t("i", 1), t("j", 2))
	flush(fmt.Sprint("arith ", x))
	arr[t("idx", 1)] = t("rhs", 9)
	flush("index")
	t("arr", arr)[t("i", 0)], s.m[t("k", "key")] = t("v", 1), t("w", 2)
	flush("two")
	s.get("l").a, s.get("m").b = s.get("r").b, t("q", 5)
	flush("fields")
	t("m", s.m)[t("kk", "a")] += t("vv", 3)
	flush("op")
	_ = []int{t("1", 1), t("2", 2), 5: t("3", 3)}
	_ = map[string]int{t("ka", "a"): t("va", 1), t("kb", "b"): t("vb", 2)}
	_ = S{b: t("b", 1), a: t("a", 2)}
	flush("literals")
	fmt.Sprint(<-c, t("mid", 0), <-c, t("bool", true) || t("not", true), t("and", false) && t("not", true))
	flush("call")
	t("fn", func(a, b int) { trace = append(trace, "body") })(t("a1", 1), t("a2", 2))
	flush("func value")
	t("chan", c) <- t("value", 7)
	flush("send")
	switch t("tag", 3) {
	case t("c1", 1), t("c2", 2):
	case t("c3", 3), t("c4", 4):
	case t("c5", 5):
	}
	flush("switch")
	for i := t("init", 0); t("cond", i < 2); i += t("post", 1) {
	}
	flush("for")
	_ = arr[t("lo", 0):t("hi", 3):t("max", 4)]
	flush("slice")
	select {
	case t("other", make(chan int)) <- t("sv", 1):
	case arr[t("lhs", 0)] = <-t("rc", c):
	}
	flush("select")
	catch(func() { t("nilmap", map[string]int(nil))[t("key", "x")] = t("val", 1) })
	flush("nil map")
	catch(func() { arr[t("bad", 10)], arr[t("second", 0)] = t("v1", 1), t("v2", 2) })
	flush("index panics")
	catch(func() { var p *S; p.a = t("late", 1) })
	flush("nil pointer")
	catch(func() { arr[0], arr[t("ok", 1)], s.p.p.a = 70, 71, 72 })
	flush(fmt.Sprint("partial ", arr))
	catch(func() { a := t("z", 1) / t("zero", 0); _ = a * t("never", 1) })
	flush("division")
	catch(func() { var f func(int); f(t("arg of nil func", 1)) })
	flush("nil func")
	defer func() { flush("end") }()
	defer t("deferfn", func(int) {})(t("deferarg", 1))
	go t("gofn", func(int) {})(t("goarg", 1))
	flush("defer, go")
	var i any = t("any", 3)
	_ = t("x", i).(int) + t("y", i).(int)
	a, b := t("A", 1), func() int { return t("B", 2) }()
	a, b = b, a
	flush(fmt.Sprint("assert ", a, b))
}
