# B18: reading g is one load: of thread-local storage on amd64; on arm64 g is in a register, and a field of it is loaded
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
printf 'package main\n\n//go:noinline\nfunc f(n int) int {\n\tif n < 2 {\n\t\treturn n\n\t}\n\treturn f(n-1) + f(n-2)\n}\n\nfunc main() { println(f(10)) }\n' >p.go
need llvm-objdump-19 clang-19
# -S has the prologue as bytes: they become instructions when they are assembled
"$MINIGO" build -S p.go >p.s || fail 'build -S'
case $GOARCH in
amd64) triple=x86_64 load='movq %fs:0x8, %r11$' any='%fs:' ;;
arm64) triple=aarch64 load='\.word 0xf9400b91$' any='x28|tpidr|0xf9400b91' ;;        # ldr x17, [x28, #16], marked as data
esac
clang-19 --target=$triple-linux-gnu -c -o p.o p.s || fail 'the assembler refuses it'
run llvm-objdump-19 -d --no-show-raw-insn --disassemble-symbols=main.f p.o
out=$(echo "$out" | tr -s '\t ' ' ')
matches "$load"
[ "$(echo "$out" | grep -Ec "$any")" = 1 ] || fail "more than one: $out"
