package a

import (
	"example.com/initorder/b"
	"example.com/initorder/internal/reg"
)

var Value = compute()

var base = reg.Note("a.base", 3)

type T struct{ n int }

func (t T) Get() int { return t.n + hidden }

var viaMethod = T.Get(T{1})
var hidden = reg.Note("a.hidden", 9)

func compute() int { return reg.Note("a.Value", base*b.B(2)) }

func init() {
	Value += viaMethod
	reg.Note("a.init", Value)
}
