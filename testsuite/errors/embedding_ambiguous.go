package main

type A struct{ x int }
type B struct{ x int }
type C struct {
	A
	B
}
type D struct {
	C
	x string
}
type M1 struct{}
type M2 struct{}

func (M1) m() {}
func (M2) m() {}

type E struct {
	M1
	M2
}
type I interface{ m() }

func main() {
	var c C
	_ = c.x
	var d D
	_ = d.x + 1
	var _ I = E{}
	E{}.m()
	E{}.M1.m()
}
