// fix
package main

import "fmt"

func main() {
	n := 3
	if n == nil {
		fmt.Println(n)
	}
}
