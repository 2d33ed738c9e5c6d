// fix
package main

import "fmt"

func double(x int) {
	return 2 * x
}

func main() {
	fmt.Println("ok")
}
