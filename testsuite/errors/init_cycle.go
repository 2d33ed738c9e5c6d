package main

var a = b
var b = c
var c = f()

func f() int { return a }

var x = x

var g = func() int { return h }()
var h = g

type T struct{}

func (T) m() int { return d }

var d = T{}.m()

func main() {}
