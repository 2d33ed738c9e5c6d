# M06: sysmon polls descriptors when all Ps are busy
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >p.go <<'GO'
package main

import (
	"os"
	"runtime"
	"sync/atomic"
	"syscall"
	"time"
)

// socket is both ends of one; the second is written to by the system call.
func socket() (*os.File, int) {
	fds, _ := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM|syscall.SOCK_NONBLOCK, 0)
	return os.NewFile(uintptr(fds[0]), "socket"), fds[1]
}

func pipe() (*os.File, int) {
	r, w, _ := os.Pipe()
	return r, int(w.Fd())
}

// spin keeps all Ps busy until something has come, which is written with the system call itself: no
// goroutine goes to sleep or ends before, so that only sysmon can find it.
func spin(n int, stop *atomic.Bool) {
	for range n {
		go func() {
			for !stop.Load() {
			}
		}()
	}
}

func comes(r *os.File, fd int) bool {
	var got, stop atomic.Bool
	go func() {
		r.Read(make([]byte, 1))
		got.Store(true)
	}()
	time.Sleep(10 * time.Millisecond)
	spin(runtime.GOMAXPROCS(0), &stop)
	syscall.Write(fd, []byte("x"))
	start := time.Now()
	for !got.Load() && time.Since(start) < 20*time.Second {
	}
	stop.Store(true)
	return got.Load()
}

func main() {
	println(comes(pipe()), comes(socket()))
}
GO
builds -o p p.go
for procs in 1 2 8; do
	run env GOMAXPROCS=$procs timeout 100 $EMU ./p
	expect 0
	equals 'true true'
done

# readiness ends the wait of a poller that sleeps, a new timer does, too
cat >q.go <<'GO'
package main

import (
	"os"
	"time"
)

func main() {
	r, w, _ := os.Pipe()
	go func() {
		time.Sleep(20 * time.Millisecond)
		w.Write([]byte("x"))
	}()
	r.Read(make([]byte, 1))
	c := make(chan int)
	go r.Read(make([]byte, 1))
	time.AfterFunc(time.Hour, func() {})
	time.Sleep(10 * time.Millisecond)
	time.AfterFunc(20*time.Millisecond, func() { close(c) })
	<-c
	r.Close()
	w.Close()
	println("ok")
}
GO
builds -o q q.go
run timeout 100 $EMU ./q
expect 0
equals ok

# nobody waits for a descriptor: a deadlock is one
cat >d.go <<'GO'
package main

import "os"

func main() {
	r, _, _ := os.Pipe()
	go r.Close()
	r.Read(make([]byte, 1))
	println("closed")
	select {}
}
GO
builds -o d d.go
run timeout 100 $EMU ./d
expect 2
contains closed
contains 'all goroutines are asleep - deadlock!'
