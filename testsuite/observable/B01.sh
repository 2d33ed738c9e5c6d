# B01: _rt0_ARCH_linux, _rt0_ARCH, rt0_go: direct jumps, no frame, no stack check, first in the trace
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
need llvm-objdump-19
println_program >hi.go
boottrace
[ "$(echo "$out" | awk '/^boottrace/ { print $3 }' | head -2 | tr '\n' ' ')" = "rt0_${GOARCH}_linux rt0_go " ] || fail "$out"
# code SYMBOL: its instructions
code() { run llvm-objdump-19 -d --no-show-raw-insn "--disassemble-symbols=$1" hi; out=$(echo "$out" | tr -s '\t ' ' ' | sed -n 's/^ *[0-9a-f]*: //p'); }
case $GOARCH in
amd64) jump=jmp load='movq (%rsp), %rdi|leaq 0x8(%rsp), %rsi|' ;;
arm64) jump=b load='ldr x0, [sp]|add x1, sp, #0x8|' ;;
esac
code "_rt0_${GOARCH}_linux"
matches "^$jump 0x[0-9a-f]+ <_rt0_$GOARCH>\$"
[ "$(echo "$out" | wc -l)" = 1 ] || fail "more than a jump: $out"
code "_rt0_$GOARCH"
out=$(echo "$out" | tr '\n' '|' | sed 's/0x[0-9a-f]* <runtime.rt0_go>/rt0_go/')
equals "$load$jump rt0_go|"
# rt0_go has no stack check, neither in front nor later
code runtime.rt0_go
matches '<runtime\.schedinit>'
lacks morestack
lacks plt
