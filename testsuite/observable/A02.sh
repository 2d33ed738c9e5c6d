# A02: amd64 addresses relative to RIP
. "$SRCDIR/testsuite/observable/lib.sh"
need objdump
println_program >hi.go && builds -o h hi.go
run sh -c 'objdump -d --disassemble=runtime.rt0_go h; objdump -d --disassemble=rt0_go h; objdump -d --disassemble=_rt0_amd64 h'
contains '(%rip)'
