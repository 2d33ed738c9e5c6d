// Floats, complex numbers and maps that are printed although nothing makes one into an interface: reflection comes to them.
package main

import "fmt"

type celsius float32

type inner struct {
	c celsius
	m map[string]*point
}

type point struct{ x, y float64 }

type outer struct {
	*inner
	ch   chan complex64
	list [2][]complex128
}

func main() {
	o := &outer{inner: &inner{c: 36.6, m: map[string]*point{"b": nil, "a": nil}}}
	o.list[1] = []complex128{1 + 2i, -0.5i}
	fmt.Printf("%v %+v\n", *o.inner, *o.inner)
	fmt.Printf("%v\n", o.list)
	fmt.Printf("%.2f\n", []point{{1, 2}, {3.5, 1e100}})
	fmt.Printf("%T %T\n", o, o.inner)
}
