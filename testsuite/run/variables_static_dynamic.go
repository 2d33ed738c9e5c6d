// Variables: allocation by new and by &T{}, structured variables, static and dynamic types, zero values.
package main

import "fmt"

type Point struct{ X, Y float64 }
type Line struct {
	A, B  Point
	Names [2]string
	Next  *Line
	F     func(int) int
	M     map[string]int
	I     any
}

func newInt(v int) *int { p := new(int); *p = v; return p }

func addresses() bool {
	var l Line
	p, q := &l.A, &l.A.X
	p.X = 4
	*q += 1
	arr := [3][2]int{}
	r := &arr[1]
	s := &arr[1][1]
	r[1] = 8
	*s *= 2
	sl := arr[:]
	sl[1][0] = 5
	return l.A.X == 5 && arr == [3][2]int{1: {5, 16}} && &arr[1][0] == &sl[1][0] && q == &p.X
}

func dynamic() (out []string) {
	var x any
	show := func() { out = append(out, fmt.Sprintf("%T=%v", x, x)) }
	show()
	x = 42
	show()
	var p *Point
	x = p
	show()
	out = append(out, fmt.Sprint(x == nil, x == (*Point)(nil), x == any(nil)))
	x = Point{1, 2}
	show()
	x = [2]any{1, "s"}
	show()
	x = error(nil)
	show()
	x = struct{ a, b int }{1, 2}
	show()
	return
}

func pair() (int, string) { return 9, "nine" }

var (
	g1, g2     = pair()
	g3         = g1 * 2
	g4     any = g3
	g5     Line
	g6     [4]*int
	g7             = &g6[2]
	g8, g9 float32 = 1, 2.5
)

func escape() []*int {
	var out []*int
	for i := range 4 {
		v := i * i
		out = append(out, &v, &i)
	}
	return out
}

func zero[T any]() (z T) { return }

func main() {
	fmt.Println(*newInt(3), newInt(1) == newInt(1), addresses())
	for _, s := range dynamic() {
		fmt.Println(s)
	}
	*g7 = newInt(11)
	fmt.Println(g1, g2, g3, g4, *g6[2], g6[0] == nil, g8, g9)
	fmt.Printf("%v %+v\n", g5.A, g5)
	for _, p := range escape() {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	fmt.Printf("%v %q %v %v %v %v\n", zero[int](), zero[string](), zero[[]int]() == nil, zero[map[int]int]() == nil, zero[Point](), zero[any]())
	var a, b, c = 1, "two", 3.0
	var d, e *Point = &Point{}, nil
	*d, c = Point{c, float64(a)}, d.X
	fmt.Println(a, b, c, *d, e)
}
