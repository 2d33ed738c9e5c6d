package main

var init = 1

const main = 2

func init(x int) {}
func init() int  { return 1 }
func init()

func main() {
	init()
}
