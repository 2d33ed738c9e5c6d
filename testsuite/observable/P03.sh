# P03: compiler -> .s, assembler -> .o, linker -> executable
. "$SRCDIR/testsuite/observable/lib.sh"
need clang-19 objdump
println_program >p.go
cat >>p.go <<'X'

func table(n int) int {
	s := 0
	for i := 0; i < n; i++ {
		s += i * n
	}
	return s
}
X
run "$MINIGO" build -S -o p.s p.go; expect 0
[ -s p.s ] || { printf '%s\n' "$out" >p.s; }
grep -q 'main\.table:' p.s || fail 'no main.table in the assembly'
run "$MINIGO" build -c -o p.o p.go; expect 0
run clang-19 --target=x86_64-linux-gnu -c -o again.o p.s; expect 0
code() { objdump -dr --no-show-raw-insn -j .text.main.table "$1" | tail -n +4; }
[ "$(code p.o)" = "$(code again.o)" ] || fail 'the .s reassembles to other code'
run "$MINIGO" build -x -o p p.go; expect 0
contains ld.lld
run ./p; equals hi
