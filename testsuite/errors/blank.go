package main

func main() {
	_ = _
	x := _
	_()
	_.x = 1
	var _ = 1
	var t struct{ _ int }
	t._ = 1
	type _ int
	const _ = 2
	_ += 1
	_++
}
