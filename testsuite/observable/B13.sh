# B13: procresize: GOMAXPROCS of the environment, or the number of CPUs
. "$SRCDIR/testsuite/observable/lib.sh"
cat >hi.go <<'GO'
package main

import "runtime"

func main() { println(runtime.GOMAXPROCS(0)) }
GO
boottrace amd64
[ "$(field procresize procs)" = "$(nproc)" ] || fail "$out"
run env GOMAXPROCS=3 ./hi
equals 3
for junk in x 0 -1 3x ''; do
	run env GOMAXPROCS="$junk" ./hi
	equals "$(nproc)"
done
