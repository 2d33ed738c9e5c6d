# M05: a goroutine in a blocking system call does not hold up others
. "$SRCDIR/testsuite/observable/lib.sh"
cat >p.go <<'GO'
package main

import (
	"syscall"
	"time"
)

func main() {
	var p [2]int
	syscall.Pipe(p[:])
	go syscall.Read(p[0], make([]byte, 1))
	n := 0
	for t := time.Now(); time.Since(t) < 200*time.Millisecond; n++ {
		time.Sleep(100 * time.Microsecond)
	}
	println(n > 10)
}
GO
builds -o p p.go
run env GOMAXPROCS=1 timeout 20 ./p
expect 0
equals true
