# F02: recursive functions check the stack; overflow has its message
. "$SRCDIR/testsuite/observable/lib.sh"
need objdump
cat >r.go <<'GO'
package main

//go:noinline
func f(n int) int {
	if n < 0 {
		return 0
	}
	var pad [64]int
	pad[n&63] = n
	return f(n+1) + pad[(n+1)&63] + 1
}

func main() { println(f(1)) }
GO
builds -o h r.go
run sh -c 'objdump -d --disassemble=main.f h'
contains 'runtime.morestack'
run ./h
expect 2
contains 'goroutine stack exceeds 1000000000-byte limit'
contains 'fatal error: stack overflow'
