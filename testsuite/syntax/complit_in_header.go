package main

type T struct{ x int }

func main() {
	if T{1} == T{1} {
	}
}
