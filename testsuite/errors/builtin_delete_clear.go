package main

func main() {
	m := map[string]int{}
	delete(m)
	delete(m, 1)
	delete([]int{}, 0)
	clear(1)
	clear("s")
	clear([3]int{})
	clear(m, m)
	x := delete(m, "a")
	_ = clear(m)
	_ = x
}
