package main

type point struct{ x, y int }

func get() point { return point{} }

const c = 1

func main() {
	get().x = 1
	1 = 2
	c = 3
	m := map[string]point{}
	m["a"].x = 4
	"abc"[0] = 'x'
	main = nil
	get() = point{}
	true = false
	_ = m
}
