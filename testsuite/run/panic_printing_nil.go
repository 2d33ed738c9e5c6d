// The String method of a nil pointer reads through it while the panic is printed.
package main

import "errors"

type name struct{ s string }

func (n *name) String() string { return n.s }

type inner struct{}

func (inner) String() string { panic(errors.New("no text")) }

func main() {
	defer func() {
		defer func() { recover() }()
		panic(inner{}) // recovered, so never printed
	}()
	panic((*name)(nil))
}
