# P08: deadcode removes what cannot be reached
. "$SRCDIR/testsuite/observable/lib.sh"
printf 'package main\n\n//go:noinline\nfunc f(x int) int {\n\tdebug := 1\n\tif debug == 2 {\n\t\tprintln("never")\n\t}\n\treturn x\n}\n\nfunc main() { println(f(1)) }\n' >p.go
run "$MINIGO" build -gcflags=-d=ssa=f -o p p.go
expect 0
phase start
before=$(echo "$out" | grep -c '^b[0-9]*:')
contains runtime.printstring
run "$MINIGO" build -gcflags=-d=ssa=f -o p p.go
phase deadcode
after=$(echo "$out" | grep -c '^b[0-9]*:')
lacks runtime.printstring
[ "$after" -lt "$before" ] || fail "$before blocks before, $after after"
