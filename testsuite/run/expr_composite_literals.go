// Composite literals: elided types at every level, pointers, keys of arrays, maps of structs, nested functions, address-of, evaluation.
package main

import "fmt"

type P struct{ X, Y int }
type L struct {
	A, B P
	Ps   []*P
	M    map[P][]P
	F    func(int) *P
}
type Arr [2]P
type PP *P
type M map[string]*[2]Arr

const last = 4

var global = [...][]map[string]*P{
	{{"a": {1, 2}}, nil, {}},
	2: {{"b": {Y: 3}, "c": nil}},
}

var fib = [...]int{0: 1, 1, 2, 3, 10: 89, 144, last: 50}

func ptr(n int) *P { return &P{n, n} }

func sum(ps ...*P) (s int) {
	for _, p := range ps {
		if p != nil {
			s = s*10 + p.X + p.Y
		}
	}
	return
}

func fresh() (same bool) {
	var ps []*P
	for i := range 3 {
		p := &P{X: i}
		ps = append(ps, p, &P{})
	}
	ss := [][]int{}
	for range 2 {
		s := []int{1, 2, 3}
		s[0]++
		ss = append(ss, s)
	}
	return ps[0] == ps[2] || ps[1] == ps[3] || &ss[0][0] == &ss[1][0] || ss[1][0] != 2
}

func selfRef() (x P, s []int, m map[string]int) {
	x = P{1, 2}
	x = P{x.Y, x.X}
	s = []int{1, 2, 3}
	s = []int{s[2], s[1], s[0], len(s)}
	m = map[string]int{"a": 1}
	m = map[string]int{"a": m["a"] + 1, "b": m["a"], "n": len(m)}
	arr := [2]P{{1, 2}, {3, 4}}
	arr = [2]P{arr[1], arr[0]}
	arr[0] = P{Y: arr[0].X, X: arr[1].Y}
	p := &arr[1]
	*p = P{p.Y, arr[0].X}
	x.X += arr[0].X*100 + arr[1].X*1000 + arr[1].Y*10000
	return
}

func main() {
	l := L{P{1, 2}, P{Y: 4}, []*P{{5, 6}, nil, {}}, map[P][]P{{7, 8}: {{9, 10}, {}}, {}: nil}, ptr}
	fmt.Println(l.A, l.B, *l.Ps[0], l.Ps[1] == nil, *l.Ps[2], l.M, l.F(3).X)
	fmt.Println(len(global), len(global[0]), *global[0][0]["a"], global[1] == nil, global[2][0]["b"].Y, len(global[2][0]), global[0][1] == nil, global[0][2] == nil)
	fmt.Println(fib, len(fib), [...]string{last: "z", 1: "b"}, [3]bool{2: true}, []rune{'z' - 'x': 'q', 'r'})
	m := M{"x": {{{1, 2}, {3, 4}}, {1: {5, 6}}}, "y": nil}
	fmt.Println(*m["x"], m["y"] == nil, m["x"][0][1].Y, len(m["x"]))
	fmt.Println(sum(&P{1, 1}, nil, ptr(2), &l.A, PP(&P{0, 5})), fresh())
	fmt.Println(selfRef())
	fmt.Println([]any{1, P{}, &P{} == nil, []P{{}}, [0]int{}, map[any]any{1: 2, P{1, 2}: "p", "k": nil}[P{1, 2}]})
	mm := map[[2]int]map[string]struct{ a, b int }{{1, 2}: {"q": {3, 4}}, {}: {}}
	fmt.Println(mm[[2]int{1, 2}]["q"].b, mm[[2]int{}] == nil, len(mm))
	anon := []struct {
		name string
		f    func(...int) int
		in   struct{ p *P }
	}{
		{"sum", func(x ...int) int { return len(x) }, struct{ p *P }{&P{1, 2}}},
		{name: "nil"},
	}
	fmt.Println(anon[0].f(1, 2, 3), anon[0].in.p.Y, anon[1].f == nil, anon[1].in.p == nil)
	ch := []chan<- int{make(chan int, 1), 2: nil}
	ch[0] <- 1
	fmt.Println(len(ch), len(ch[0]), *&[]*P{{1, 2}}[0].X, (&P{3, 4}).Y, (&[2]int{1, 2})[:1:1], len(&[3]int{}), &struct{}{} != nil)
	for i, p := range []*P{{1, 0}, {2, 0}} {
		defer func() { fmt.Print(i, *p, P{i, i}.X, " ") }()
	}
	if p := (P{1, 2}); p == (P{1, 2}) && p != (P{}) {
		fmt.Println("equal", [2]P{p} == [...]P{{1, 2}, {}})
	}
	big := [300]int{299: 1, 100: 5, 6, 7}
	s := 0
	for i, v := range big {
		s += i * v
	}
	fmt.Println(s, [2][3][2]int{1: {2: {1: 9}}})
}
