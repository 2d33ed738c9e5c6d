package main

func main() {
	var type int
	func := 1
	range := 2
	x.type = 3
}

func go() {
}
