package main

type T[P any] struct{ f *T[[]P] }

func f[P any](x P) { f(&x) }

func g[P any]() { h[[]P]() }
func h[P any]() { g[P]() }

func ok[P any](x P) { ok(x) }

func main() {
	f(1)
}
