# G05: goexit is at the bottom of every goroutine's stack
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >p.go <<'GO'
package main

import "time"

var ch = make(chan int)

//go:noinline
func wait() { <-ch }

func main() {
	go wait()
	go func() {
		defer println("never")
		wait()
	}()
	time.Sleep(200 * time.Millisecond)
	panic("look")
}
GO
builds -o p p.go
run env GOTRACEBACK=system $EMU ./p
expect 2
# how many goroutines there are, and how many whose last frame is goexit
set -- $(echo "$out" | awk '
	function last() { if (frame ~ /^runtime\.goexit\(/) e++; frame = "" }
	/^goroutine / { last(); n++ }
	/^[a-z].*\(/ && !/^created by/ { frame = $0 }
	END { last(); print n + 0, e + 0 }')
[ "$1" -ge 3 ] && [ "$1" = "$2" ] || fail "$2 of $1 goroutines end at goexit: $out"
# bottom PROGRAM: gdb's backtrace goes from main.wait to goexit and ends there
bottom() {
	in_gdb "$1" 'set backtrace past-main on' 'break main.wait' continue bt
	expect 0
	matches '#0 .*main.wait'
	[ "$(echo "$out" | grep '^#' | tail -1 | grep -c goexit)" = 1 ] || fail "$out"
	lacks 'Backtrace stopped'
	lacks corrupt
}
printf 'package main\n\n//go:noinline\nfunc wait() { println("here") }\n\nfunc main() { wait() }\n' >q.go
builds -o q q.go
bottom ./q
# qemu's stub dies now and then when several threads are there
[ -n "$EMU" ] || bottom ./p
