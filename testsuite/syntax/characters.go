package main

func main() {
	a := 1 @ 2
	b := #
	? 
	c := "x" $ 1
	_, _, _ = a, b, c
}
