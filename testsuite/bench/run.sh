#!/bin/sh
# run.sh MINIGO [NAME...] - builds the benchmark programs at -O2, checks their output, and prints user times: the median of RUNS
# (5) runs. With a Go toolchain on the PATH also gc's time, as it is and with GOGC=off, and minigo's ratio to both.
# "startup" is the time from start to exit of a println program, with stack checks and without (-d=stackguard), in microseconds.
# The last lines are geometric means of the ratios: compute programs, those of maps, strings, sorting and fmt, of generics (generic_*),
# and of goroutines (go_*).
here=$(cd "$(dirname "$0")" && pwd)
minigo=${1:?usage: run.sh MINIGO [NAME...]}
shift
runs=${RUNS:-5}
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT INT TERM
${CC:-cc} -O1 -o "$tmp/measure" "$here/measure.c" || exit 1
go=$(command -v go)
library=" strbuild maps sorting numbers format "
[ $# -gt 0 ] || set -- $(cd "$here" && ls ./*.go | sed 's,./,,; s,\.go$,,') startup

printf '%-12s %10s %9s' program minigo KB
[ "$go" ] && printf ' %10s %9s %7s %10s %9s %7s' gc KB ratio gogc=off KB ratio
echo
startup() {
	printf 'package main\n\nfunc main() { println("hi") }\n' >"$tmp/hi.go"
	"$minigo" build -O2 -o "$tmp/hi" "$tmp/hi.go" && "$minigo" build -O2 -gcflags=-d=stackguard -o "$tmp/hi.bare" "$tmp/hi.go" || return
	set -- "$tmp/hi" "$tmp/hi.bare"
	[ "$go" ] && (cd "$tmp" && "$go" build -o hi.gc hi.go) && set -- "$@" "$tmp/hi.gc"
	"$tmp/measure" -s $((runs * 20)) "$@" | {
		read -r checks bare gc
		echo "startup: $checks us, without stack checks $bare us${gc:+, gc $gc us}"
	}
}

for name; do
	[ "$name" != startup ] || { startup; continue; }
	if ! "$minigo" build -O2 -o "$tmp/$name" "$here/$name.go" 2>"$tmp/err"; then
		printf '%-12s does not build: %s\n' "$name" "$(head -1 "$tmp/err")"
		continue
	fi
	if ! m=$("$tmp/measure" "$runs" "$tmp/$name" 2>"$tmp/err"); then
		printf '%-12s fails: %s\n' "$name" "$(head -1 "$tmp/err")"
		continue
	fi
	if [ "$go" ]; then
		(cd "$here" && "$go" build -o "$tmp/$name.gc" "$name.go") || continue
		"$tmp/$name" >"$tmp/out" 2>/dev/null
		"$tmp/$name.gc" >"$tmp/want" 2>/dev/null
		cmp -s "$tmp/out" "$tmp/want" || { printf '%-12s prints other output than gc\n' "$name"; continue; }
		g=$("$tmp/measure" "$runs" "$tmp/$name.gc" 2>/dev/null)
		o=$(GOGC=off "$tmp/measure" "$runs" "$tmp/$name.gc" 2>/dev/null)
	fi
	case $name in go_*) kind=goroutines ;; generic_*) kind=generic ;; *) case $library in *" $name "*) kind=library ;; *) kind=compute ;; esac ;; esac
	echo "$name $kind $m $g $o"
done | awk -v n="$([ "$go" ] && echo 1)" '
NF < 4 || $2 !~ /^(compute|library|goroutines|generic)$/ { print; next }
{
	printf "%-12s %8.1fms %9d", $1, $3, $4
	if (n) {
		a = $3 / $5; b = $3 / $7
		printf " %8.1fms %9d %7.2f %8.1fms %9d %7.2f", $5, $6, a, $7, $8, b
		sum[$2] += log(a); off[$2] += log(b); count[$2]++
	}
	print ""
	fflush()
}
END {
	for (k in count)
		printf "geometric mean, %s: %.2f, against GOGC=off %.2f\n", k, exp(sum[k] / count[k]), exp(off[k] / count[k])
}'
