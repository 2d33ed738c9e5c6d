package main

func main() {
	panic()
	panic(1, 2)
	x := print(1)
	println(main())
	print(nil)
	recover(1)
	_ = recover
	_ = panic(1)
	close(make(<-chan int))
}
