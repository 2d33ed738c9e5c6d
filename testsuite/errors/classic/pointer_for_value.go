// fix
package main

import "fmt"

type point struct{ x, y int }

func sum(p point) int { return p.x + p.y }

func main() {
	p := &point{1, 2}
	fmt.Println(sum(p))
}
