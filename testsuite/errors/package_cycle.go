package main

var a = b
var b = c
var c = a

var f1 = g1()

func g1() int { return f1 }

var self = self

type T struct{}

func (T) m() int { return viaMethod }

var viaMethod = T{}.m()

var okay = func() int { return later }()
var later = 1

func main() {}
