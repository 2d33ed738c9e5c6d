// When receivers are copied: method values, method expressions, deferred and go calls, interface conversions, closures.
package main

import "fmt"

type V struct {
	n   int
	arr [3]int
}

func (v V) get() int      { return v.n*100 + v.arr[1] }
func (v *V) add(d int) *V { v.n += d; v.arr[1]++; return v }

type getter interface{ get() int }
type outer struct {
	V
	p  *V
	is []getter
}

func times() (out []int) {
	v := V{n: 1}
	g1 := v.get
	p := &v
	g2 := p.get
	add := v.add
	g3 := V.get
	var i getter = v
	var j getter = p
	gi, gj := i.get, j.get
	f := func() int { return v.get() }
	v.n = 2
	add(3)
	p.arr[1] += 10
	return append(out, g1(), g2(), g3(v), gi(), gj(), f(), i.get(), j.get())
}

func deferred() (out []int) {
	v := V{n: 1}
	rec := func(x int) { out = append(out, x) }
	func() {
		defer func(g func() int) { rec(g()) }(v.get)
		defer rec(v.get())
		defer func() { rec(v.get()) }()
		defer v.add(5).add(7)
		v.n = 50
	}()
	rec(v.n)
	return
}

func embedded() (out []int) {
	o := outer{V: V{n: 1}, p: &V{n: 2}}
	o.is = []getter{o, &o, o.V, o.p, *o.p}
	fs := []func() int{o.get, o.p.get, o.is[1].get, outer.get2(o), (*outer).get3(&o)}
	o.n, o.p.n = 10, 20
	o.add(1)
	o.p.add(2)
	for _, f := range fs {
		out = append(out, f())
	}
	for _, i := range o.is {
		out = append(out, i.get())
	}
	return
}

func (o outer) get2() func() int  { return func() int { return o.get() + o.p.n } }
func (o *outer) get3() func() int { return func() int { return o.get() + o.p.n } }

func ranges() (out []int) {
	vs := []V{{n: 1}, {n: 2}}
	var fs []func() int
	var as []func(int) *V
	for i, v := range vs {
		fs = append(fs, v.get, vs[i].get)
		as = append(as, v.add, vs[i].add)
	}
	for i, a := range as {
		a(10 * (i + 1))
	}
	for _, f := range fs {
		out = append(out, f())
	}
	m := map[string]V{"a": {n: 7}}
	g := m["a"].get
	m["a"] = V{n: 8}
	return append(out, g(), m["a"].get(), vs[0].n, vs[1].n)
}

func chain() int {
	v := &V{}
	w := *v.add(1).add(2)
	v.add(100)
	return w.add(4).n*1000 + v.n
}

func main() {
	fmt.Println(times())
	fmt.Println(deferred())
	fmt.Println(embedded())
	fmt.Println(ranges(), chain())
}
