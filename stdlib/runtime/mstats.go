package runtime

func gc()

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
	m.Alloc, m.HeapAlloc, m.HeapInuse = c.inuse, c.inuse, c.inuse
	m.TotalAlloc = c.total
	m.Sys, m.HeapSys = c.mapped, c.mapped
	m.HeapIdle = c.mapped - c.inuse
	m.Mallocs, m.Frees, m.HeapObjects = c.nmalloc, c.nfree, c.nmalloc-c.nfree
	m.NextGC, m.PauseTotalNs = c.next, c.pausens
	m.NumGC, m.NumForcedGC = uint32(c.ngc), uint32(c.nforced)
	m.EnableGC = true
}

// MemProfileRate is kept for programs that set it; there are no memory profiles.
var MemProfileRate int
