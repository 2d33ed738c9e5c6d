package main

type A = int
type B = []A
type C[T any] = map[string]T
type D = D
type E = *E

var a A = "x"
var b B = []string{}
var c C[int] = map[string]string{}
var d C
var f C[int, int]

func (A) m() {}

func main() {}
