# B03: thread-local storage, m0 and g0; a store that goes elsewhere aborts
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >hi.go
boottrace
matches '^boottrace [0-9]+ tls m0\.g0==g0=1 g0\.m==m0=1'
mutant "asm_$GOARCH.S" '/^FUNC(runtime.rt0_go)/,/^END/{ s/%rbx, %fs:8/%rbx, %fs:16/; s/x28, \[x11, #8\]/x28, [x11, #16]/; }'
builds -o hi hi.go
run $EMU ./hi
expect 132        # SIGILL, which only runtime.abort raises
lacks hi
