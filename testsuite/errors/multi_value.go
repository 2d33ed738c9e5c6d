package main

func two() (int, int)      { return 1, 2 }
func three() (a, b, c int) { return }
func zero()                {}

func main() {
	a, b := two(), two()
	c := two()
	d, e := three()
	f, g, h := two()
	var i, j = zero()
	_ = two() + two()
	_ = two()[0]
	two().x
	if two() {
	}
	switch two() {
	}
	for range two() {
	}
	_ = []int{two(), 1}
	_ = [2]int{two()}
	two() == two()
	_, _ = three(), 1
	_, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i, j
}
