# M01: the stack limit is 1 GB
. "$SRCDIR/testsuite/observable/lib.sh"
printf 'package main\n\nfunc f(n int) int { return f(n+1) + n }\n\nfunc main() { println(f(0)) }\n' >r.go
builds -o r r.go
run ./r
expect 2
contains 'runtime: goroutine stack exceeds 1000000000-byte limit'
