# M13: programs are pure Go, and the boot says so; CGO_ENABLED=1 and import "C" are refused, not ignored
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >hi.go
boottrace
in_order runtime.main cgo=off main.init
run "$MINIGO" env CGO_ENABLED; equals 0
run env CGO_ENABLED=0 "$MINIGO" build -o h hi.go; expect 0
run env CGO_ENABLED=1 "$MINIGO" build -o h1 hi.go; expect 2
equals 'minigo: CGO_ENABLED=1: cgo is not supported'
[ ! -e h1 ] || fail 'it made an executable'
printf 'package main\n\n// int f(void);\nimport "C"\n\nfunc main() { C.f() }\n' >c.go
run "$MINIGO" build -o c c.go
expect 1
matches '^c\.go:4:8: .*C'
[ ! -e c ] || fail 'it made an executable'
