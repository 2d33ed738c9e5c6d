package main

func one[T any](x T) T            { return x }
func pair[A, B any](a A, b B)     {}
func num[T int | float64](x T)    {}
func sl[S ~[]E, E any](s S) E     { return s[0] }
func none[T any]()                {}
func cmp[T comparable](a, b T) bool { return a == b }

type my []int

func main() {
	one(1)
	one[string](1)
	one[int, int](1)
	_ = one
	f := one[int]
	f("a")
	pair(1)
	pair[int](1, "a")
	pair[int, string]("a", 1)
	num("a")
	num(1)
	num[string]("a")
	_ = sl(my{1})
	sl(1)
	none()
	none[int]()
	cmp(1, "a")
	cmp([]int{}, []int{})
	cmp(func() {}, nil)
	one(nil)
	var g func(int) string = one
	_ = g
}
