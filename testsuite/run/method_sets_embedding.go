// Method sets: value and pointer receivers through embedding by value, by pointer and by interface; method values and expressions of all.
package main

import "fmt"

type T struct{ n int }

func (t T) Val() int     { t.n++; return t.n }
func (t *T) Ptr() int    { t.n++; return t.n }
func (t T) Same() string { return "T" }

type ByVal struct{ T }
type ByPtr struct{ *T }
type Deep struct {
	pad string
	ByPtr
}
type Deeper struct {
	x [3]int
	*Deep
	extra int
}
type Valer interface{ Val() int }
type Ptrer interface{ Ptr() int }
type Both interface {
	Valer
	Ptrer
	Same() string
}
type ByIface struct {
	id int
	Both
}

func (ByVal) Same() string { return "ByVal" }
func (*Deep) Same() string { return "Deep" }

type Num int

func (n Num) Add(m Num) Num { return n + m }
func (n *Num) Inc(by ...Num) *Num {
	for _, b := range by {
		*n += b
	}
	return n
}

type G[K comparable, V any] struct {
	m map[K]V
	T
}

func (g *G[K, V]) Set(k K, v V) *G[K, V] {
	if g.m == nil {
		g.m = map[K]V{}
	}
	g.m[k] = v
	return g
}
func (g G[K, V]) Get(k K) (V, bool) { v, ok := g.m[k]; return v, ok }

func sets(x any) (s string) {
	if _, ok := x.(Valer); ok {
		s += "v"
	}
	if _, ok := x.(Ptrer); ok {
		s += "p"
	}
	if b, ok := x.(Both); ok {
		s += "b" + b.Same()
	}
	return s
}

func main() {
	t := T{}
	bv, bp := ByVal{t}, ByPtr{&t}
	d := Deep{"p", ByPtr{&T{10}}}
	dd := Deeper{Deep: &d}
	bi := ByIface{1, bp}
	for _, x := range []any{t, &t, bv, &bv, bp, &bp, d, &d, dd, &dd, bi, &bi} {
		fmt.Print(sets(x), " ")
	}
	fmt.Println()
	fmt.Println(bv.Val(), bv.Ptr(), bv.Ptr(), bv.n, bp.Ptr(), dd.Ptr(), dd.Val(), bi.Ptr(), bi.Same(), dd.Same())
	fmt.Println(t.n, d.n, dd.n)
	f1, f2, f3, f4 := bv.Val, bv.Ptr, dd.Ptr, bi.Ptr
	bv.n, d.T, bi.Both = 100, &T{200}, &T{300}
	fmt.Println(f1(), f1(), f2(), f3(), f4(), bv.n, d.n, t.n)
	e1, e2, e3, e4, e5 := ByVal.Val, (*ByVal).Ptr, Deeper.Ptr, (*Deeper).Val, Both.Ptr
	fmt.Println(e1(bv), e2(&bv), e3(dd), e4(&dd), e5(bi), ByIface.Ptr(bi), (*ByIface).Val(&bi), Valer.Val(bv), (*T).Val(&t), interface{ Same() string }.Same(dd))
	fmt.Printf("%T %T %T\n", e2, e3, (*G[string, int]).Set)
	var n Num = 5
	inc := n.Inc
	add := n.Add
	n = 50
	fmt.Println(*inc(1, 2), add(3))
	fmt.Println(*(*Num).Inc(&n, 7).Inc(), Num.Add(1, 2))
	fmt.Println((*Num).Add(&n, 1))
	ns := []Num{1, 2}
	ns[1].Inc(ns...)
	mp := map[string]*Num{"a": &ns[0]}
	mp["a"].Inc(4)
	fmt.Println(ns, struct{ *Num }{&n}.Add(1))
	var g G[string, []int]
	set := g.Set
	set("a", []int{1}).Set("b", nil).Ptr()
	get := g.Get
	set("c", []int{3})
	fmt.Println(g.n, len(g.m))
	fmt.Println(get("c"))
	fmt.Println(G[string, []int].Get(g, "zz"))
	func() {
		defer func() { fmt.Println("nil embedded pointer", recover() != nil) }()
		var bad Deeper
		f := bad.Ptr
		fmt.Println("not reached", f)
	}()
	func() {
		defer func() { fmt.Println("nil interface", recover() != nil) }()
		var bad ByIface
		f := bad.Ptr
		fmt.Println("not reached", f)
	}()
	func() {
		defer func() { fmt.Println("expression", recover() != nil) }()
		f := (*T).Val
		f(nil)
	}()
	fs := map[string]func(*T) int{"ptr": (*T).Ptr, "val": (*T).Val, "closure": func(t *T) int { return t.Ptr() * 10 }}
	fmt.Println(fs["ptr"](&t), fs["val"](&t), fs["closure"](&t), t)
}
