package main

func main() {
	a, b
	a, b += 1, 2
	a, := 1
	return ,
}
