package main

type A struct{ a A }
type B struct{ c C }
type C struct{ b [2]B }
type D *D
type E []E
type F struct{ f *F }
type G G
type H I
type I H
type J interface{ J }
type K interface{ L }
type L interface{ K }
type M [len(m)]int

var m M

type N = N
type O = []O
type Q struct{ f func(Q) Q }

func main() {}
