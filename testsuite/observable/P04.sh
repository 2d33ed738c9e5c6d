# P04: -S is GNU syntax with file:line comments
. "$SRCDIR/testsuite/observable/lib.sh"
printf 'package main\n\n//go:noinline\nfunc add(a, b int) int {\n\treturn a + b\n}\n\nfunc main() {\n\tprintln(add(1, 2))\n}\n' >p.go
run "$MINIGO" build -gcflags=-S -o p p.go; expect 0
matches '^main\.add:'
matches '# .*p\.go:5'
matches '(add|lea)q'
lacks TEXT
