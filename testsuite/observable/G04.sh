# G04: boottrace=2 prints the registers before and after the switch
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >hi.go && builds -o hi hi.go
out=$(GODEBUG=boottrace=2 $EMU ./hi 2>&1)
matches 'registers before: sp=0x[0-9a-f]+ pc=0x[0-9a-f]+ after: sp=0x[0-9a-f]+ pc=0x[0-9a-f]+'
[ "$(echo "$out" | sed -n 's/.*after: sp=\(0x[0-9a-f]*\).*/\1/p')" = "$(field newproc sp)" ] || fail "$out"
