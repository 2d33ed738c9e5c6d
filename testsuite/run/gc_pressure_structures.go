// Garbage made at a high rate beside live structures of all kinds: what is reachable keeps its contents through collections.
package main

import (
	"fmt"
	"runtime"
)

type node struct {
	l, r *node
	key  int
	data []byte
	m    map[int]*node
	f    func() int
	i    any
}

func tree(d, k int) *node {
	if d == 0 {
		return nil
	}
	n := &node{key: k, data: make([]byte, k%50+1), i: [2]int{k, d}}
	n.data[k%50] = byte(k)
	n.l, n.r = tree(d-1, 2*k), tree(d-1, 2*k+1)
	n.m = map[int]*node{k: n}
	n.f = func() int { return n.key + d }
	return n
}

func (n *node) check() (s int, ok bool) {
	if n == nil {
		return 0, true
	}
	a, ok1 := n.l.check()
	b, ok2 := n.r.check()
	ok = ok1 && ok2 && n.data[n.key%50] == byte(n.key) && n.m[n.key] == n && n.f() >= n.key && n.i.([2]int)[0] == n.key
	return a + b + n.key, ok
}

func garbage(n int) (total int) {
	var keep [8][]*int
	for i := range n {
		s := make([]*int, 10)
		for j := range s {
			s[j] = new(int)
			*s[j] = i + j
		}
		keep[i%8] = s
		str := fmt.Sprint("g", i)
		total += len(str)
	}
	for _, s := range keep {
		total += *s[9]
	}
	return
}

func main() {
	t := tree(9, 1)
	ch := make(chan *node, 10)
	ifs := map[any]any{}
	for i := range 10 {
		ch <- tree(3, i+1)
		ifs[[2]int{i, i}] = tree(2, i+1)
	}
	var ms runtime.MemStats
	runtime.ReadMemStats(&ms)
	before := ms.NumGC
	total := 0
	for range 20 {
		total += garbage(2000)
		runtime.GC()
	}
	runtime.ReadMemStats(&ms)
	fmt.Println(total, ms.NumGC >= before+20)
	fmt.Println(t.check())
	for range 10 {
		n := <-ch
		s, ok := n.check()
		fmt.Print(s, ok, " ")
	}
	for i := range 10 {
		s, ok := ifs[[2]int{i, i}].(*node).check()
		fmt.Print(s, ok, " ")
	}
	fmt.Println()
}
