package main

const N = 2

type A [N]int
type B[P *int,] int
type C [N * N]int
type D[P interface{ m() }] int
type E[P ~int] int
type F[P *N|~int] int
type G [N + ]int

func main() {
}
