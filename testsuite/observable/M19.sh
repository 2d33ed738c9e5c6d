# M19: all goroutines asleep
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >p.go <<'GO'
package main

import "sync"

func main() {
	var mu sync.Mutex
	mu.Lock()
	go mu.Lock()
	go func() { select {} }()
	go func() {
		c := sync.NewCond(new(sync.Mutex))
		c.L.Lock()
		c.Wait()
	}()
	<-make(chan int)
}
GO
builds -o p p.go
for n in 1 2 8; do
	run env GOMAXPROCS=$n timeout 100 $EMU ./p
	expect 2
	contains 'fatal error: all goroutines are asleep - deadlock!'
	contains 'goroutine 1 [chan receive]:'
	matches '^goroutine [0-9]+ \[sync.Mutex.Lock\]:$'
	matches '^goroutine [0-9]+ \[select \(no cases\)\]:$'
	matches '^goroutine [0-9]+ \[sync.Cond.Wait\]:$'
	contains 'created by main.main in goroutine 1'
done

# states: a select over channels that are all nil, and main gone while others wait for what will not come
cat >q.go <<'GO'
package main

import "runtime"

func main() {
	var c, d chan int
	go func() {
		runtime.LockOSThread()
		select {
		case <-c:
		case d <- 1:
		}
	}()
	runtime.Goexit()
}
GO
builds -o q q.go
run $EMU ./q
expect 2
contains 'fatal error: all goroutines are asleep - deadlock!'
matches '^goroutine [0-9]+ \[select, locked to thread\]:$'
lacks 'goroutine 1 '
