// fix
package main

import "errors"
import "fmt"

func main() {
	err := errors.New("full")
	fmt.Println("failed: " + err)
}
