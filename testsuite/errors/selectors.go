package main

import "strings"

type T struct {
	Name string
	next *T
}

func (t *T) Len() int { return 0 }
func (t T) size() int { return 0 }

func main() {
	var t T
	_ = t.name
	_ = t.Size()
	_ = t.missing
	T{}.Len()
	T.Len(t)
	_ = (*T).size
	var p **T
	p.Len()
	_ = strings.Missing
	var i int
	i.foo()
	_ = strings
}
