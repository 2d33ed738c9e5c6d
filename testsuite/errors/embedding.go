package main

type A struct{ x int }
type B struct{ x int }

func (A) m() {}
func (B) m() {}

type C struct {
	A
	B
}

type D struct {
	*A
	A
}

type E struct{ *error }
type F struct{ **A }
type P *A
type G struct{ P }
type H struct{ *P }

type R struct {
	a int
	a string
	A
}

type S struct{ m int }

func (S) m() {}

func main() {
	var c C
	_ = c.x
	c.m()
	_ = c.A.x
	var d D
	_ = d
}
