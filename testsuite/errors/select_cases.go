package main

func main() {
	c := make(chan int)
	var r <-chan int
	var s chan<- int
	select {
	case c <- "x":
	case r <- 1:
	case <-s:
	case x := <-c:
	case x, ok := <-c:
	case c:
	case 1 > 2:
	default:
	default:
	}
}
