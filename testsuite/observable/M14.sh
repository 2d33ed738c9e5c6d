# M14: before main the P is running; the debug build asserts the states of Gs, Ps and Ms and checks the heap, and its assertions can fail
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >p.go
builds -gcflags=-d=rtdebug -o p p.go
run $EMU ./p
expect 0
equals hi
run env GODEBUG=badpmain=1 $EMU ./p
expect 2
contains 'fatal error: P in invalid state before main'
run env GODEBUG=badpstatus=1 $EMU ./p
expect 2
contains 'p0 oldval=1 newval=4'
contains 'fatal error: casPstatus: bad incoming values'
run env GODEBUG=badgstatus=1 $EMU ./p
expect 2
contains 'g1 oldval=2 newval=2'
contains 'fatal error: casgstatus: bad incoming values'
run env GODEBUG=badmstate=1 $EMU ./p
expect 2
contains 'm0 oldval=1 newval=4'
contains 'fatal error: setmstate: bad M state'
printf 'package main\n\nimport "runtime"\n\nfunc main() {\n\truntime.GC()\n\tprintln("hi")\n}\n' >gc.go
builds -gcflags=-d=rtdebug -o gc gc.go
run $EMU ./gc
expect 0
equals hi
run env GODEBUG=badheap=1 $EMU ./gc
expect 2
contains 'runtime: heap check: heap.freepages 0x'
contains 'fatal error: heap check failed'
# the other runtimes do not know the hooks
builds -o gc gc.go
run env GODEBUG=badheap=1 $EMU ./gc
equals hi
builds -o p p.go
run env GODEBUG=badpmain=1 $EMU ./p
equals hi

# all legal transitions, many times
builds -gcflags=-d=rtdebug -o torture "$SRCDIR/testsuite/stress/torture.go"
for e in schedstress=3 schedseed=3 gcstress=50,gccheckmark=1; do
	run env GODEBUG=$e timeout 100 $EMU ./torture
	expect 0
	equals "$(cat "$SRCDIR/testsuite/stress/torture.out")"
done

# the number of Ps changes while the collector marks: from then on several Ms may
cat >procs.go <<'E'
package main

import (
	"runtime"
	"time"
)

type node struct{ l, r *node }

func tree(d int) *node {
	if d == 0 {
		return nil
	}
	return &node{tree(d - 1), tree(d - 1)}
}

func main() {
	root := tree(19)
	for range 2 {
		go func() {
			for {
				runtime.GC()
			}
		}()
	}
	for i := range 30 {
		runtime.GOMAXPROCS(1 + i%2*3)
		time.Sleep(time.Duration(5+i) * time.Millisecond)
	}
	println(root != nil)
}
E
builds -gcflags=-d=rtdebug -o procs procs.go
run timeout 100 $EMU ./procs
expect 0
equals true
