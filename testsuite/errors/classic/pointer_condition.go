// fix
package main

import "fmt"

func main() {
	var p *int
	if p {
		fmt.Println(*p)
	}
}
