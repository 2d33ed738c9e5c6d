# B10: mallocinit: the arena, mcache0 on the P; small objects come from there without a lock; ReadMemStats adds up
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >hi.go <<'GO'
package main

import (
	"runtime"
	"unsafe"
)

var p *[64]int
var kept []any

func main() {
	p = new([64]int)
	println(uintptr(unsafe.Pointer(p)))
	var a, b runtime.MemStats
	runtime.ReadMemStats(&a)
	for i := range 100000 {
		q := new([4]int)
		if i%10 == 0 {
			kept = append(kept, q)
		}
	}
	big := make([]byte, 1<<20)
	kept = append(kept, big)
	runtime.ReadMemStats(&b)
	println("allocated", b.TotalAlloc-a.TotalAlloc >= 10000*32+1<<20, b.Mallocs-a.Mallocs > 10000)
	runtime.GC()
	runtime.ReadMemStats(&b)
	println("sys", b.Sys == b.HeapSys+b.StackSys+b.MSpanSys+b.MCacheSys+b.BuckHashSys+b.GCSys+b.OtherSys)
	println("heap", b.HeapSys == b.HeapIdle+b.HeapInuse, b.HeapReleased <= b.HeapIdle, b.HeapAlloc <= b.HeapInuse)
	println("objects", b.HeapObjects == b.Mallocs-b.Frees, b.Alloc == b.HeapAlloc, b.TotalAlloc >= b.Alloc, b.Frees > a.Frees)
	runtime.KeepAlive(kept)
}
GO
boottrace
arena=$(field mallocinit arena) size=$(field mallocinit reserved) p=$(echo "$out" | grep '^[0-9]*$')
[ "$p" -ge $((arena)) ] && [ "$p" -lt $((arena + size)) ] || fail "$p is not in the arena: $out"
matches 'mallocinit .*mcache0=P0'
contains 'allocated true true
sys true
heap true true true
objects true true true true'
# the debug build counts locks
unit_test alloclocks
