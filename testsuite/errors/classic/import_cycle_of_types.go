package main

type node struct {
	next node
}

func main() {
	var n node
	_ = n
}
