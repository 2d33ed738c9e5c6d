# M15: packages are initialized after what they import, files by name
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
mkdir m && cd m && mkdir a b c
printf 'module m\n\ngo 1.26\n' >go.mod
printf 'package main\n\nimport (\n\t_ "m/b"\n\t_ "m/a"\n)\n\nvar x = f("main var")\n\nfunc f(s string) int { println(s); return 1 }\n\nfunc init() { println("main z init") }\n\nfunc main() { println("main") }\n' >z.go
printf 'package main\n\nvar y = f("main y, after x") + x\n\nfunc init() { println("main a init") }\n\nfunc init() { println("main a init 2") }\n' >a.go
printf 'package a\n\nimport _ "m/c"\n\nfunc init() { println("a") }\n' >a/a.go
printf 'package b\n\nfunc init() { println("b") }\n' >b/b.go
printf 'package c\n\nfunc init() { println("c") }\n' >c/c.go
builds -o p .
run $EMU ./p
expect 0
want='b
c
a
main var
main y, after x
main a init
main a init 2
main z init
main'
equals "$want"
[ -z "$EMU" ] && command -v go >/dev/null || exit 0
run go run .
equals "$want"
