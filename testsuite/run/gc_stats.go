// debug.ReadGCStats; what the limits give back; ReadMemStats by size.
package main

import (
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
	"time"
)

func stats() {
	s := debug.GCStats{PauseQuantiles: make([]time.Duration, 5)}
	before := time.Now()
	for range 5 {
		runtime.GC()
	}
	debug.ReadGCStats(&s)
	fmt.Println(s.NumGC >= 5, len(s.Pause) == int(s.NumGC), len(s.PauseEnd) == int(s.NumGC))
	fmt.Println(s.LastGC.Sub(before) > -time.Second, s.LastGC.Equal(s.PauseEnd[0]))
	q, sum := s.PauseQuantiles, time.Duration(0)
	fmt.Println(q[0] > 0, q[0] <= q[1], q[1] <= q[2], q[2] <= q[3], q[3] <= q[4])
	for i, p := range s.Pause {
		sum += p
		if p < q[0] || p > q[4] || (i > 0 && s.PauseEnd[i].After(s.PauseEnd[i-1])) {
			fmt.Println("pause", i)
		}
	}
	fmt.Println(sum == s.PauseTotal)
	for range 300 {
		runtime.GC()
	}
	debug.ReadGCStats(&s)
	fmt.Println(s.NumGC >= 305, len(s.Pause), len(s.PauseEnd))
}

var keep []*[100]byte

//go:noinline
func made() {
	for range 10000 {
		keep = append(keep, new([100]byte))
	}
}

func sizes() {
	var a, b, c runtime.MemStats
	runtime.ReadMemStats(&a)
	made()
	runtime.ReadMemStats(&b)
	keep = nil
	runtime.GC()
	runtime.ReadMemStats(&c)
	for i, s := range b.BySize {
		if s.Size == 112 {
			made, freed := s.Mallocs-a.BySize[i].Mallocs, c.BySize[i].Frees-s.Frees
			fmt.Println("112 bytes:", made >= 10000 && made < 10100, freed > 9900 && freed < 10100)
		}
	}
	var mallocs uint64
	for i, s := range c.BySize {
		mallocs += s.Mallocs
		if s.Frees > s.Mallocs || (i > 0 && s.Size <= c.BySize[i-1].Size) {
			fmt.Println("class", i)
		}
	}
	fmt.Println(mallocs > 10000, mallocs <= c.Mallocs, c.Frees-b.Frees > 9900)
	fmt.Println(c.Sys == c.HeapSys+c.StackSys+c.MSpanSys+c.MCacheSys+c.BuckHashSys+c.GCSys+c.OtherSys, c.MCacheInuse > 0)
}

func main() {
	stats()
	sizes()
	fmt.Println(debug.SetMemoryLimit(-1), debug.SetMemoryLimit(100<<20), debug.SetMemoryLimit(0), debug.SetMemoryLimit(math.MaxInt64))
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(-5), debug.SetGCPercent(0), debug.SetGCPercent(100))
}
