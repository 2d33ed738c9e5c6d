package main

func f(a int b int) {
}

func g(a, b) (int {
}

func main() {
}
