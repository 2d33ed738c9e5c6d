// fix
package main

import "fmt"

type point struct{ x, y int }

func move(p *point) { p.x++ }

func main() {
	p := point{1, 2}
	move(p)
	fmt.Println(p)
}
