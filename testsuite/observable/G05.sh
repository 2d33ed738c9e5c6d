# G05: goexit is at the bottom of every goroutine's stack
. "$SRCDIR/testsuite/observable/lib.sh"
cat >p.go <<'GO'
package main

import "time"

var ch = make(chan int)

//go:noinline
func wait() { <-ch }

func main() {
	go wait()
	time.Sleep(200 * time.Millisecond)
	panic("look")
}
GO
builds -o p p.go
run env GOTRACEBACK=system ./p
expect 2
n=$(echo "$out" | grep -c '^goroutine [0-9]* .*\[\|^goroutine [0-9]* \[')
[ "$(echo "$out" | grep -c '^runtime\.goexit(')" -ge 2 ] || fail "not every goroutine ends at goexit: $out"
[ "$n" -ge 2 ] || fail "$out"
need gdb
run gdb -nx -batch -ex 'set debuginfod enabled off' -ex "break main.wait" -ex run -ex bt ./p
[ "$status" = 0 ] || fail "$out"
matches 'main.wait'
matches '#[0-9]+ .*goexit'
lacks 'Backtrace stopped'
lacks 'corrupt'
