package main

// Goroutines created and joined.

func main() {
	c := make(chan int, 64)
	s := 0
	for range 5000 {
		for i := range 100 {
			go func() { c <- i }()
		}
		for range 100 {
			s += <-c
		}
	}
	println(s)
}
