// Generic types and functions of other packages: instances made here and there are the same types and share package variables.
package main

import (
	"fmt"

	"example.com/gen/list"
	"example.com/gen/set"
)

type meters float64
type grid[T any] = list.List[*list.List[T]]
type stringer interface{ String() string }
type pt struct{ x, y int }

func (p pt) String() string { return fmt.Sprintf("<%d,%d>", p.x, p.y) }

func render[T any](l *list.List[T]) (s string) {
	for i, v := range l.All() {
		if i > 0 {
			s += ","
		}
		switch v := any(v).(type) {
		case stringer:
			s += v.String()
		case *list.List[T]:
			s += "[" + render(v) + "]"
		case *list.List[int]:
			s += "(" + render(v) + ")"
		default:
			s += fmt.Sprint(v)
		}
	}
	return
}

func main() {
	l := list.Of(1, 2, 3)
	fmt.Println(render(l), set.Sum(l), set.Sum(list.Of[meters](1.5, 2)), list.Made())
	m := list.Map(l, func(i int) pt { return pt{i, i * i} })
	fmt.Println(render(m), list.Last(), m.Len())
	var g grid[int]
	g.Add(l).Add(list.Map(m, func(p pt) int { return p.x - p.y }))
	fmt.Println(render(&g), g.Len())
	s := set.New("a", "b", "a")
	fmt.Println(s.Count("a"), s.Count("b"), s.Count("c"), set.New(pt{1, 2}, pt{1, 2}).Count(pt{1, 2}))
	h := set.Hidden()
	fmt.Printf("%v %T %T\n", h.Count(h.Any()) > 0, l, h)
	var x any = list.Of(2.5)
	_, ok1 := x.(*list.List[float64])
	_, ok2 := x.(*list.List[meters])
	fmt.Println(ok1, ok2, list.Fold(list.Of("x", "y"), 10, func(n int, s string) int { return n*2 + len(s) }))
	f := list.Map[string, func() string]
	for _, fn := range f(list.Of("p", "q"), func(s string) func() string { return func() string { s += s; return s } }).All() {
		fmt.Print(fn(), fn(), " ")
	}
	add := (*list.List[int]).Add
	fmt.Println(add(l, 4).Len(), list.Made())
	for i, v := range list.Of(list.Of(1), list.Of[int](), list.Of(5, 6)).All() {
		for j, w := range v.All() {
			if w == 6 {
				break
			}
			fmt.Print(i, j, w, ";")
		}
	}
	fmt.Println()
}
