package runtime

func gc()

// SetFinalizer arranges a call of finalizer(obj) when obj is unreachable. There is no collector yet: it never is.
func SetFinalizer(obj any, finalizer any) {}

// A Cleanup is a call arranged by AddCleanup.
type Cleanup struct{ id uint64 }

// AddCleanup arranges a call of cleanup(arg) some time after ptr is unreachable.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup { return Cleanup{} }

// Stop cancels the call.
func (c Cleanup) Stop() {}

// MemStats are the allocator's figures.
type MemStats struct {
	Alloc, TotalAlloc, Sys, Lookups, Mallocs, Frees                    uint64
	HeapAlloc, HeapSys, HeapIdle, HeapInuse, HeapReleased, HeapObjects uint64
	StackInuse, StackSys, MSpanInuse, MSpanSys, MCacheInuse, MCacheSys uint64
	BuckHashSys, GCSys, OtherSys, NextGC, LastGC, PauseTotalNs         uint64
	PauseNs                                                            [256]uint64
	PauseEnd                                                           [256]uint64
	NumGC, NumForcedGC                                                 uint32
	GCCPUFraction                                                      float64
	EnableGC, DebugGC                                                  bool
	BySize                                                             [61]struct {
		Size           uint32
		Mallocs, Frees uint64
	}
}

// ReadMemStats fills m.
func ReadMemStats(m *MemStats) {
	var c cmemstat
	readmemstats(&c)
	*m = MemStats{}
	m.Alloc, m.TotalAlloc, m.HeapAlloc, m.HeapInuse = c.inuse, c.inuse, c.inuse, c.inuse
	m.Sys, m.HeapSys = c.mapped, c.mapped
	m.Mallocs, m.HeapObjects = c.nmalloc, c.nmalloc
	m.EnableGC = true
}
