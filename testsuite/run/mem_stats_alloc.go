// Reading the memory statistics allocates nothing, so that they can measure what lies between two readings.
package main

import "runtime"

var sink []*int

func main() {
	m := new(runtime.MemStats)
	runtime.ReadMemStats(m)
	n := m.Mallocs
	runtime.ReadMemStats(m)
	println(m.Mallocs - n)
	n = m.Mallocs
	for i := range 100 {
		sink = append(sink[:0], &i)
	}
	runtime.ReadMemStats(m)
	println(m.Mallocs-n >= 100, m.Mallocs-n < 110)
}
