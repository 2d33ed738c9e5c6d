// Switches on constants: what cannot be reached may call functions that do not exist.
package main

func missing()

func kind(n int) string {
	const size = 8
	switch size {
	case 4:
		missing()
	case 8:
		return "eight"
	default:
		missing()
	}
	return "none"
}

func main() {
	switch "x" {
	case "y":
		missing()
	}
	switch 5 {
	case 0, 1, 2:
		missing()
	case 3, 4, 5, 6, 7:
		println("small")
		fallthrough
	case 9:
		println("nine")
	default:
		missing()
	}
	switch 2i {
	case 1, -2i:
		missing()
	case 2i:
		println("imaginary")
	}
	switch true {
	case false:
		missing()
	}
	println(kind(1))
}
