package main

type I interface {
	m()
	n() int string
	1
	~int | string
}

func main() {
}
