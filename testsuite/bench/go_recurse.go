package main

// Ten million frames deep.

func deep(n int) int {
	if n == 0 {
		return 0
	}
	return deep(n-1) + n&1
}

func main() {
	s := 0
	for range 5 {
		s += deep(10000000)
	}
	println(s)
}
