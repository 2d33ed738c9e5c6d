# B13: procresize: GOMAXPROCS of the environment, or the number of CPUs
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >hi.go <<'GO'
package main

import "runtime"

func main() {
	c := make(chan int)
	go close(c)
	<-c
	println(runtime.GOMAXPROCS(0))
}
GO
boottrace
[ "$(field procresize procs)" = "$(nproc)" ] || fail "$out"
run env GOMAXPROCS=3 $EMU ./hi
equals 3
run env GOMAXPROCS=3 GODEBUG=schedtrace=1000 $EMU ./hi
matches '^SCHED [0-9]+ms: gomaxprocs=3 '
for junk in x 0 -1 3x ''; do
	run env GOMAXPROCS="$junk" $EMU ./hi
	equals "$(nproc)"
done
