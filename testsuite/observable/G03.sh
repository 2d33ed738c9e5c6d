# G03: gogo switches to g1; a switch keeps the callee-saved registers (testsuite/runtime/switch.c does a million)
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >hi.go
boottrace
matches '^boottrace [0-9]+ gogo g0->g=1 sp=0x[0-9a-f]+ pc=0x[0-9a-f]+'
[ "$(field gogo sp)" = "$(field newproc sp)" ] || fail "another stack: $out"
unit_test switch
