// Churn over a large live heap: five million objects in a table, replaced at random, while another goroutine looks how long it is
// kept from running.
package main

import (
	"fmt"
	"os"
	"runtime"
	"time"
)

type object struct {
	next *object
	data [6]int
}

const live = 5000000

func gaps(stop chan bool, out chan time.Duration) {
	var worst time.Duration
	last := time.Now()
	for {
		select {
		case <-stop:
			out <- worst
			return
		default:
			time.Sleep(100 * time.Microsecond)
			now := time.Now()
			worst = max(worst, now.Sub(last))
			last = now
		}
	}
}

func main() {
	table := make([]*object, live)
	for i := range table {
		table[i] = &object{data: [6]int{i}}
	}
	stop, out := make(chan bool), make(chan time.Duration)
	go gaps(stop, out)
	x, sum := uint64(88172645463325252), 0
	for i := 0; i < 10000000; i++ {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		k := int(x % live)
		o := &object{next: table[(k+1)%live], data: [6]int{i}}
		o.next.next = nil
		sum += table[k].data[0] & 1
		table[k] = o
	}
	stop <- true
	worst := <-out
	fmt.Println(sum)
	if len(os.Args) > 1 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		longest := uint64(0)
		for _, p := range m.PauseNs {
			longest = max(longest, p)
		}
		fmt.Println("cycles", m.NumGC, "longest gap", worst, "longest stop", time.Duration(longest), "MB", m.Sys>>20)
	}
}
