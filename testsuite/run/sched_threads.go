package main

import (
	"fmt"
	"os"
	"runtime"
	"sync"
	"syscall"
	"time"
)

// Locked goroutines stay on their threads, blocking system calls do not hold up others, loops without calls are preempted.

var atInit = syscall.Gettid()

func init() { runtime.LockOSThread() }

func locked(done chan bool) {
	runtime.LockOSThread()
	t := syscall.Gettid()
	for range 50 {
		runtime.Gosched()
		time.Sleep(time.Microsecond)
		if syscall.Gettid() != t {
			panic("moved")
		}
	}
	runtime.UnlockOSThread()
	done <- true
}

func main() {
	fmt.Println(atInit == os.Getpid(), syscall.Gettid() == os.Getpid())
	done := make(chan bool)
	for range 4 {
		go locked(done)
	}
	for range 4 {
		<-done
		if syscall.Gettid() != os.Getpid() {
			panic("main moved")
		}
	}
	runtime.UnlockOSThread()

	runtime.GOMAXPROCS(1)
	r, w, _ := os.Pipe()
	go func() {
		time.Sleep(5 * time.Millisecond)
		w.Write([]byte("x"))
	}()
	b := make([]byte, 1)
	n, err := r.Read(b)
	fmt.Println(n, err, string(b))

	var x, y uint64
	go func() {
		for {
			x++
		}
	}()
	go func() {
		f := 1.5
		for {
			f = f*1.000001 + 0.5
			y++
		}
	}()
	for range 3 {
		time.Sleep(time.Millisecond)
		runtime.GC()
	}
	fmt.Println("preempted")

	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer fmt.Println("deferred")
		runtime.Goexit()
	}()
	wg.Wait()
	fmt.Println(runtime.GOMAXPROCS(3), runtime.GOMAXPROCS(0))
}
