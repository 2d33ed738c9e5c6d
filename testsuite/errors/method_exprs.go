package main

type T struct{ f int }

func (T) v()   {}
func (*T) p()  {}

type I interface{ m(int) }

func main() {
	_ = T.v
	_ = T.p
	_ = (*T).p
	_ = (*T).v
	_ = T.f
	_ = T.nope
	_ = I.m
	_ = I.n
	T.v()
	T.v(T{})
	T.v(&T{})
	T{}.p()
	(&T{}).p()
	var i I
	i.m("a")
	I.m(i)
	var pi *I
	pi.m(1)
	pt := &T{}
	ppt := &pt
	ppt.v()
	_ = ppt.f
}
