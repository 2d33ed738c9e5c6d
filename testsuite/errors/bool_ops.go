package main

type B bool

func main() {
	var b bool
	var n B
	var i int
	_ = b && n
	_ = b || i == 1
	_ = !n
	b = n
	n = b
	n = B(b)
	n = i > 1
	b = i
	_ = i == true
	if n {
	}
	if b == n {
	}
	for i := 0; i; i++ {
	}
	_ = b ^ b
	_ = b < n
	_ = !!b && !i
}
