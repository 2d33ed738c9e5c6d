# B10: mallocinit: the arena, mcache0 on the P
. "$SRCDIR/testsuite/observable/lib.sh"
cat >hi.go <<'GO'
package main

import "unsafe"

var p *[64]int

func main() {
	p = new([64]int)
	println(uintptr(unsafe.Pointer(p)))
}
GO
boottrace amd64
arena=$(field mallocinit arena) size=$(field mallocinit reserved) p=$(echo "$out" | grep '^[0-9]*$')
[ "$p" -ge $((arena)) ] && [ "$p" -lt $((arena + size)) ] || fail "$p is not in the arena: $out"
matches 'mallocinit .*mcache0=P0'
