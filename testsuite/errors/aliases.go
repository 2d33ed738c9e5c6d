package main

type A = int
type B = A
type C = struct{ x C2 }
type C2 = *C
type D = undefined
type E = []E
type F[P any] = map[string]P
type G[P any] = P

var a A = "x"
var b B = 1
var f F[int] = map[string]string{}
var g F

func (A) m() {}
func (B) n() {}

type L = L2
type L2 = L

func main() { _, _, _, _ = a, b, f, g }
