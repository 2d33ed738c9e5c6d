package main

type T int

func () f() {
}

func (a T, b T) g() {
}

func (T) h[P any]() {
}

func main() {
}
