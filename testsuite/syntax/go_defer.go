package main

func main() {
	go (f())
	defer (f())
	go f
	defer 1
	go func() {}
	defer
}

func f() {
}
