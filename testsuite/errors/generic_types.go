package main

type List[T any] struct{ next *List[T]; v T }
type Pair[A, B any] struct{ a A; b B }

func (l *List[T]) Push(v T) { l.v = v }
func (l *List[T]) Bad() string { return l.v }
func (p Pair[A]) M() {}

var a List
var b List[int, string]
var c Pair[int]
var d int[string]
var e = List[int]{nil, "x"}

func main() {
	var l List[int]
	l.Push("x")
	l.Push(1)
	_ = Pair[int, string]{1, 2}
	_ = List{}
}
