// fix
package main

import "fmt"

func show(s *fmt.Stringer) {
	fmt.Println(s.String())
}

func main() {
	show(nil)
}
