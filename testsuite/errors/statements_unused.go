package main

type T struct{ x int }

func f() int { return 1 }

func main() {
	1
	f
	f()
	(T{})
	T{}.x
	int(f())
	len("a")
	"a" + "b"
	-f()
	&T{}
	<-make(chan int)
	func() {}
}
