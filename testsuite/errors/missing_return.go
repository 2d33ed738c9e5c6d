package main

func a(x int) int {
	if x > 0 {
		return 1
	}
}

func b() int {
	for {
		break
	}
}

func c(x int) int {
	switch x {
	case 1:
		return 1
	}
}

func d() int {
L:
	for {
		for {
			break L
		}
	}
}

func e(ch chan int) int {
	select {
	case <-ch:
		return 1
	case ch <- 1:
	}
}

func f() int {
	for true {
	}
}

func ok1() int { panic("x") }
func ok2() int {
	for {
	}
}
func ok3(x any) int {
	switch x.(type) {
	case int:
		return 1
	default:
		panic(x)
	}
}
func ok4() int {
	goto L
L:
	return 1
}

func main() {}
