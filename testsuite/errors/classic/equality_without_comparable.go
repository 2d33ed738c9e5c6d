// fix
package main

import "fmt"

func index[T any](s []T, x T) int {
	for i := range s {
		if s[i] == x {
			return i
		}
	}
	return -1
}

func main() {
	fmt.Println(index([]int{1}, 1))
}
