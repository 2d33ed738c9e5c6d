package main

func main() {
	switch {
	println(1)
	case true:
	}
}
