// fix
package main

import "fmt"

func main() {
	counter := 1
	fmt.Println(conuter)
}
