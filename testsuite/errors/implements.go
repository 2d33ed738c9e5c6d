package main

type I interface {
	a(int) string
	b()
}
type T1 struct{}

func (T1) a(int) string { return "" }

type T2 struct{}

func (T2) a(string) string { return "" }
func (T2) b()              {}

type T3 struct{}

func (*T3) a(int) string { return "" }
func (*T3) b()           {}

type T4 struct{}

func (T4) A(int) string { return "" }
func (T4) b()           {}

func f(I) {}

func main() {
	var i I
	i = T1{}
	i = T2{}
	i = T3{}
	i = &T3{}
	i = T4{}
	f(1)
	f(nil)
	f(&i)
	var e error = i
	var t T1 = i
	_, _ = e, t
}
