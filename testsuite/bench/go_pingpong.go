package main

// An unbuffered channel there and one back.

func main() {
	a, b := make(chan int), make(chan int)
	go func() {
		for v := range a {
			b <- v + 1
		}
		close(b)
	}()
	v := 0
	for range 1000000 {
		a <- v
		v = <-b
	}
	close(a)
	println(v)
}
