package main

const (
	a = iota
	b
	_
	d
	e, f = iota, -iota
	g
)

var x = iota

func main() {
	const (
		p uint8 = iota + 254
		q
		r
	)
	_ = iota
	var arr [d]int
	_ = arr[3]
}
