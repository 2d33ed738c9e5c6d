package main

const x := 1

const (
	a = iota
	1
	b
)

func main() {
}
