# B07: schedinit and its children, in order
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >hi.go
boottrace
in_order osinit schedinit stackinit mallocinit mcommoninit gcinit procresize sched g0 newproc mstart
