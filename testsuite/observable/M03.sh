# M03: sysmon sleeps 20 us first, twice as long when there is nothing to do, up to 10 ms; nothing wakes an idle program often
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >p.go <<'GO'
package main

import (
	"runtime"
	"time"
)

func main() {
	go func() {
		for {
			runtime.Gosched()
		}
	}()
	for t := time.Now(); time.Since(t) < 400*time.Millisecond; {
		runtime.Gosched()
	}
}
GO
builds -o p p.go
# on a busy machine a goroutine may seem to run for over 10 ms, which is something to do: once undisturbed is enough
for try in 1 2 3 4 5 6 7 8; do
	run env GODEBUG=sysmontrace=1 GOMAXPROCS=1 $EMU ./p
	expect 0
	echo "$out" | head -1 | grep -qx 'sysmon: delay 20us' || fail "starts otherwise: $out"
	got=$(echo "$out" | awk '{ sub(/us$/, "", $3); if ($3 == 20) s = ""; s = s " " $3; if (length(s) > length(most)) most = s } END { print most }')
	[ "$got" != ' 20 40 80 160 320 640 1280 2560 5120 10000' ] || break
done
[ "$got" = ' 20 40 80 160 320 640 1280 2560 5120 10000' ] || fail "delays:$got"

printf 'package main\n\nimport "time"\n\nfunc main() {\n\tgo func() { select {} }()\n\ttime.Sleep(time.Second)\n\tprintln("idle")\n\ttime.Sleep(2 * time.Second)\n\tprintln("over")\n}\n' >i.go
builds -o i i.go
if [ -n "$EMU" ]; then
	$EMU -strace ./i >calls 2>&1 || fail 'strace'
else
	need strace
	strace -f -o calls ./i || fail 'strace'
fi
grep -q over calls || fail "$(cat calls)"
n=$(awk '/idle/ { on = 1 } /over/ { on = 0 } on && /\(/ { n++ } END { print n + 0 }' calls)
[ "$n" -lt 400 ] || fail "$n system calls in 2 s: $(tail -50 calls)"
