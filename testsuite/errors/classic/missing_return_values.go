// fix
package main

import "fmt"

func half(x int) (int, error) {
	if x%2 == 0 {
		return x / 2, nil
	}
	return x / 2
}

func main() {
	fmt.Println(half(3))
}
