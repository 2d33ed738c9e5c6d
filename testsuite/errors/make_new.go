package main

type T struct{}

func main() {
	_ = make([]int)
	_ = make([]int, -1)
	_ = make([]int, 10, 5)
	_ = make([]int, "a")
	_ = make([]int, 1.5)
	_ = make([]int, 2.0)
	_ = make(map[string]int, 1, 2)
	_ = make(T)
	_ = make(int)
	_ = make(1)
	_ = make()
	_ = make(*[]int, 1)
	_ = make(chan int, -5)
	make([]int, 1)
	_ = new(T)
	_ = new(T, 1)
	_ = new()
	_ = new(nil)
	new(int)
	var p *int = new(int64)
	_ = p
	var q *string = new("text")
	_ = q
}
