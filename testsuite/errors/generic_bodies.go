package main

func add[T any](a, b T) T          { return a + b }
func less[T any](a, b T) bool      { return a < b }
func eq[T any](a, b T) bool        { return a == b }
func conv[T, U any](a T) U         { return U(a) }
func idx[T any](a T) int           { return a[0] }
func field[T struct{ x int }](a T) { _ = a.x }
func call[T any](a T)              { a() }
func rng[T any](a T)               { for range a {} }
func zero[T any]() T               { return nil }
func lit[T any]() T                { return T{} }
func sw[T any](a T)                { switch a.(type) {} }
func ok[T ~int](a T) int           { return int(a) + 1 }

func main() {}
