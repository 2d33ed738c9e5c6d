#!/bin/sh
# pauses.sh MINIGO - stops of the world and gaps that sampling goroutines see, over 1 GB of live heap: RUNS (3) runs by turns of
# minigo's program and, with Go on the PATH, of gc's. GOGC (10 unless set) is small, so that there are many cycles. On a busy machine
# the longest ones contain time in which the kernel ran somebody else: the quietest run counts.
here=$(cd "$(dirname "$0")" && pwd)
minigo=${1:?usage: pauses.sh MINIGO}
runs=${RUNS:-3}
export GOGC=${GOGC:-10}
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT INT TERM
"$minigo" build -O2 -o "$tmp/minigo" "$here/pauses/pauses.go" || exit 1
compilers=minigo
if command -v go >/dev/null; then
	(cd "$here/pauses" && go build -o "$tmp/gc" pauses.go) && compilers="minigo gc"
fi
while [ "$runs" -gt 0 ]; do
	for c in $compilers; do
		echo "$c:"
		"$tmp/$c" report || exit 1
	done
	runs=$((runs - 1))
done
