# B14: the scheduler's fields after schedinit
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
boottrace amd64
matches '^boottrace [0-9]+ sched ngsys=[0-9]+ lastpoll=[0-9]+ midle=nil$'
