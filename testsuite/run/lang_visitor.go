// Double dispatch over a tree: embedded default methods, type switches against interface calls, generic folds.
package main

import (
	"fmt"
	"strings"
)

type Visitor[R any] interface {
	Num(*Num) R
	Bin(*Bin) R
	Neg(*Neg) R
}

type Node interface{ isNode() }
type mark struct{}

func (mark) isNode() {}

type Num struct {
	mark
	V int
}
type Bin struct {
	mark
	Op   byte
	L, R Node
}
type Neg struct {
	mark
	X Node
}

func Visit[R any](n Node, v Visitor[R]) R {
	switch n := n.(type) {
	case *Num:
		return v.Num(n)
	case *Bin:
		return v.Bin(n)
	case *Neg:
		return v.Neg(n)
	case nil:
		panic("nil node")
	default:
		panic(fmt.Sprintf("unknown node %T", n))
	}
}

type eval struct{ steps *int }

func (e eval) Num(n *Num) int { *e.steps++; return n.V }
func (e eval) Neg(n *Neg) int { *e.steps++; return -Visit(n.X, e) }
func (e eval) Bin(n *Bin) int {
	*e.steps++
	l, r := Visit(n.L, e), Visit(n.R, e)
	switch n.Op {
	case '+':
		return l + r
	case '*':
		return l * r
	case '/':
		return l / r
	}
	panic("operator " + string(n.Op))
}

type show struct{}

func (show) Num(n *Num) string { return fmt.Sprint(n.V) }
func (s show) Neg(n *Neg) string { return "-" + Visit[string](n.X, s) }
func (s show) Bin(n *Bin) string {
	return "(" + Visit[string](n.L, s) + " " + string(n.Op) + " " + Visit[string](n.R, s) + ")"
}

// Only constants are shown differently.
type loud struct{ show }

func (l loud) Num(n *Num) string { return strings.Repeat("!", n.V) }

type rewrite struct{}

func (rewrite) Num(n *Num) Node { return n }
func (r rewrite) Neg(n *Neg) Node {
	if x, ok := Visit[Node](n.X, r).(*Neg); ok {
		return x.X
	}
	return n
}
func (r rewrite) Bin(n *Bin) Node {
	l, rr := Visit[Node](n.L, r), Visit[Node](n.R, r)
	if c, ok := l.(*Num); ok && n.Op == '*' && c.V == 1 {
		return rr
	}
	return &Bin{Op: n.Op, L: l, R: rr}
}

func try(n Node) (s string) {
	defer func() {
		if r := recover(); r != nil {
			s = fmt.Sprint("panic: ", r)
		}
	}()
	steps := 0
	return fmt.Sprint(Visit[int](n, eval{&steps}), " in ", steps)
}

type alien struct{ mark }

func main() {
	t := &Bin{Op: '+', L: &Bin{Op: '*', L: &Num{V: 1}, R: &Neg{X: &Neg{X: &Num{V: 4}}}}, R: &Neg{X: &Num{V: 2}}}
	fmt.Println(Visit[string](t, show{}), Visit[string](t, loud{}), try(t))
	u := Visit[Node](t, rewrite{})
	fmt.Println(Visit[string](u, show{}), try(u))
	fmt.Println(try(&Bin{Op: '/', L: t, R: &Num{}}), try(&Bin{Op: '?', L: t, R: t}), try(nil), try(alien{}))
}
