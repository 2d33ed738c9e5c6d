package main

const zero = 0
const f = 1.0 / zero
const g = 1 % 0
const h = 1i / 0

func main() {
	x := 3
	_ = x / 0
	_ = x % zero
	_ = 1.0 / 0.0
	y := 2.5
	_ = y / 0
	x /= 0
	x %= 0
}
