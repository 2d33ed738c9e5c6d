// fix
package main

import "fmt"

type name struct{ s string }

func (n *name) String() string { return n.s }

func main() {
	var s fmt.Stringer = name{"a"}
	fmt.Println(s)
}
