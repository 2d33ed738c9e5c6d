# P09: nilcheck merges checks of one pointer
. "$SRCDIR/testsuite/observable/lib.sh"
printf 'package main\n\ntype P struct{ x, y int }\n\n//go:noinline\nfunc sum(p *P) int { return p.x + p.y }\n\nfunc main() { println(sum(&P{1, 2})) }\n' >p.go
run "$MINIGO" build -gcflags=-d=ssa=sum -o p p.go
expect 0
all=$out
phase start
[ "$(echo "$out" | grep -c NilCheck)" = 2 ] || fail "start: not two checks: $out"
out=$all
phase nilcheck
[ "$(echo "$out" | grep -c NilCheck)" = 1 ] || fail "nilcheck: not one check: $out"
