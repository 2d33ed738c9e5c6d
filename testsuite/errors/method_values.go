package main

type T struct{}

func (t *T) P(int) {}
func (t T) V()     {}

func main() {
	f := T.V
	f()
	f(T{})
	g := (*T).P
	g(&T{})
	g(&T{}, 1)
	h := T{}.V
	h(1)
	_ = T.P
	_ = T{}.P
	var i interface{ V() } = &T{}
	_ = i.P
}
