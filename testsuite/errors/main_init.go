package main

func main(args []string) {}

func init() int { return 1 }

var init = 1

func f() {
	init()
	main()
	_ = init
}
