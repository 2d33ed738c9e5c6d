// fix
package main

import "fmt"

func main() {
	var small int32 = 3
	var n int = small
	fmt.Println(n)
}
