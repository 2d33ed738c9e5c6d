package main

const a = a

const (
	x = y
	y = z
	z = x + 1
)

const n = len(arr)

var arr [n]int

func main() {}
