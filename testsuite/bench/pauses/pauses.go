// Pauses over a gigabyte of live heap: five million objects of several kinds (structs with pointers, strings, slices, maps) in a
// table whose parts two goroutines replace at random. Two others sample the time, one of them on a thread of its own.
// With an argument it reports stops and gaps.
package main

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"time"
)

type node struct {
	next *node
	name string
	list []int
	any  any
}

const (
	slots    = 1150000
	replaced = 1000000
	writers  = 2
)

type random uint64

func (r *random) next(n int) int {
	x := *r
	x ^= x << 13
	x ^= x >> 7
	x ^= x << 17
	*r = x
	return int(uint64(x) % uint64(n))
}

// Four or five objects: the node, its text, its list, and something behind the interface.
func fresh(i int) *node {
	n := &node{name: string(append(make([]byte, 0, 24), "object number 0123456789"[:8+i%16]...)), list: make([]int, 84+i%16)}
	n.list[0] = i
	switch i % 32 {
	case 0:
		n.any = map[int]*node{i: n, i + 1: nil}
	case 1, 2, 3:
		n.any = []*node{n, nil, n}
	case 4, 5, 6:
		n.any = []string{n.name, n.name[1:]}
	default:
		n.any = [8]int{i}
	}
	return n
}

func churn(part []*node, seed random, out chan int) {
	sum := 0
	for i := range replaced {
		k := seed.next(len(part))
		n := fresh(i)
		n.next = part[(k+1)%len(part)]
		n.next.next = nil
		sum += part[k].list[0] & 1
		part[k] = n
	}
	out <- sum
}

type gaps struct {
	stop chan bool
	all  chan []time.Duration
}

func (g gaps) sample(locked bool) {
	var all []time.Duration
	if locked {
		runtime.LockOSThread()
	}
	all = make([]time.Duration, 0, 1<<20)
	for last := time.Now(); ; {
		select {
		case <-g.stop:
			g.all <- all
			return
		default:
		}
		time.Sleep(200 * time.Microsecond)
		now := time.Now()
		if len(all) < cap(all) {
			all = append(all, now.Sub(last))
		}
		last = now
	}
}

func startgaps(locked bool) gaps {
	g := gaps{make(chan bool), make(chan []time.Duration)}
	go g.sample(locked)
	return g
}

func (g gaps) result() []time.Duration {
	g.stop <- true
	return <-g.all
}

func show(what string, d []time.Duration) {
	if len(d) == 0 {
		return
	}
	slices.Sort(d)
	fmt.Printf("%-22s n %6d  median %8.3f  p99 %8.3f  max %8.3f ms\n", what, len(d), ms(d[len(d)/2]), ms(d[len(d)*99/100]), ms(d[len(d)-1]))
}

func ms(d time.Duration) float64 { return float64(d) / 1e6 }

func stops(m *runtime.MemStats) (d []time.Duration) {
	for i := range min(int(m.NumGC), len(m.PauseNs)) {
		d = append(d, time.Duration(m.PauseNs[i]))
	}
	return
}

func main() {
	table := make([]*node, slots)
	for i := range table {
		table[i] = fresh(i)
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	free, locked := startgaps(false), startgaps(true)
	out := make(chan int)
	for w := range writers {
		go churn(table[w*slots/writers:(w+1)*slots/writers], random(88172645463325252+w), out)
	}
	sum := 0
	for range writers {
		sum += <-out
	}
	runtime.ReadMemStats(&after)
	f, l := free.result(), locked.result()
	fmt.Println(sum)
	if len(os.Args) > 1 {
		fmt.Println("cycles", after.NumGC, "live MB", before.HeapAlloc>>20, "objects", before.HeapObjects)
		show("stops of a cycle", stops(&after))
		show("gaps", f)
		show("gaps, locked thread", l)
	}
	runtime.KeepAlive(table)
}
