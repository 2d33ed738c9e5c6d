package main

var a [1,2]int
var b [1 int
var c []
var d [...

func main() {
}
