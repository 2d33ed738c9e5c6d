// fix
package main

import "fmt"

func count(b []byte) int { return len(b) }

func main() {
	fmt.Println(count("abc"[:2]))
}
