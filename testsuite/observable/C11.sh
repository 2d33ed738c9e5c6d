# C11: modules without GOPATH and HOME
. "$SRCDIR/testsuite/observable/lib.sh"
mkdir lib
printf 'module example.com/app\n\ngo 1.26\n' >go.mod
printf 'package main\n\nimport "example.com/app/lib"\n\nfunc main() { println(lib.Twice(21)) }\n' >main.go
printf 'package lib\n\nfunc Twice(x int) int { return 2 * x }\n' >lib/lib.go
run env -u GOPATH -u HOME "$MINIGO" run .
expect 0
equals 42
