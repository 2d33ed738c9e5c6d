package main

var a = "abc

var b = "d"

func main() {
}
