package main

import (
	"fmt"
	"runtime"
	"sync"
)

// Eight goroutines change graphs of their own and a shared map while the collector marks; sums show whether anything was lost.

type node struct {
	left, right *node
	value       int
	name        string
	any         any
}

func grow(depth, v int) *node {
	n := &node{value: v, name: fmt.Sprint("n", v), any: v}
	if depth > 0 {
		n.left, n.right = grow(depth-1, 2*v), grow(depth-1, 2*v+1)
	}
	return n
}

func (n *node) sum() int {
	if n == nil {
		return 0
	}
	if n.name != fmt.Sprint("n", n.value) || n.any != n.value {
		panic("damaged node")
	}
	return n.value + n.left.sum() + n.right.sum()
}

var (
	mu     sync.Mutex
	shared = map[string]*node{}
	rest   = make(chan *node, 16)
)

func change(id int, wg *sync.WaitGroup) {
	defer wg.Done()
	root := grow(9, 1)
	want := root.sum()
	slots := make([]*node, 64)
	for i := 0; i < 3000; i++ {
		p := root
		for d := i % 9; d > 0; d-- {
			p.left, p.right = p.right, p.left
			p = p.left
		}
		copy(slots[1:], slots)
		slots[0] = &node{left: p, value: i, name: fmt.Sprint("n", i), any: i}
		mu.Lock()
		shared[fmt.Sprint(id, i%20)] = slots[0]
		mu.Unlock()
		rest <- &node{value: i, name: fmt.Sprint("n", i), any: i}
		if n := <-rest; n.sum() != n.value {
			panic("damaged in the channel")
		}
		if i%500 == 0 {
			if root.sum() != want {
				panic("damaged tree")
			}
			runtime.GC()
		}
	}
	if root.sum() != want {
		panic("damaged tree")
	}
}

func main() {
	var wg sync.WaitGroup
	for id := range 8 {
		wg.Add(1)
		go change(id, &wg)
	}
	wg.Wait()
	total := 0
	for _, n := range shared {
		total += n.value
		n.left.sum()
	}
	fmt.Println(len(shared), total)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println(m.NumForcedGC >= 8, m.NumGC >= m.NumForcedGC, m.HeapInuse+m.HeapIdle == m.HeapSys, m.Mallocs-m.Frees == m.HeapObjects,
		m.PauseTotalNs > 0, m.HeapAlloc <= m.HeapInuse, m.TotalAlloc >= m.HeapAlloc)
}
