// fix
package main

import "fmt"
import "strings"

func main() {
	var b strings.Builder
	b.WriteSring("x")
	fmt.Println(b.String())
}
