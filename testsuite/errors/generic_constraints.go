package main

type Num interface{ ~int | ~float64 }
type Exact interface{ int | string }
type MyInt int
type Str interface{ String() string }

func sum[T Num](x ...T) T { var z T; return z }
func ex[T Exact](x T)     {}
func st[T Str](x T)       {}
func eq[T comparable](x T) {}

func main() {
	sum(1, 2)
	sum("a")
	sum[string]()
	ex(MyInt(1))
	st(1)
	eq([]int{})
	eq(func() {})
	eq(any(1))
	var n Num
	_ = sum[Num]
	_ = n
}
