// What -m says: pointers to globals, results, loops, closures, interfaces; inlining and devirtualization on the way.
package main

type T struct{ a, b int }

var g *T

func leak(t *T)       { g = t }
func noleak(t *T) int { return t.a }
func ret(t *T) *T     { return t }
func mk() *T          { return &T{1, 2} }
func local() int {
	t := &T{1, 2}
	return noleak(t) + ret(t).b
}
func heap() {
	x := 1
	p := &x
	h = p
}

var h *int

func closure() int {
	s := 0
	add := func(n int) { s += n }
	for i := 0; i < 10; i++ {
		add(i)
	}
	return s
}
func loop() *T {
	var last *T
	for i := 0; i < 3; i++ {
		t := &T{i, i}
		if last != nil && last.a > t.a {
			return nil
		}
		last = t
	}
	println(last.a)
	return nil
}
func loop2() (s int) {
	for i := 0; i < 3; i++ {
		t := &T{i, i}
		s += noleak(t)
	}
	return
}
func sum(xs []int) (s int) {
	for i := range xs {
		s += xs[i]
	}
	for i := 0; i < len(xs); i++ {
		s += xs[i]
	}
	for i := len(xs) - 1; i >= 0; i-- {
		s += xs[i]
	}
	for _, x := range xs[2:] {
		s += x
	}
	return
}

type I interface{ M() int }

func (t T) M() int  { return t.a }
func (t *T) P() int { return t.b }
func iface() int {
	var i I = T{3, 4}
	return i.M()
}

func main() {
	leak(mk())
	heap()
	println(local(), closure(), loop2(), sum([]int{1, 2, 3}), iface())
	loop()
}
