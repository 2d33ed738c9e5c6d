package main

import "fmt"

type stringer interface {
	~int | ~string
	String() string
}
type my int

func (my) String() string { return "" }

func show[T stringer](x T) { fmt.Println(x.String()) }
func eq[T comparable]()    {}
func set[T interface {
	*E
	Set(string)
}, E any](x string) {
}

type s struct{}

func (*s) Set(string) {}

func main() {
	show(my(1))
	show(1)
	show("a")
	eq[any]()
	eq[[]int]()
	eq[struct{ f func() }]()
	set[*s]("a")
	set[s]("a")
	var _ stringer
	var _ comparable
	_ = comparable(1)
}
