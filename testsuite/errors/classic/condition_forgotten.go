// fix
package main

import "fmt"
import "os"

func main() {
	if err := os.Chdir("/"); err {
		fmt.Println(err)
	}
}
