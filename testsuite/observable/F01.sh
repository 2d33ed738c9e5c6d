# F01: the flags -N, -l and -d=stackguard are accepted
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
builds -gcflags='-N -l -d=stackguard' -o h hi.go
run ./h
equals hi
run "$MINIGO" build -gcflags=-d=nonsense hi.go
contains 'unknown debug key nonsense'
command -v gdb >/dev/null || exit 0
cat >v.go <<'GO'
package main

func main() {
	answer := 41
	answer++
	println(answer)
}
GO
builds -gcflags='-N -l' -o v v.go
run gdb -nx -batch -ex 'break v.go:6' -ex run -ex 'info locals' ./v
contains 'answer = 42'
