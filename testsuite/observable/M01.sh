# M01: the stack limit is 1 GB
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
printf 'package main\n\nfunc f(n int) int {\n\tvar a [4096]byte\n\ta[n%%4096] = 1\n\treturn f(n+1) + int(a[n%%4095])\n}\n\nfunc main() { println(f(0)) }\n' >r.go
builds -o r r.go
run $EMU ./r
expect 2
contains 'runtime: goroutine stack exceeds 1000000000-byte limit'
