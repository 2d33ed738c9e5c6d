package main

type I interface {
	M(int) string
	N()
}
type none struct{}
type wrongsig struct{}
type ptr struct{}
type lower struct{}
type field struct{ M, N int }

func (wrongsig) M(string) string { return "" }
func (wrongsig) N()              {}
func (*ptr) M(int) string        { return "" }
func (*ptr) N()                  {}
func (lower) m(int) string       { return "" }
func (lower) N()                 {}

func main() {
	var i I
	i = none{}
	i = wrongsig{}
	i = ptr{}
	i = &ptr{}
	i = lower{}
	i = field{}
	var p *I = &i
	i = p
	p.N()
	var e interface{ M(int) string } = i
	i = e
	_ = i.(none)
	_ = e
}
