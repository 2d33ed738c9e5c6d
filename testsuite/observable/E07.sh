# E07: variables without pointers lie in .noptrbss
. "$SRCDIR/testsuite/observable/lib.sh"
need readelf nm
cat >b.go <<'GO'
package main

var big [1 << 20]byte

func main() {
	big[len(big)-1] = 7
	n := 0
	for _, b := range big[1<<20-10:] {
		n += int(b)
	}
	println(n, &big[0] != nil)
}
GO
builds -o h b.go
run sh -c "readelf -SW h | grep ' \.noptrbss'"
matches '\.noptrbss +NOBITS'
size=$(readelf -SW h | sed -n 's/.*\.noptrbss *NOBITS *[0-9a-f]* *[0-9a-f]* *\([0-9a-f]*\).*/\1/p')
[ $((0x$size)) -ge $((1 << 20)) ] || fail ".noptrbss has 0x$size bytes"
run ./h
contains '7 true'
cat >hide.go <<'GO'
package main

import (
	"runtime"
	"unsafe"
)

var hidden uintptr // no pointer: must not keep what it is the address of
var dead bool

type big struct{ a [4096]byte }

//go:noinline
func hide() {
	x := new(big)
	runtime.SetFinalizer(x, func(*big) { dead = true })
	hidden = uintptr(unsafe.Pointer(x)) // no longer needed after
}

//go:noinline
func wipe(n int) int {
	var a [64]int
	for i := range a {
		a[i] = i * n
	}
	if n > 0 {
		return wipe(n-1) + a[n]
	}
	return a[0]
}

func main() {
	hide()
	for i := 0; i < 20 && !dead; i++ {
		wipe(20)
		runtime.GC()
		runtime.Gosched()
	}
	println(dead, hidden != 0)
}
GO
builds -o hide hide.go
run ./hide
contains 'true true'
run sh -c "nm hide | grep ' main.hidden'"
addr=$((0x${out%% *}))
bss=$(readelf -SW hide | sed -n 's/.* \.noptrbss *NOBITS *\([0-9a-f]*\) [0-9a-f]* \([0-9a-f]*\).*/0x\1 0x\2/p')
set -- $bss
[ $addr -ge $(($1)) ] && [ $addr -lt $(($1 + $2)) ] || fail "main.hidden at $addr is not in .noptrbss $bss"

# the collector's account of what it scans in variables: nothing of a large one without pointers, all of one with them
cat >roots.go <<'GO'
package main

import "runtime"

var table [8 << 20]ELEM

func main() {
	table[len(table)-1] = nil
	runtime.GC()
}
GO
for kind in '*int: 64' 'int: 0'; do
	sed "s/ELEM/${kind%:*}/; s/= nil/= *new(${kind%:*})/" roots.go >r.go
	builds -o roots r.go
	run env GODEBUG=gctrace=1 ./roots
	matches "[0-9] MB stacks, ${kind#*: } MB globals"
done
