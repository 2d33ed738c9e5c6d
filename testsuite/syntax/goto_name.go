package main

func main() {
	goto
	goto 1
	break 2
}
