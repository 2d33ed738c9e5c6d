package main

func main() {
	var a any
	_ = a.
	_ = a.1
	_ = a.(int
	_ = a.()
}
