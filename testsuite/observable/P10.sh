# P10: opt: x + 0 is x, constants are folded
. "$SRCDIR/testsuite/observable/lib.sh"
printf 'package main\n\n//go:noinline\nfunc id(x int) int { return x + 0 }\n\n//go:noinline\nfunc seven() int { a := 3; b := 4; return a + b }\n\nfunc main() { println(id(1), seven()) }\n' >p.go
run "$MINIGO" build -gcflags=-d=ssa=id -o p p.go
expect 0
all=$out
phase start
matches 'Add64 <int> v[0-9]+ v[0-9]+'
out=$all
phase 'early opt'
lacks Add64
matches 'Ret <int> v0$'
run "$MINIGO" build -gcflags=-d=ssa=seven -o p p.go
phase 'post opt'
lacks Add64
matches 'Const64 <int> \[7\]'
