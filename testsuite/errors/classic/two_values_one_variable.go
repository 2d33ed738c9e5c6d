// fix
package main

import "fmt"
import "strconv"

func main() {
	n := strconv.Atoi("3")
	fmt.Println(n)
}
