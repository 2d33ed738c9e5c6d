package main

var v int

//go:linkname v main.other

func main() { println(v) }
