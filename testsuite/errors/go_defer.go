package main

func f() int { return 1 }

func main() {
	go f
	defer func() {}
	go int(1)
	defer len("abc")
	go append([]int{}, 1)
	defer recover()
	defer panic(1)
	go println()
	defer new(int)
	go undefined()
}
