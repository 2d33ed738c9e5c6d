package main

func main() {
	_ = min()
	_ = min("a", 1)
	_ = max(1, 2.5, 'a')
	_ = max([]int{})
	_ = min(1i)
	var i int
	var f float64
	_ = max(i, f)
	_ = min(i, 2.5)
	min(1, 2)
	const c string = min("b", "a")
	const d int = max(i, 2)
}
