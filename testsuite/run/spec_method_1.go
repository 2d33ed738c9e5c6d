// Methods: values and expressions, bound receivers, method sets.
package main

import "fmt"

type P struct{ x, y int }

func (p P) Sum(k int) int    { return p.x + p.y + k }
func (p *P) Scale(k int) *P  { p.x *= k; p.y *= k; return p }
func (P) Many(xs ...int) int { return len(xs) }
func (p P) String() string   { return fmt.Sprintf("<%d %d>", p.x, p.y) }

type F func(int) int

func (f F) Twice(n int) int { return f(f(n)) }

type M map[string]int

func (m M) Inc(k string) { m[k]++ }

type Summer interface{ Sum(int) int }
type I int

func (i I) Sum(k int) int { return int(i) + k }

type E struct {
	*P
	Summer
}

type G[T any] struct{ v T }

func (g G[T]) Get() T   { return g.v }
func (g *G[T]) Set(v T) { g.v = v }

func main() {
	p := P{1, 2}
	f, g := p.Sum, p.Scale
	p.x = 100
	fmt.Println(f(0), p.Sum(0))
	g(2)
	fmt.Println(p, P.Sum(p, 1), (*P).Sum(&p, 2))
	fmt.Println((*P).Scale(&p, 3))
	fmt.Println(p)
	h := P.Many
	fmt.Println(h(p, 1, 2, 3), P{}.Many(), p.Many([]int{1, 2}...))
	fmt.Println(F(func(n int) int { return n * n }).Twice(3), F.Twice(func(n int) int { return n + 1 }, 5))
	m := M{}
	inc := m.Inc
	inc("a")
	inc("a")
	M.Inc(m, "b")
	fmt.Println(m)
	var s Summer = I(10)
	sm := s.Sum
	s = I(20)
	fmt.Println(sm(1), s.Sum(1), Summer.Sum(s, 5), interface{ Sum(int) int }.Sum(p, 0))
	e := E{P: &P{3, 4}, Summer: I(7)}
	fmt.Println(e.P.Sum(0), e.Summer.Sum(0), e.x)
	fmt.Println(E.Scale(e, 2))
	fmt.Println(e.y, e.String())
	gg := G[string]{"a"}
	set, get := gg.Set, gg.Get
	set("b")
	fmt.Println(gg.Get(), get(), G[int].Get(G[int]{5}))
	(*G[string]).Set(&gg, "c")
	fmt.Printf("%v %T\n", gg, G[int].Get)
	fs := []func(int) int{p.Sum, e.P.Sum, I(1).Sum, s.Sum}
	for i, f := range fs {
		fmt.Print(f(i), " ")
	}
	fmt.Println()
	defer func() { fmt.Println(recover()) }()
	var ns Summer
	bad := ns.Sum
	fmt.Println("unreachable", bad)
}
