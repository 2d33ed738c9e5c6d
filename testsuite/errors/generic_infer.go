package main

func f[T any](a, b T)                   {}
func g[K comparable, V any](m map[K]V)  {}
func h[S ~[]E, E any](s S) E            { return s[0] }
func r[T any]() (x T)                   { return }
func ap[A, B any](x A, f func(A) B) B   { return f(x) }
func ch[T any](c chan T, d <-chan T)    {}

func main() {
	f(1, "a")
	f(1, 2.5)
	f(nil, nil)
	g([]int{})
	h(1)
	r()
	_ = r[int]()
	ap(1, func(string) int { return 1 })
	ap(1, func(int) int { return 1 })
	ch(make(chan int), make(chan string))
	var fn func(int, int) = f
	var fb func(int, string) = f
	x := f
	_, _, _ = fn, fb, x
}
