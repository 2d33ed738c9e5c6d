// fix
package main

import "fmt"

func answer() int { return 42 }

func main() {
	var n int = answer
	fmt.Println(n)
}
