# L04: there is no .dynamic
. "$SRCDIR/testsuite/observable/lib.sh"
need readelf
hello >hello.go && builds -o hello hello.go
run readelf -SW hello
lacks .dynamic
lacks .interp
lacks .plt
