// Operators: integer division, remainder, overflow at every width.
package main

import "fmt"

type Int interface {
	~int8 | ~int16 | ~int32 | ~int64 | ~uint8 | ~uint16 | ~uint32 | ~uint64
}

//go:noinline
func div[T Int](a, b T) (q, r T) { return a / b, a % b }

//go:noinline
func ops[T Int](a, b T) []T { return []T{a + b, a - b, a * b, a & b, a | b, a ^ b, a &^ b, -a, ^b} }

func edge[T Int](lo, hi T) {
	fmt.Println(ops(lo, hi), ops(hi, lo))
	q, r := div(lo, hi)
	fmt.Println(q, r, hi+1 == lo, lo-1 == hi)
}

//go:noinline
func consts(x int32) {
	fmt.Println(x/1, x/2, x/3, x/-3, x/7, x/8, x/-8, x/1000, x%2, x%3, x%8, x%-8, x%10)
}

//go:noinline
func uconsts(x uint32) {
	fmt.Println(x/1, x/2, x/3, x/7, x/8, x/641, x%2, x%3, x%7, x%8, x/0x80000001)
}

func main() {
	for _, p := range [][2]int64{{7, 2}, {-7, 2}, {7, -2}, {-7, -2}, {0, 5}, {-1 << 63, -1}, {-1 << 63, 1}} {
		q, r := div(p[0], p[1])
		fmt.Println(p[0], p[1], q, r)
	}
	edge[int8](-128, 127)
	edge[int16](-32768, 32767)
	edge[int32](-1<<31, 1<<31-1)
	edge[int64](-1<<63, 1<<63-1)
	edge[uint8](0, 255)
	edge[uint16](0, 65535)
	edge[uint32](0, 1<<32-1)
	edge[uint64](0, 1<<64-1)
	fmt.Println(div[int8](-128, -1))
	fmt.Println(div[int32](-1<<31, -1))
	for _, x := range []int32{0, 1, -1, 100, -100, 1<<31 - 1, -1 << 31} {
		consts(x)
	}
	for _, x := range []uint32{0, 1, 100, 1 << 31, 1<<32 - 1} {
		uconsts(x)
	}
	defer func() { fmt.Println(recover()) }()
	var z int16
	fmt.Println(div(1, z))
}
