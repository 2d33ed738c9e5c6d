package main

var a int = 1.5
var b uint = 2.0
var c rune = 'a' + 0.5
var d byte = 'é'
var e byte = 'ŵ'
var f int = 1e3
var g int = 1e-3
var h float64 = 1i
var i int = 3 + 0i
var j complex64 = 1 + 2i

func main() {
	var x int
	x += 1.5
	x = 2.0 * x
	x = x / 0.5
	_ = x
}
