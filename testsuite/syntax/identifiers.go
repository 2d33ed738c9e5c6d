package main

func main() {
	var añb int
	var x€ int
	var ٣x int
	var 世界 int
}
