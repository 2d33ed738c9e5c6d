# L03: nothing is NEEDED
. "$SRCDIR/testsuite/observable/lib.sh"
need readelf
hello >hello.go && builds -o hello hello.go
run readelf -d hello
lacks NEEDED
contains 'no dynamic section'
