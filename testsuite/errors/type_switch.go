package main

import "io"

type T struct{}

func (*T) Read([]byte) (int, error) { return 0, nil }

func main() {
	var r io.Reader
	switch x := r.(type) {
	}
	switch r.(type) {
	case int, T:
	case *T, *T:
	case nil, nil:
	case io.Writer:
	case undefined:
	case 1:
	default:
	default:
	}
	switch y := 1; y.(type) {
	}
	switch _ := r.(type) {
	}
	switch z := r.(type) {
	case *T:
		z = nil
	}
}
