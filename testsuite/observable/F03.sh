# F03: -d=stackguard leaves the checks out
. "$SRCDIR/testsuite/observable/lib.sh"
need nm
cat >r.go <<'GO'
package main

//go:noinline
func f(n int) int {
	var pad [64]int
	pad[n&63] = n
	return f(n+1) + pad[(n+1)&63] + 1
}

func main() { println(f(1)) }
GO
builds -gcflags=-d=stackguard -o h r.go
nm h | grep -q morestack && fail 'morestack is still there'
run ./h
[ "$status" != 0 ] || fail 'no overflow'
contains 'SIGSEGV'
