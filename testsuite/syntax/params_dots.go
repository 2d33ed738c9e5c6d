package main

func f(a ...int, b int) {
}

func g() (a ...int) {
}

func h(a ...) {
}

func main() {
}
