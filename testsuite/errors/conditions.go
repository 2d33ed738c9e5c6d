package main

func main() {
	x := 1
	if x {
	}
	for x {
	}
	if x = 2; x {
	}
	for i := 0; i; i++ {
	}
	if nil {
	}
	if "a" == "b" {
	}
	type B bool
	if B(true) {
	}
	if !x {
	}
}
