package main

func main() {
	println(,1)
	println(1,,2)
	println(1 + )
}
