package main

const (
	a, b = 1
	c    = iota, 2
	d
)
const e = f()
const g int = "s"
const h []int = nil
const i = len([]int{1})
const j = len([2]int{}) + len("abc")

func f() int { return 1 }

func main() {}
