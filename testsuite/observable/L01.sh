# L01: static: the runtime archive is linked in
. "$SRCDIR/testsuite/observable/lib.sh"
need nm
println_program >hi.go
run "$MINIGO" build -a -x -o hi hi.go
expect 0
contains 'runtime.a'
nm hi | grep -q ' [tT] runtime\.' || fail 'no runtime.* in nm'
