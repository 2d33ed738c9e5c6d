# G01: newproc makes g1 with runtime.main on the P's run queue
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >hi.go
boottrace
matches '^boottrace [0-9]+ newproc g=1 fn=runtime\.main runq=P0 '
