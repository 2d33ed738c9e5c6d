package main

type E interface{ ~int | string }
type S interface{ M() }

var e E
var es []E

func f(E) {}

type T struct{ E }

func main() {
	var s S = nil
	s.M(1)
	s.N()
	(*s).M()
	var p *S = &s
	p.M()
	_ = S{}
	_ = interface{}(s).(S).M
}
