# C06: the first program that everyone writes
. "$SRCDIR/testsuite/observable/lib.sh"
f=$SRCDIR/examples/hello/hello.go
for w in 'package main' 'import "fmt"' 'fmt.Println("Hello, Go!")'; do grep -qF "$w" "$f" || fail "no $w in hello.go"; done
grep -qP '[^\x00-\x7F]' "$f" || fail 'no UTF-8 comment in hello.go'
run "$MINIGO" run "$f"
equals "$(cat "$SRCDIR/examples/hello/output.golden")"
