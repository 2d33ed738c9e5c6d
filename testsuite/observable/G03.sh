# G03: gogo switches to g1; a switch keeps the callee-saved registers (testsuite/runtime/switch.c does a million)
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
boottrace amd64
matches '^boottrace [0-9]+ gogo g0->g=1 sp=0x[0-9a-f]+ pc=0x[0-9a-f]+'
lib=$(dirname "$MINIGO")/lib
[ -d "$lib" ] || skip 'not a build tree'
need clang-19 ld.lld-19
for arch in amd64 arm64; do
	run sh "$SRCDIR/testsuite/runtime/run.sh" $arch "$lib/linux_$arch/runtime.a" "$SRCDIR/testsuite/runtime/switch.c"
	expect 0
done
