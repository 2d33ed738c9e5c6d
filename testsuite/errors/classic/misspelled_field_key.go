// fix
package main

import "fmt"

type server struct{ host string }

func main() {
	fmt.Println(server{hots: "a"})
}
