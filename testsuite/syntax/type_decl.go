package main

type T

type U =

type (
	V
	W int
)

type X := int

func main() {
}
