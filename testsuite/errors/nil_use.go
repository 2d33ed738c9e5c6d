package main

func f(x any) {}

func main() {
	x := nil
	var y = nil
	var i int = nil
	var s string = nil
	var a [2]int = nil
	f(nil)
	_ = nil
	nil()
	_ = nil.x
	_ = nil[0]
	for range nil {
	}
	_, _, _, _, _ = x, y, i, s, a
}
