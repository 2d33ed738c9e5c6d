package main

type T struct{ n int }

func (t T) get(a int) int { return t.n + a }
func (t *T) set(a int)    { t.n = a }

func mk() T { return T{} }

func main() {
	t := T{}
	f := t.get
	g := t.set
	f("a")
	g(1, 2)
	var h func() int = t.get
	mk().get(1)
	mk().set(1)
	m := map[string]T{}
	m["a"].set(1)
	[]T{{1}}[0].set(2)
	_ = t.get == nil
	t.get = nil
	_ = h
	_ = t.get(1).x
	go t.get
	defer t.set(1)
	(*T).set(t, 1)
	(*T).set(&t, 1)
}
