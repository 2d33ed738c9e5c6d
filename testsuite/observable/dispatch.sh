# dispatch: in an interpreter a conditional jump of the program interpreted is a jump, not a conditional move
. "$SRCDIR/testsuite/observable/lib.sh"
cat >vm.go <<'EOF'
package main

type ins struct {
	op  byte
	arg int
}

func exec(code []ins, s []int) int {
	pc, sp := 0, 0
	for {
		in := code[pc]
		pc++
		switch in.op {
		case 0:
			s[sp] = in.arg
			sp++
		case 1:
			sp--
			s[sp-1] += s[sp]
		case 2:
			s[sp] = s[sp-1]
			sp++
		case 3:
			sp--
			if s[sp] != 0 {
				pc = in.arg
			}
		case 4:
			return s[sp-1]
		}
	}
}

func main() {
	println(exec([]ins{{0, 9}, {0, -1}, {1, 0}, {2, 0}, {3, 1}, {4, 0}}, make([]int, 8)))
}
EOF
builds -o vm vm.go
run ./vm; equals 0
run env GOARCH=amd64 "$MINIGO" build -gcflags=-S -o vm vm.go; expect 0
out=$(echo "$out" | sed -n '/^main\.exec:/,/\.cfi_endproc/p')
matches 'jmpq.*\*'
lacks cmov
