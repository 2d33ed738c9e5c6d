# 1,000 idle connections, a goroutine at each end (testsuite/bench/go_sockets.go; without an argument it makes 10,000)
. "$SRCDIR/testsuite/observable/lib.sh"
ulimit -n "$(ulimit -Hn)"
[ "$(ulimit -n)" = unlimited ] || [ "$(ulimit -n)" -ge 2100 ] || skip 'not enough files'
for level in -O0 -O2; do
	builds $level -o p "$SRCDIR/testsuite/bench/go_sockets.go"
	for procs in 1 2 8; do
		run sh -c "GOMAXPROCS=$procs timeout 60 ./p 1000 2>err"
		expect 0
		equals 5000
	done
	run cat err
	matches '^1000 connections: [0-9]+ KB, [0-9]+ ms; 200[0-9] goroutines$'
	kb=$(echo "$out" | sed -n 's/.* connections: \([0-9]*\) KB.*/\1/p')
	[ "$kb" -lt 40000 ] || fail "1000 connections take $kb KB"
done
[ -n "$QEMU" ] || exit 0
GOARCH=arm64 builds -o p "$SRCDIR/testsuite/bench/go_sockets.go"
run sh -c "timeout 100 $QEMU ./p 300 2>err"
expect 0
equals 1500
