package main

var a map int
var b map[int
var c chan
var d <-int
var e chan<-

func main() {
}
