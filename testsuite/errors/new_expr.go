package main

func f() int { return 1 }
func none()  {}

func main() {
	var a *int = new(1)
	var b *int = new(f())
	var c *string = new("x" + "y")
	var d *float64 = new(1)
	var e = new(none())
	g := new(nil)
	h := new(1, 2)
	var i *[]int = new([]int{1})
	_, _, _, _, _, _, _, _ = a, b, c, d, e, g, h, i
}
