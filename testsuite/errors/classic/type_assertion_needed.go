// fix
package main

import "fmt"

func main() {
	var v any = 3
	var n int = v
	fmt.Println(n)
}
