// fix
package main

import "fmt"

func main() {
	height = 3
	fmt.Println(height)
}
