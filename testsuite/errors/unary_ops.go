package main

type T struct{ x int }

func f() int { return 1 }

func main() {
	var s string
	var b bool
	var i int
	var p *int
	_ = -s
	_ = +b
	_ = !i
	_ = ^1.5
	_ = ^s
	_ = *i
	_ = *p
	_ = &1
	_ = &f()
	_ = &i
	_ = &T{1}
	_ = &(T{1})
	_ = &T{1}.x
	_ = &map[int]int{}[1]
	_ = <-i
	_ = *nil
}
