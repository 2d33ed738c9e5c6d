package main

func main() {
	c := make(chan int)
	var r <-chan int = c
	var s chan<- int = c
	c <- "a"
	r <- 1
	<-s
	_ = <-c + "a"
	var x string = <-c
	c = r
	s = r
	r, s = s, r
	close(r)
	close(1)
	1 <- c
	_, _ = <-c, x
	a, b := <-s
	select {
	case c <- 1:
	case x := <-r:
	case y, ok := <-c:
		_ = y
	case z = <-c:
	}
	for range s {
	}
	_ = len(s) + cap(r)
	var n chan nope
}
