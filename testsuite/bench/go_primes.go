package main

// The prime sieve of a chain of goroutines.

func generate(c chan<- int) {
	for i := 2; ; i++ {
		c <- i
	}
}

func filter(in <-chan int, out chan<- int, p int) {
	for {
		if v := <-in; v%p != 0 {
			out <- v
		}
	}
}

func main() {
	c := make(chan int)
	go generate(c)
	p := 0
	for range 1000 {
		p = <-c
		d := make(chan int)
		go filter(c, d, p)
		c = d
	}
	println(p)
}
