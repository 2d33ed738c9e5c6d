# M18: a fatal error prints its text and all goroutines, and exits with 2, whatever is deferred
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >p.go <<'GO'
package main

import (
	"sync"
	"time"
)

func wait() { <-make(chan int) }

func main() {
	go wait()
	time.Sleep(50 * time.Millisecond)
	defer println("not printed")
	defer func() { recover() }()
	var mu sync.Mutex
	mu.Unlock()
}
GO
builds -o p p.go
run $EMU ./p
expect 2
contains 'fatal error: sync: unlock of unlocked mutex'
contains 'goroutine 1 [running]:'
contains 'main.main('
matches '^goroutine [0-9]+ \[chan receive\]:$'
contains 'main.wait('
contains 'created by main.main in goroutine 1'
lacks 'not printed'
