package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

// A goroutine that ends locked to its thread ends the thread; one that has let go does not.

func alive(tid int) bool {
	_, err := os.Stat("/proc/self/task/" + strconv.Itoa(tid))
	return err == nil
}

func run(unlock bool) int {
	tid := make(chan int)
	go func() {
		runtime.LockOSThread()
		runtime.LockOSThread()
		tid <- syscall.Gettid()
		if unlock {
			runtime.UnlockOSThread()
			runtime.UnlockOSThread()
		}
	}()
	return <-tid
}

func ends(tid int) bool {
	if tid == os.Getpid() {
		return true // the first thread stays
	}
	for range 2000 {
		if !alive(tid) {
			return true
		}
		time.Sleep(time.Millisecond)
	}
	return false
}

func main() {
	for range 50 {
		if tid := run(false); !ends(tid) {
			fmt.Println("still there")
		}
	}
	kept := run(true)
	time.Sleep(20 * time.Millisecond)
	fmt.Println(alive(kept), len(tasks()) < 20)
	done := make(chan bool)
	go func() {
		defer close(done)
		runtime.LockOSThread()
		defer runtime.Gosched()
		runtime.Goexit()
	}()
	<-done
	time.Sleep(time.Millisecond)
	fmt.Println(runtime.NumGoroutine())
}

func tasks() []os.DirEntry {
	d, err := os.ReadDir("/proc/self/task")
	if err != nil {
		panic(err)
	}
	return d
}
