// Package variables: static data, dependencies, order, functions init.
package main

import (
	"fmt"
	"strings"
	"unsafe"
)

var (
	a = b + 1
	b = f()
	c = "static"
	d = []string{"x", "y", 3: "z"}
	e = map[string][]int{"one": {1}, "two": {1, 2}}
	g = &tree{v: 1, l: &tree{v: 2}, r: &tree{v: 3, l: &tree{v: 4}}}
	h = [...]point{{1, 2}, 5: {3, 4}}
	i any = 42
	j error = myErr("static error")
	k = func(x int) int { return x * a }
	l = strings.ToUpper
	m, n = pair()
	o = &h[5]
	p = &q.y
	q = point{7, 8}
	r fmt.Stringer = &q
	s = [2][]any{{1, "a"}, {nil, 2.5}}
	t = struct {
		f  func() string
		xs []point
	}{func() string { return c }, []point{{9, 9}}}
	u = unsafe.Sizeof(t)
	v = []byte("bytes")
	w = complex(1, 2)
	x = [...]string{first: "f", second: "s"}
	_ = log("blank")
	y = tree.sum
	z = (*point).String
	big [1 << 16]int
)

const (
	first = iota
	second
)

type tree struct {
	v    int
	l, r *tree
}
type point struct{ x, y int }
type myErr string

func (e myErr) Error() string  { return string(e) }
func (p *point) String() string { return fmt.Sprintf("P(%d,%d)", p.x, p.y) }
func (t tree) sum() (n int) {
	n = t.v
	if t.l != nil {
		n += t.l.sum()
	}
	if t.r != nil {
		n += t.r.sum()
	}
	return
}

var order []string

func log(s string) int { order = append(order, s); return len(order) }

func f() int { log("f"); return later * 2 }

var later = 10 + log("later") - 1

func pair() (int, string) { log("pair"); return 5, "five" }

func init() { log("init1"); big[100] = 1 }
func init() { log("init2") }

func main() {
	fmt.Println(a, b, c, d, len(d), e, g.sum(), h[5], i, j, k(2), l("up"), m, n)
	fmt.Println(*o, *p, r, s, t.f(), t.xs, u, string(v), w, x, y(*g), z(&q), big[100])
	o.x = 100
	*p = 200
	fmt.Println(h[5], q)
	fmt.Println(order)
}
