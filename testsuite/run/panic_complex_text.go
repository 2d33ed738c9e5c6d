// A complex value has its own parentheses.
package main

type C complex64

func main() {
	defer func() { panic(C(2)) }()
	panic(complex(1, -2))
}
