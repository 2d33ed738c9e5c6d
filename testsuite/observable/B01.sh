# B01: _rt0_ARCH_linux, _rt0_ARCH, rt0_go: direct jumps, no frame, no stack check, first in the trace
. "$SRCDIR/testsuite/observable/lib.sh"
need objdump nm
println_program >hi.go
boottrace amd64
[ "$(echo "$out" | awk '/^boottrace/ { print $3 }' | head -2 | tr '\n' ' ')" = 'rt0_amd64_linux rt0_go ' ] || fail "$out"
for s in _rt0_amd64_linux _rt0_amd64 runtime.rt0_go; do nm hi | grep -q " [tT] $s\$" || fail "no symbol $s"; done
run objdump -d --no-show-raw-insn --disassemble=_rt0_amd64 hi
matches '%rdi'
matches '%rsi'
matches 'jmp .*<runtime\.rt0_go>'
lacks push
lacks morestack
lacks plt
