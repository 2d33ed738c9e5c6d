# G01: newproc makes g1 with runtime.main on the P's run queue
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
boottrace amd64
matches '^boottrace [0-9]+ newproc g=1 fn=runtime\.main runq=P0 '
