package main

type T struct{}

func main() {
	var t T
	var p *[3]int
	var ps *[]int
	var c chan int
	_ = len(t)
	_ = len(1)
	_ = len(p)
	_ = len(ps)
	_ = len(nil)
	_ = cap("abc")
	_ = cap(c)
	_ = len()
	_ = len("a", "b")
	len("a")
	const n = len(*p)
	const k = len([2]int{f(), 1})
	clear(t)
	clear(p)
	close(t)
	var r <-chan int
	close(r)
}

func f() int { return 1 }
