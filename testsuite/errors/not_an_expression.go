package main

import "fmt"

type T int

func none() {}
func two() (int, int) { return 1, 2 }

func main() {
	_ = T
	_ = fmt
	_ = len
	x := none()
	_ = none()
	y := two() + 1
	_ = []int{two()}
	f := println
	var z = int
	_, _, _, _ = x, y, f, z
	_ = T + 1
	fmt = nil
	none = nil
}
