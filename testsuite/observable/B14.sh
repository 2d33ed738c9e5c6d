# B14: the scheduler's fields after schedinit
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >hi.go
boottrace
matches '^boottrace [0-9]+ sched ngsys=[0-9]+ lastpoll=[1-9][0-9]* midle=nil$'
