package main

var a = 0x
var b = 08
var c = 0b12
var d = 1_000
var e = 1__0
var f = _1
var g = 0x1p
var h = 1e
var i = 0o78
var j = 0x1.8p1
var k = 0b1.0

func main() {}
