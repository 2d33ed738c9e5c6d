// fix
package main

import "fmt"

func main() {
	var a []int = [3]int{1, 2, 3}
	fmt.Println(a)
}
