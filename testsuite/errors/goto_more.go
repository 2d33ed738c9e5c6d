package main

func main() {
	goto A
	x := 1
A:
	_ = x
	if true {
		goto B
	}
	for {
	B:
		break
	}
	goto C
	goto D
D:
D:
	func() {
		goto D
	}()
E:
}
