# M18: a fatal error prints its text and the goroutines, and exits with 2, whatever is deferred
. "$SRCDIR/testsuite/observable/lib.sh"
cat >p.go <<'GO'
package main

import "sync"

func main() {
	defer println("not printed")
	defer func() { recover() }()
	var mu sync.Mutex
	mu.Unlock()
}
GO
builds -o p p.go
run ./p
expect 2
contains 'fatal error: sync: unlock of unlocked mutex'
contains 'goroutine 1 [running]:'
contains 'main.main('
lacks 'not printed'
