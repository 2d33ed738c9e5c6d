# G10: mstart leads into the scheduler and never returns; if it did, rt0_go aborts
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >hi.go
boottrace
matches '^boottrace [0-9]+ mstart m0 id=0$'
in_order mstart schedule gogo
mutant proc.c 's/	execute(first);/	(void)first;/'
builds -o hi hi.go
run $EMU ./hi
echo "$status $out"
