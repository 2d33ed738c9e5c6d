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
