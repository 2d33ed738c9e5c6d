package main

type A struct {
	x int
	x string
}
type B struct {
	A
	A
}
type C struct {
	*int
	int
}
type D struct{ *I }
type I interface{}
type F struct{ D *D; D }

func (A) x() {}

func main() {}
