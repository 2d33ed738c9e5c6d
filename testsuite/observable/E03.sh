# E03: rt0 begins with a jump to _rt0_amd64
. "$SRCDIR/testsuite/observable/lib.sh"
need objdump
println_program >hi.go && builds -o h hi.go
run sh -c 'objdump -d h | grep -A1 "<_rt0_amd64_linux>:"'
matches 'jmp .*<_rt0_amd64>'
