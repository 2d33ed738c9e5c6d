# L02: ldd says that it is not dynamic
. "$SRCDIR/testsuite/observable/lib.sh"
need ldd
hello >hello.go && builds -o hello hello.go
run ldd ./hello
contains 'not a dynamic executable'
