package main

type num interface{ ~int | ~float64 }

func a[T any](x, y T) bool         { return x == y }
func b[T comparable](x, y T) bool  { return x < y }
func c[T num](x, y T) T            { return x % y }
func d[T num](x T) T               { return x + 1.5 }
func e[T ~int](x T) T              { return x << 1 }
func f[T ~string | ~[]byte](x T)   { _ = x[0]; x[0] = 1 }
func g[T any](x T)                 { for range x {} }
func h[T any](x T) T               { return nil }
func i[T ~[]int | ~map[int]int](x T) { _ = len(x); _ = cap(x) }
func j[T any](x T)                 { x() }
func k[T any](x T) int             { return int(x) }
func l[T num](x T) string          { return string(x) }
func m[T any](x T)                 { switch x.(type) {} }
func n[T *int | *string](x T)      { _ = *x }
func o[T chan int | chan string](x T) { <-x }
func p[T struct{ f int }](x T)     { _ = x.f }

func main() {}
