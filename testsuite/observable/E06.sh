# E06: .data is readable and writable, and its pointers keep objects alive
. "$SRCDIR/testsuite/observable/lib.sh"
need readelf nm
cat >d.go <<'GO'
package main

import "runtime"

type node struct {
	n    int
	next *node
}

var first = &node{n: 1}   // initialized, so in .data
var head *node = first    // reset below, at run time
var done = make(chan int, 1)

//go:noinline
func fill() {
	for i := 0; i < 1000; i++ {
		first.next = &node{n: i, next: first.next}
	}
	lost := &node{n: 7}
	runtime.SetFinalizer(lost, func(*node) { done <- 1 })
}

//go:noinline
func churn() (n int) {
	for i := 0; i < 200; i++ {
		n += len(make([]byte, 10000+i))
	}
	return
}

func main() {
	fill()
	for i := 0; i < 5; i++ {
		churn()
		runtime.GC()
	}
	sum := 0
	for p := first.next; p != nil; p = p.next {
		sum += p.n
	}
	println(sum, <-done)
}
GO
builds -o h d.go
run sh -c "readelf -SW h | grep ' \.data '"
matches ' WA '
addr=$(nm h | sed -n 's/^\([0-9a-f]*\) . main\.first$/\1/p')
set -- $(readelf -SW h | sed -n 's/.* \.data *PROGBITS *\([0-9a-f]*\) *[0-9a-f]* *\([0-9a-f]*\).*/\1 \2/p')
[ -n "$addr" ] && [ $((0x$addr)) -ge $((0x$1)) ] && [ $((0x$addr)) -lt $((0x$1 + 0x$2)) ] || fail "main.first is not in .data"
run timeout 60 ./h
equals '499500 1'
