// fix
package main

import "fmt"

var n = 1

func main() {
	var s string = 65 + n
	fmt.Println(s)
}
