package main

func main() {
L:
	for {
		break L
	}
M:
}

func f() {
	switch {
	case true:
	L:
	case false:
	}
}
