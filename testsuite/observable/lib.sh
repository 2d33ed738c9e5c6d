# lib.sh - for the tests here: . "$SRCDIR/testsuite/observable/lib.sh". Each runs in an empty directory with MINIGO, SRCDIR, QEMU set.
set -u
fail() { echo "FAIL: $*"; exit 1; }
skip() { echo "skipped: $*"; exit 77; }
need() { for p in "$@"; do command -v "$p" >/dev/null 2>&1 || skip "no $p"; done; }
# run COMMAND...: its output is in $out, its exit status in $status
run() { out=$("$@" 2>&1); status=$?; }
expect() { [ "$status" = "$1" ] || fail "exit status $status, want $1: $out"; }
contains() { case "$out" in *"$1"*) ;; *) fail "no '$1' in: $out" ;; esac; }
lacks() { case "$out" in *"$1"*) fail "'$1' in: $out" ;; esac; }
equals() { [ "$out" = "$1" ] || fail "got '$out', want '$1'"; }
matches() { echo "$out" | grep -Eq -- "$1" || fail "nothing matches '$1' in: $out"; }
hello() { cat "$SRCDIR/examples/hello/hello.go"; }
builds() { run "$MINIGO" build "$@"; [ "$status" = 0 ] || fail "build $*: $out"; }
println_program() { printf 'package main\n\nfunc main() {\n\tprintln("hi")\n}\n'; }
add_program() { printf 'package main\n\n//go:noinline\nfunc add(a, b int) int { return a + b }\n\nfunc main() { println(add(1, 2)) }\n'; }
# phase NAME: $out, a dump of all phases, becomes the text after that phase
phase() { out=$(echo "$out" | awk -v p="$1" '/^# / { on = substr($0, index($0, ": ") + 2) == p; next } on'); [ -n "$out" ] || fail "no phase $1"; }
# boottrace ARCH ARGUMENT...: builds hi.go, $out is what it prints with GODEBUG=boottrace=1; field STEP KEY: a value in it
boottrace() {
	GOARCH=$1 "$MINIGO" build -o hi hi.go || fail 'build hi.go'
	emu=
	[ "$1" = amd64 ] || emu=$QEMU
	[ "$1" = amd64 ] || [ -n "$QEMU" ] || skip 'no qemu'
	shift
	out=$(GODEBUG=boottrace=1 $emu ./hi "$@" 2>&1)
}
field() { echo "$out" | sed -n "s/^boottrace [0-9]* $1 \(.* \)\{0,1\}$2=\([^ ]*\).*/\2/p"; }
# in_order STEP...: these steps of the trace in $out come in this order
in_order() {
	got=$(echo "$out" | awk -v want=" $* " '/^boottrace/ && index(want, " " $3 " ") { printf "%s ", $3 }')
	[ "$got" = "$* " ] || fail "steps: $got"
}
