// fix
package main

import "fmt"

func biggest[T any](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func main() {
	fmt.Println(biggest(1, 2))
}
