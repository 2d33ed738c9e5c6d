package main

type P struct{ X, Y int }
type Q struct {
	P
	z string
}

func main() {
	_ = P{1}
	_ = P{1, 2, 3}
	_ = P{X: 1, 2}
	_ = P{1, Y: 2}
	_ = P{X: 1, X: 2}
	_ = P{Z: 1}
	_ = P{x: 1}
	_ = P{X: "a"}
	_ = P{"a", 2.5}
	_ = Q{X: 1}
	_ = Q{P{1, 2}, 3}
	_ = Q{P: P{}, z: "", y: 1}
	_ = P{1 + 1: 2}
	_ = &P{1, 2}
	_ = P{}
}
