package main

import "io"

type T struct{}

func (T) Read() {}

func main() {
	var r io.Reader
	_ = r.(T)
	_ = r.(*T)
	_ = r.(int)
	_ = r.(io.Writer)
	_ = 1.(int)
	_ = T{}.(int)
	_ = any(1).(undefined)
	x, y, z := r.(io.Writer)
	_ = r.(type)
}
