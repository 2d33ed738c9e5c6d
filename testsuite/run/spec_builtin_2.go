// print and println write to standard error in their own formats.
package main

type T struct{ n int }

func main() {
	println("hello", 1, -2, true, false, 'x', uint8(255))
	print("a", "b", 1, 2, "\n")
	println(1.5, -0.001, 1e100, float32(0.1), 0.0)
	println(int64(-1<<63), uint64(1<<64-1))
	println(1+2i, complex64(-1-0.5i))
	var p *T
	var e any
	var s []int
	var m map[int]int
	println(p == nil, e == nil, s == nil, m == nil, p)
	z := 0.0
	println(1/z, -1/z, z/z)
	println()
	println(len("é"), cap(make([]int, 3, 8)), string(rune(233)))
	const c = 1 << 40
	println(c, "end")
}
