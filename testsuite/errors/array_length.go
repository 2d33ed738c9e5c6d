package main

var n = 3

const neg = -1

type A [n]int
type B [neg]int
type C [1.5]int
type D ["a"]int
type E [undefined]int
type F [2.0]int
type G [1 << 70]int
type H [...]int

func main() {}
