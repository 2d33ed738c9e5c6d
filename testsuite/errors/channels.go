package main

func main() {
	var c chan int
	var r <-chan int
	var s chan<- int
	r <- 1
	<-s
	c <- "a"
	x := <-1
	close(r)
	close(1)
	s = r
	r = c
	for range s {
	}
	len(c)
	_ = x
}
