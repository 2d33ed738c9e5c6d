// fix
package main

func main() {
	var total int
	for i := 0; i < 3; i++ {
		total = i
	}
}
