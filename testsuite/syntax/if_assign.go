package main

func main() {
	var a, b, c int
	if a = b {
	}
	if a + b = c {
	}
	if a := b {
	}
	if a++ {
	}
	if a += 1 {
	}
}
