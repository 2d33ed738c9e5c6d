package main

type A struct{ b B }
type B struct{ c [2]C }
type C struct{ a A }
type D [1]D
type E *E
type F []F
type G struct{ g *G }
type H interface{ H }
type J J
type K [len(K{})]int

func main() {}
