package main

func main() {
unused:
	for {
		break nowhere
	}
outer:
	if true {
		break outer
	}
	for {
		continue outer
	}
outer:
	for {
	}
	goto missing
}
