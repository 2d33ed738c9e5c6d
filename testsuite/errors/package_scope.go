package main

x := 1

var a = b
var b = c
var c = a

var f1 = g1()

func g1() int { return f1 }

var d, e = 1

var h int = "a"

func main() {}
