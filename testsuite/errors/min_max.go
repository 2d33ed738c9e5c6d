package main

func main() {
	var i int
	var f float64
	var s string
	_ = min(i, f)
	_ = min(i, 1.5)
	_ = max(s, "a")
	_ = max(s, 1)
	_ = min()
	_ = min(true, false)
	_ = min(1, 2.5, 'a')
	_ = max([]int{1})
	min(1, 2)
	const c = max(1, 2.5)
	var x int = max(1, 2.5)
	_ = x
}
