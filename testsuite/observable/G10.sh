# G10: mstart leads into the scheduler and never returns; if it did, rt0_go aborts
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
for a in amd64 arm64; do
	boottrace $a
	in_order mstart schedule gogo
done
boottrace amd64
need gdb
run gdb -nx -batch -ex 'set debuginfod enabled off' -ex "break *'runtime.mstart'" -ex run -ex 'p $pc=*(long*)$sp' -ex continue ./hi
matches 'SIG(ILL|TRAP|ABRT)'
lacks 'exited normally'
