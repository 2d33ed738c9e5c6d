// fix
package main

func main() {
	x := 0
	++x
	println(x)
}
