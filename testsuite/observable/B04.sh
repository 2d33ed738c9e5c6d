# B04: the check of sizes at every start; a runtime with a wrong one throws "bad ..."
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >hi.go
boottrace
matches '^boottrace [0-9]+ check'
mutant check.c 's/sizeof(i32) != 4/sizeof(i32) != 5/'
builds -o bad hi.go
run $EMU ./bad
expect 2
contains 'fatal error: bad integer size'
