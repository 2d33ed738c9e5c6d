// A panic in another goroutine ends the program, whatever main waits for; deferred calls of that goroutine run.
package main

import (
	"fmt"
	"sync"
)

type job struct {
	id int
	in []int
}

func worker(id int, jobs <-chan job, res chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	defer func() {
		if r := recover(); r != nil {
			res <- -1
			if id == 9 {
				panic(fmt.Sprintf("worker %d: %v", id, r))
			}
		}
	}()
	for j := range jobs {
		s := 0
		for i := range 4 {
			s += j.in[i]
		}
		res <- s
	}
}

func main() {
	jobs, res := make(chan job, 3), make(chan int, 10)
	var wg sync.WaitGroup
	for i := range 3 {
		jobs <- job{i, make([]int, 5-i)}
	}
	close(jobs)
	wg.Add(1)
	go worker(1, jobs, res, &wg)
	wg.Wait()
	fmt.Println(<-res, <-res, <-res, len(res))
	block := make(chan int)
	defer fmt.Println("main's defer does not run")
	go func() {
		defer fmt.Println("goroutine's defer runs")
		jobs := make(chan job, 1)
		jobs <- job{5, []int{1, 2}}
		wg.Add(1)
		worker(9, jobs, res, &wg)
	}()
	<-block
}
