package main

// A token passed round a ring of 503 goroutines.

func main() {
	const size, rounds = 503, 3000000
	done := make(chan int)
	first := make(chan int)
	in := first
	for i := 1; i <= size; i++ {
		out := first
		if i < size {
			out = make(chan int, 1)
		}
		go func(in, out chan int) {
			for {
				v := <-in
				if v == 0 {
					done <- i
					return
				}
				out <- v - 1
			}
		}(in, out)
		in = out
	}
	first <- rounds
	println(<-done)
}
