// Package runtime: what programs may ask of the runtime system.
package runtime

const (
	Compiler = "gc"
	GOOS     = "linux"
)

// GC asks for a garbage collection.
func GC() { gc() }

// GOMAXPROCS sets the number of Ps when n > 0 and gives the number before.
func GOMAXPROCS(n int) int { return setmaxprocs(n) }

// SetDefaultGOMAXPROCS makes it what it is without GOMAXPROCS in the environment: as many as there are processors, or as many as the
// process's control groups let it use.
func SetDefaultGOMAXPROCS() { setmaxprocs(defaultprocs()) }

// NumCPU is the number of processors this process may use.
func NumCPU() int { return ncpu() }

func NumGoroutine() int { return numgoroutine() }
func NumCgoCall() int64 { return 0 }

// Gosched lets other goroutines run.
func Gosched() { gosched() }

// Goexit ends the calling goroutine after its deferred calls.
func Goexit() { goexitpanic() }

func LockOSThread()   { lockthread(1) }
func UnlockOSThread() { lockthread(-1) }

func Breakpoint() { breakpoint() }

func GOROOT() string  { return "" }
func Version() string { return "go1.26" }

//go:noinline
func KeepAlive(x any) {}

// Stack writes a traceback of the calling goroutine, or of all, into buf.
func Stack(buf []byte, all bool) int {
	if len(buf) == 0 {
		return 0
	}
	return stacktext(&buf[0], len(buf), all)
}

// Callers stores the return addresses of the calling goroutine's frames; skip 0 is Callers itself.
//
//go:noinline
func Callers(skip int, pc []uintptr) int {
	if len(pc) == 0 {
		return 0
	}
	return callers(skip, &pc[0], len(pc))
}

// Caller says who called: skip 0 is the caller of Caller.
//
//go:noinline
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	var pcs [1]uintptr
	if skip < 0 || callers(skip+1, &pcs[0], 1) == 0 {
		return
	}
	f := frameOf(pcs[0])
	return pcs[0], f.file, f.line, f.function != ""
}

func frameOf(pc uintptr) *cframe {
	f := new(cframe)
	pcframe(f, pc&pcMask, int(pc>>pcShift))
	return f
}

// A Func is a function of the program.
type Func struct {
	name, file string
	line       int
	entry      uintptr
}

// FuncForPC finds the function that contains pc.
func FuncForPC(pc uintptr) *Func {
	f := frameOf(pc + 1)
	if f.entry != pc {
		f = frameOf(pc)
	}
	if f.function == "" {
		return nil
	}
	return &Func{f.function, f.file, f.startLine, f.entry}
}

func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

func (f *Func) Entry() uintptr { return f.entry }

func (f *Func) FileLine(pc uintptr) (file string, line int) {
	fr := frameOf(pc)
	if pc == f.entry {
		fr = frameOf(pc + 1)
	}
	return fr.file, fr.line
}

// A Frame is one entry of a traceback.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames goes through what Callers stored.
type Frames struct {
	pcs []uintptr
}

func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

// Next gives the next frame, innermost first; more says whether there is another one.
func (ci *Frames) Next() (frame Frame, more bool) {
	for len(ci.pcs) > 0 {
		pc := ci.pcs[0]
		ci.pcs = ci.pcs[1:]
		f := frameOf(pc)
		if f.function == "" {
			continue
		}
		frame = Frame{PC: pc&pcMask - 1, Function: f.function, File: f.file, Line: f.line, Entry: f.entry}
		if !f.inlined {
			frame.Func = &Func{f.function, f.file, f.startLine, f.entry}
		}
		return frame, len(ci.pcs) > 0
	}
	return Frame{}, false
}
