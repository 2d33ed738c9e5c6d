package main

func main() {
	switch x := any(1); x {
	case 1, uint8(1), 1.0, "a":
	case uint8(1):
	case "a":
	case 1.0:
	}
	switch "x" {
	case "x":
	default:
	case "x":
	default:
	}
	switch 'a' {
	case 'a', 97:
	}
	switch true {
	case true, true:
	}
}
