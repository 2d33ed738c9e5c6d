// fix
package main

import "fmt"

func main() {
	again:
	for i := 0; i < 2; i++ {
		fmt.Println(i)
	}
}
