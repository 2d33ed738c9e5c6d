# G02: g1 starts just under the top of its stack
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >hi.go
boottrace
matches 'newproc g=1 .*sp=0x[0-9a-f]+'
n=$(field newproc hi-sp)
[ "$n" -ge 0 ] && [ "$n" -le 64 ] || fail "$out"
