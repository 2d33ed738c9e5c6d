# P05: -S carries the SSA values that the instructions come from
. "$SRCDIR/testsuite/observable/lib.sh"
printf 'package main\n\n//go:noinline\nfunc add(a, b int) int {\n\treturn a + b\n}\n\nfunc main() {\n\tprintln(add(1, 2))\n}\n' >p.go
run "$MINIGO" build -gcflags=-S -o p p.go; expect 0
matches '; v[0-9]+ = Add64 <int> v[0-9]+ v[0-9]+'
run env GOARCH=arm64 "$MINIGO" build -gcflags=-S -o p p.go; expect 0
matches '// .*p\.go:5 ; v[0-9]+ = Add64 <int> v[0-9]+ v[0-9]+'
