package main

import "fmt" x

var a int b

func main() {} func f() {}
