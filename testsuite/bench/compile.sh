#!/bin/sh
# compile.sh MINIGO [LINES] - compile time of one generated package of 20,000 lines that is in no cache, at -O0, -O1 (the level of
# `run`) and -O2, and gc's when Go is on the PATH: seconds of CPU time (user and system, children included), and ratios to gc.
# The library is compiled before; "library" is what that costs for `fmt` alone with empty caches.
here=$(cd "$(dirname "$0")" && pwd)
minigo=$(realpath "${1:?usage: compile.sh MINIGO [LINES]}")
lines=${2:-20000}
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT INT TERM
cd "$tmp" || exit 1
export MINIGOCACHE=$tmp/cache GOCACHE=$tmp/gocache
"$minigo" build -o gen "$here/compile/manyfuncs.go" && ./gen "$lines" >p.go && printf 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println(1) }\n' >warm.go &&
	./gen 400 >lib.go || exit 1
echo "$(wc -l <p.go) lines, $(grep -c '^func' p.go) functions, $(grep -c '^type' p.go) types"

seconds() { # COMMAND...: CPU seconds of it and its children
	sh -c '"$@" >out 2>&1 || { cat out >&2; exit 1; }; times' sh "$@" | tail -1 | sed 's/[ms]/ /g' | awk '{ printf "%.2f\n", $1 * 60 + $2 + $3 * 60 + $4 }'
}

row() { # NAME COMMAND...
	name=$1
	shift
	t=$(seconds "$@")
	[ -n "$ref" ] || ref=$t
	echo "$name $t $ref" | awk '{ printf "%-28s %8.2f s %8.2f\n", $1, $2, $2 / $3 }' | tr _ ' '
}

ref=
echo "                                  CPU   ratio"
if command -v go >/dev/null; then
	row library,_gc go build -o x warm.go
	go build -o x lib.go
	ref=
	row gc go build -o p.gc p.go
fi
rm -rf "$MINIGOCACHE"
row library,_minigo_-O2 "$minigo" build -O2 -o x warm.go
for o in -O0 -O1 -O2; do
	"$minigo" build $o -o x lib.go
	row "minigo_$o" "$minigo" build $o -o "p$o" p.go
done
for p in p.gc p-O0 p-O1 p-O2; do
	[ -x $p ] && ./$p >$p.txt
done
for p in p-O1 p-O2 p.gc; do
	[ ! -f $p.txt ] || cmp -s p-O0.txt $p.txt || { echo "$p prints something else"; exit 1; }
done
