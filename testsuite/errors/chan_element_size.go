package main

type big [1 << 16]byte

var (
	a = make(chan struct{ v big }) // ERROR "^channel element type too large \(>64kB\)$"
	b chan *big
)

type link chan<- big // ERROR "channel element type too large"

func gen[T any]() { _ = make(chan T) }

func main() {
	c := make(chan [1<<16 + 1]byte) // ERROR "channel element type too large"
	close(c)
	d := make(chan [1<<16 - 1]byte)
	close(d)
	_, _ = a, b
	gen[int]()
}
