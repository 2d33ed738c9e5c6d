// Package debug holds the runtime's knobs.
package debug

import (
	"os"
	"runtime"
	"slices"
	"time"
	_ "unsafe"
)

//go:linkname setgcpercent runtime.setgcpercent
func setgcpercent(n int) int

//go:linkname setmemlimit runtime.setmemlimit
func setmemlimit(n int64) int64

//go:linkname freeosmemory runtime.freeosmemory
func freeosmemory()

//go:linkname setpaniconfault runtime.setpaniconfault
func setpaniconfault(on bool) int

//go:linkname setmaxstack runtime.setmaxstack
func setmaxstack(n int) int

//go:linkname setmaxthreads runtime.setmaxthreads
func setmaxthreads(n int) int

// SetGCPercent sets how much the heap may grow before the next collection, and gives the value before; negative: never.
func SetGCPercent(percent int) int { return setgcpercent(percent) }

// SetMemoryLimit sets a soft limit for the heap; negative only reads it.
func SetMemoryLimit(limit int64) int64 { return setmemlimit(limit) }

// FreeOSMemory collects and returns memory to the system.
func FreeOSMemory() { freeosmemory() }

// SetPanicOnFault makes faults at unexpected addresses panic instead of ending the program.
func SetPanicOnFault(enabled bool) bool { return setpaniconfault(enabled) != 0 }

// SetMaxStack sets how large one goroutine's stack may become.
func SetMaxStack(bytes int) int { return setmaxstack(bytes) }

// SetMaxThreads sets how many threads the program may use.
func SetMaxThreads(threads int) int { return setmaxthreads(threads) }

//go:linkname settraceback runtime.settraceback
func settraceback(level string)

// SetTraceback is as GOTRACEBACK in the environment; the one that asks for more decides.
func SetTraceback(level string) { settraceback(level) }

// Stack returns the calling goroutine's traceback.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		n := runtime.Stack(buf, false)
		if n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

// PrintStack writes the calling goroutine's traceback to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }

// GCStats are figures of the collector.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration
	PauseEnd       []time.Time
	PauseQuantiles []time.Duration
}

// ReadGCStats fills stats: the last 256 pauses, the latest first, and as many quantiles of them as PauseQuantiles has room for.
func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	stats.NumGC = int64(m.NumGC)
	stats.PauseTotal = time.Duration(m.PauseTotalNs)
	stats.LastGC = time.Unix(0, int64(m.LastGC))
	stats.Pause, stats.PauseEnd = stats.Pause[:0], stats.PauseEnd[:0]
	size := uint32(len(m.PauseNs))
	for i := range min(m.NumGC, size) {
		at := (m.NumGC - 1 - i) % size
		stats.Pause = append(stats.Pause, time.Duration(m.PauseNs[at]))
		stats.PauseEnd = append(stats.PauseEnd, time.Unix(0, int64(m.PauseEnd[at])))
	}
	q := stats.PauseQuantiles
	if len(stats.Pause) == 0 {
		clear(q)
		return
	}
	sorted := slices.Sorted(slices.Values(stats.Pause))
	for i := range q {
		q[i] = sorted[len(sorted)-1]
		if i < len(q)-1 {
			q[i] = sorted[len(sorted)*i/(len(q)-1)]
		}
	}
}

// A Module describes a module of the build.
type Module struct {
	Path, Version, Sum string
	Replace            *Module
}

// A BuildSetting is a key and value of the build.
type BuildSetting struct{ Key, Value string }

// BuildInfo describes the build.
type BuildInfo struct {
	GoVersion string
	Path      string
	Main      Module
	Deps      []*Module
	Settings  []BuildSetting
}

// ReadBuildInfo says that nothing of the build was recorded.
func ReadBuildInfo() (info *BuildInfo, ok bool) { return nil, false }
