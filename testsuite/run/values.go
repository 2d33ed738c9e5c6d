// Values are copied: arrays, structs, in assignments, calls, ranges, interfaces, closures, channels, maps.
package main

import "fmt"

type inner struct {
	a [4]int
	s string
}
type outer struct {
	in inner
	n  int
}

func change(o outer) outer {
	o.in.a[1] = 100
	o.n++
	return o
}

func (o outer) with(n int) outer { o.n = n; return o }
func (o *outer) set(n int)       { o.n = n }

type one [1]int
type wrapped struct{ o one }

func main() {
	x := outer{inner{[4]int{1, 2, 3, 4}, "x"}, 5}
	y := x
	y.in.a[0] = 50
	y.in.s = "y"
	z := change(x)
	fmt.Println(x, y, z, x == y, x == outer{inner{[4]int{1, 2, 3, 4}, "x"}, 5})
	x.set(9)
	fmt.Println(x.with(1).n, x.n)
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		fmt.Print(i, v, " ")
	}
	for i, v := range &arr {
		arr[2] = 20
		fmt.Print(i, v, " ")
	}
	sl := arr[:]
	for i, v := range sl {
		sl[2] = 30
		fmt.Print(i, v, " ")
	}
	fmt.Println(arr)
	var e any = x
	x.n = 1000
	fmt.Println(e.(outer).n, e == any(x))
	m := map[string]outer{"k": x}
	c := m["k"]
	c.n = 1
	fmt.Println(m["k"].n, m["none"].in.a)
	ch := make(chan outer, 1)
	ch <- x
	x.n = 2000
	r := <-ch
	fmt.Println(r.n)
	f := func() int { return x.n }
	x.n = 3
	fmt.Println(f())
	var w wrapped
	w.o[0] = 4
	v := w
	v.o[0]++
	idx := 0
	v.o[idx] += 10
	fmt.Println(w, v, w == v)
	pa := &[2]outer{x, y}
	pb := *pa
	pa[0].n = -1
	fmt.Println(pb[0].n, pa[0].n, len(pa), cap(pa[:1]))
	type pair struct {
		a, b any
	}
	fmt.Println(pair{1, "x"} == pair{1, "x"}, pair{1, 2} == pair{1, 2.0}, [2]any{nil, 1} == [2]any{nil, 1})
	g := x.with
	x.n = 12345
	fmt.Println(g(7).in.s, outer.with(x, 8).n)
	h := (*outer).set
	h(&x, 11)
	fmt.Println(x.n)
	var zero struct{}
	set := map[[2]string]struct{}{{"a", "b"}: zero}
	_, ok := set[[2]string{"a", "b"}]
	_, no := set[[2]string{"a", "c"}]
	fmt.Println(ok, no, len(set))
	fs := []func() int{}
	for i := 0; i < 3; i++ {
		defer func() { fmt.Print("d", i, " ") }()
		fs = append(fs, func() int { i *= 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
}
