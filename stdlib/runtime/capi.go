// Functions of the C part (runtime/api.c and others) under the names the linker knows, and the Go forms that other packages of
// the library use: runtime.goargs, runtime.goenvs, runtime.exit, runtime.nanotime, runtime.walltime, runtime.fastrand64.

package runtime

import "unsafe"

const (
	pcShift = 48 // callers packs the number of the logical frame above the return address
	pcMask  = 1<<pcShift - 1
)

// cframe is runtime.h's Frame.
type cframe struct {
	function, file   string
	line, startLine  int
	entry, pc        uintptr
	inlined, wrapper bool
}

type cmemstat struct {
	mapped, inuse, total, nmalloc, nfree, ngc, nforced, pausens, next   uint64
	spans, idle, released, stacks, meta, gcsys, lastgc, gccpu, objects, mcache uint64
}

func callers(skip int, pcs *uintptr, max int) int
func pcframe(out *cframe, pc uintptr, depth int)
func numgoroutine() int
func ncpu() int
func defaultprocs() int
func setmaxprocs(n int) int
//go:noescape
func readmemstats(m *cmemstat)
//go:noescape
func gcclass(class int, out *[3]uint64)
//go:noescape
func gcpauses(ns, end *uint64)
func goid() int
func fastrand64() uint64
func argcount() int
func arg(i int) string
func envcount() int
func env(i int) string
func write1(fd int, p unsafe.Pointer, n int) int
func exit(code int32)
func nanotime() int64
func walltime() (sec, nsec int64)
func addfinalizer(p, fn unsafe.Pointer, arg unsafe.Pointer, results int)
func sameobject(p, q unsafe.Pointer) bool
func getitab(inter, typ *rtype, canfail bool) unsafe.Pointer
func delfinalizer(p unsafe.Pointer)
func gosched()
func goexitpanic()
func stacktext(p *byte, n int, all bool) int
func lockthread(n int)
func breakpoint()
func fatal(s string)

func goargs() []string {
	s := make([]string, argcount())
	for i := range s {
		s[i] = arg(i)
	}
	return s
}

func goenvs() []string {
	s := make([]string, envcount())
	for i := range s {
		s[i] = env(i)
	}
	return s
}
