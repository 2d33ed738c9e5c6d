# P07: generic SSA, then lower, then LLVM's IR for the machine
. "$SRCDIR/testsuite/observable/lib.sh"
add_program >p.go
run "$MINIGO" build -gcflags=-d=ssa=add -o p p.go
expect 0
matches '^# main\.add: start$'
matches '^# main\.add: lower$'
[ "$(echo "$out" | grep '^# main' | tail -1)" = '# main.add: lower' ] || fail 'lower is not the last phase'
GOSSAFUNC=add "$MINIGO" build -o p p.go >/dev/null 2>&1
grep -q '<h2>[^<]*LLVM IR' ssa.html || fail 'no phase LLVM IR'
grep -q 'LLVM' "$SRCDIR/compiler/ssa/README.md" || fail 'the documentation does not say what follows lower'
