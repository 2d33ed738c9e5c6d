package main

type a <-chan<- int

type b chan<- <-chan int

var c = (<-chan int)(nil)

var d = (<-chan<- int)(nil)

func main() {
}
