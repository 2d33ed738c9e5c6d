package main

import (
	"fmt"
	"sync"
	"time"
)

// What is due earlier comes earlier. In virtual time, so that no other program on the machine has a say.

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	var order []int
	note := func(i int) {
		mu.Lock()
		order = append(order, i)
		mu.Unlock()
		wg.Done()
	}
	wg.Add(30)
	for i := range 10 {
		due := time.Duration(i*7%10) * 3 * time.Millisecond
		go func() {
			time.Sleep(due + time.Millisecond)
			note(i * 7 % 10 * 3)
		}()
		time.AfterFunc(due+2*time.Millisecond, func() { note(i*7%10*3 + 1) })
		go func() {
			<-time.After(due + 3*time.Millisecond)
			note(i*7%10*3 + 2)
		}()
	}
	wg.Wait()
	fmt.Println(order)
}
