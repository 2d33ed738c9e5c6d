# G06: a goroutine that ends goes to a free list: a million one after the other need few
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >p.go <<'GO'
package main

import "runtime"

func main() {
	c := make(chan int)
	var a, b runtime.MemStats
	for i := range 1000000 {
		if i == 1000 {
			runtime.ReadMemStats(&a)
		}
		go func() { c <- i }()
		<-c
	}
	runtime.ReadMemStats(&b)
	println(b.Sys-a.Sys < 16<<20, runtime.NumGoroutine() <= 2)
}
GO
builds -o p p.go
run env GODEBUG=schedtrace=100,scheddetail=1 $EMU ./p
expect 0
contains 'true true'
n=$(echo "$out" | awk '/^SCHED/ { n = 0 } /^  G[0-9]+: status/ { if (++n > most) most = n } END { print most + 0 }')
[ "$n" -gt 0 ] && [ "$n" -lt 100 ] || fail "$n Gs"
