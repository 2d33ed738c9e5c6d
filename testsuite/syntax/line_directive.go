package main

//line other.go:10
var a = 08

//line :20:5
var b = 08
/*line third.y:7:3*/var c = 08
//line foo:0
//line foo:x

func main() {
}
