// fix
package main

import "fmt"
import "math"

func main() {
	n := 2
	fmt.Println(math.Sqrt(n))
}
