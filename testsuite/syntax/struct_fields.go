package main

type T struct {
	a int b int
	c
	1
	d int "tag"
}

type U struct {
	(T)
	*(T)
	(*T)
}

type V struct {
	a, b int
	c =
}

func main() {
}
