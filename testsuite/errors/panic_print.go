package main

func two() (int, int) { return 1, 2 }

func main() {
	panic()
	panic(1, 2)
	panic(two())
	print(two())
	print(nil)
	print(func() {})
	println([]int{1}, struct{}{})
	recover(1)
	_ = recover()
	x := panic(1)
	defer recover()
	go println()
	defer len("a")
	go int(3)
	_ = print
}
