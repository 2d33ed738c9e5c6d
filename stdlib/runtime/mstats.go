package runtime

func gc()
func starttime() int64

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
	m.Alloc, m.HeapAlloc, m.TotalAlloc = c.inuse, c.inuse, c.total
	m.HeapInuse, m.HeapIdle, m.HeapReleased = c.spans, c.idle, c.released
	m.HeapSys = m.HeapInuse + m.HeapIdle
	m.StackInuse, m.StackSys = c.stacks, c.stacks
	m.MCacheInuse = min(c.mcache, c.meta)
	m.MSpanInuse, m.GCSys = c.meta-m.MCacheInuse, c.gcsys
	m.MSpanSys, m.MCacheSys = m.MSpanInuse, m.MCacheInuse
	m.Sys = m.HeapSys + m.StackSys + m.MSpanSys + m.MCacheSys + m.GCSys
	m.Mallocs, m.Frees = c.objects, min(c.nfree, c.objects)
	m.HeapObjects = m.Mallocs - m.Frees
	m.NextGC, m.PauseTotalNs = c.next, c.pausens
	m.NumGC, m.NumForcedGC = uint32(c.ngc), uint32(c.nforced)
	gcpauses(&m.PauseNs[0], &m.PauseEnd[0])
	if m.NumGC > 0 {
		m.LastGC = m.PauseEnd[(m.NumGC+255)%256]
	}
	if t := nanotime() - starttime(); t > 0 {
		m.GCCPUFraction = float64(c.gccpu) / (float64(t) * float64(GOMAXPROCS(0)))
	}
	m.EnableGC = true
	for i := range m.BySize {
		var c [3]uint64
		gcclass(i, &c)
		m.BySize[i].Size, m.BySize[i].Mallocs, m.BySize[i].Frees = uint32(c[0]), c[1], min(c[2], c[1])
	}
}

// MemProfileRate is kept for programs that set it; there are no memory profiles.
var MemProfileRate int
