// fix
package main

import "fmt"
import "os"

func main() {
	if err := os.Chdir("/") {
		fmt.Println(err)
	}
}
