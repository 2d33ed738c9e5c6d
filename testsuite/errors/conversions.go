package main

type T struct{ a int }
type U struct{ b int }
type S string

func main() {
	_ = int("1")
	_ = string(1.5)
	_ = []int("abc")
	_ = T(U{})
	_ = (*int)(1)
	_ = bool(1)
	_ = S(T{})
	_ = uint8(300)
	_ = int(1.5)
	_ = float32("x")
	_ = [2]int([]string{})
	_ = int()
	_ = int(1, 2)
	_ = error(1)
}
