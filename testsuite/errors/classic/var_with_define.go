// fix
package main

func main() {
	var x := 3
	println(x)
}
