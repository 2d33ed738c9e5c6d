# C16: nothing of the system is needed to build
. "$SRCDIR/testsuite/observable/lib.sh"
hello >hello.go
run env PATH= "$MINIGO" build -o h hello.go
expect 0
run ./h
equals 'Hello, Go!'
run env PATH= GOARCH=arm64 "$MINIGO" build -o h64 hello.go
expect 0
[ -n "$QEMU" ] || exit 0
run "$QEMU" ./h64
equals 'Hello, Go!'
