# B15: g0: the system's stack of m0, with bounds; a debugger sees the frame
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
boottrace amd64
lo=$(field g0 'stack=\[lo') hi=$(field g0 'hi)')
size=$((hi - lo))
[ $size -gt 65000 ] && [ $size -le 65536 ] || fail "g0's stack has $size bytes"
need gdb
run gdb -nx -batch -ex 'set debuginfod enabled off' -ex 'break *&'"'runtime.schedinit'" -ex run -ex 'bt' -ex 'p $sp' ./hi
contains 'runtime.rt0_go'
