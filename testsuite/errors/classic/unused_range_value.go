// fix
package main

import "fmt"

func main() {
	for i, x := range []int{1, 2} {
		fmt.Println(i)
	}
}
