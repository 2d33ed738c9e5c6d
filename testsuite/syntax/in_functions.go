package main

func f() {
	x := (1
}

func g() {
	y := [1
}

func h() {
	foo(func() {
		a b
	})
	c d
}

func main() {
}
