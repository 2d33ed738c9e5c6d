package main

func main() {
}

var a = `abc

