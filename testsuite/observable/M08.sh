# M08: inits run on the main thread, and so does main after LockOSThread in an init
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >p.go <<'GO'
package main

import (
	"os"
	"runtime"
	"syscall"
)

func init() {
	c := make(chan int)
	for range 10 {
		go func() { runtime.Gosched(); c <- 1 }()
		<-c
		if syscall.Gettid() != os.Getpid() {
			println("init on another thread")
		}
	}
	runtime.LockOSThread()
}

func main() {
	c := make(chan int)
	for range 100 {
		go func() { runtime.Gosched(); c <- 1 }()
		<-c
		if syscall.Gettid() != os.Getpid() {
			println("main on another thread")
		}
	}
	println("done")
}
GO
builds -o p p.go
run $EMU ./p
expect 0
equals done
