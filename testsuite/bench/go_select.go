package main

// A select over four channels that four goroutines send to.

func main() {
	var cs [4]chan int
	for i := range cs {
		cs[i] = make(chan int)
		go func() {
			for k := range 250000 {
				cs[i] <- k
			}
		}()
	}
	s := 0
	for range 1000000 {
		select {
		case v := <-cs[0]:
			s += v
		case v := <-cs[1]:
			s += v
		case v := <-cs[2]:
			s += v
		case v := <-cs[3]:
			s += v
		}
	}
	println(s)
}
