package main

type huge [1 << 50]byte

var x [1 << 52]byte

var fine *[1 << 40]byte

func main() { println(fine, &x) }
