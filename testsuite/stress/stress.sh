#!/bin/sh
# stress.sh MINIGO SRCDIR SECONDS [SEED] - torture.go under hostile schedules, a seed after the other, for about SECONDS. A seed
# is run four ways: its own schedule (schedseed), threads upset (schedstress), the same with collections all the time and the
# marks checked, and on one P; every tenth has 10,000 sockets besides (fewer where so many files are not allowed). What fails is shown with the line that repeats it; exit status 1 then.
minigo=$1 src=$2 seconds=${3:-1200} seed=${4:-1}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
end=$(($(date +%s) + seconds)) runs=0 bad=0 first=$seed
"$minigo" build -O2 -o "$tmp/torture" "$src/testsuite/stress/torture.go" || exit 1

# try ENVIRONMENT ARGUMENT...
try() {
	env=$1
	shift
	runs=$((runs + 1))
	# shellcheck disable=SC2086
	env $env timeout -s ABRT 300 "$tmp/torture" "$@" >"$tmp/out" 2>&1
	status=$?
	if [ $status = 0 ]; then
		[ $# -gt 1 ] && return
		cmp -s "$tmp/out" "$src/testsuite/stress/torture.out" && return
	fi
	bad=$((bad + 1))
	echo "FAIL (status $status): env $env torture $*"
	head -60 "$tmp/out"
}

ulimit -n "$(ulimit -Hn)"
files=$(ulimit -n)
[ "$files" != unlimited ] && [ "$files" -lt 10100 ] && crowd=$(((files - 100) / 100)) || crowd=100

while [ "$(date +%s)" -lt $end ]; do
	try "GODEBUG=schedseed=$seed" 1
	try "GODEBUG=schedstress=$seed GOMAXPROCS=$((2 + seed % 5))" 1
	try "GODEBUG=schedstress=$seed,gcstress=$((5 + seed % 20)),gccheckmark=1,clobberfree=1 GOMAXPROCS=4" 1
	try "GODEBUG=schedseed=$seed,gcstress=7,gccheckmark=1" 1 graph channels pipes
	try "GODEBUG=schedstress=$seed GOMAXPROCS=1" 1
	[ $((seed % 10)) != 0 ] || try "GODEBUG=schedstress=$seed GOMAXPROCS=4" "$crowd" sockets
	seed=$((seed + 1))
done
echo "seeds $first to $((seed - 1)): $runs runs, $bad failed"
[ $bad = 0 ]
