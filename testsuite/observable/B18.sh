# B18: reading g is one load
. "$SRCDIR/testsuite/observable/lib.sh"
printf 'package main\n\n//go:noinline\nfunc f(n int) int {\n\tif n < 2 {\n\t\treturn n\n\t}\n\treturn f(n-1) + f(n-2)\n}\n\nfunc main() { println(f(10)) }\n' >p.go
need objdump
builds -o p p.go
run objdump -d --no-show-raw-insn --disassemble=main.f p
[ "$(echo "$out" | grep -c 'mov  *%fs:0x8,%r11')" = 1 ] || fail "$out"
dump=$(command -v llvm-objdump-19) || exit 0
run env GOARCH=arm64 "$MINIGO" build -o p p.go; expect 0
run "$dump" -d --no-show-raw-insn --disassemble-symbols=main.f p
matches '0xf9400b91|ldr[[:space:]]+x17, \[x28, #'        # the prologue is data: ldr x17, [x28, #16]
