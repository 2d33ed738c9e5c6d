// fix
package main

import "fmt"

func bye() {}

func main() {
	defer bye
	fmt.Println("hello")
}
