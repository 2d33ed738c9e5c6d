package main

func f() int { return 1 }

type T struct{}

func (T) m() int { return 1 }

func main() {
	f()
	f() + 1
	T{}.m()
	T{}
	T{}.m
	&T{}
	-f()
	*new(int)
	<-make(chan int)
	[]int{1}[0]
	func() {}
	func() {}()
	f
	int(1)
	len("a")
	append([]int{}, 1)
	copy([]int{}, []int{})
	(f())
	f() == 1
	any(1).(int)
}
