package main

type T struct{}

func main() {
	for i, j := range 10 {
		_, _ = i, j
	}
	for range 1.5 {
	}
	for range (T{}) {
	}
	for i := range (chan<- int)(nil) {
		_ = i
	}
	for a, b := range make(chan int) {
		_, _ = a, b
	}
	var s string
	for _, s = range "abc" {
	}
	for range main {
	}
	for range nil {
	}
	var p *[]int
	for range p {
	}
}
