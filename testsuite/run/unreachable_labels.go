// Labels behind a return: what is declared in front of them is never executed, and must compile all the same.
package main

const run = false

func loop() {
	if !run {
		return
	}
	c := make(chan int, 1)
next:
	for range c {
		break next
	}
}

func back(n int) int {
	return n
	x := n
again:
	x++
	if x < 10 {
		goto again
	}
	return x
}

func forward(n int) int {
	goto out
	{
		y := n
		println(y)
	}
out:
	return n + 1
}

func main() {
	loop()
	println(back(1), forward(1))
}
