# C07: main must be in package main
. "$SRCDIR/testsuite/observable/lib.sh"
printf 'package foo\n\nfunc main() {}\n' >foo.go
run "$MINIGO" run foo.go
expect 1
contains 'is not a main package'
printf 'package main\n\nfunc Main() {}\n' >nomain.go
run "$MINIGO" build nomain.go
expect 1
contains 'function main is undeclared in the main package'
