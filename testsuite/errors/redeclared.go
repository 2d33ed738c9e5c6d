package main

import "fmt"

var a int
var a string

func f() {}
func f() {}

type f int

const fmt = 1

func main(x int) {
	var y int
	var y string
	x := 1
	_ = y
}

func init() int { return 1 }
