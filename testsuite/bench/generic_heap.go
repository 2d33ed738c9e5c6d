// Generics: a binary heap over any type with a less function or a method, as a priority queue and in Dijkstra's algorithm.
package main

import "fmt"

type heap[T any] struct {
	v    []T
	less func(a, b T) bool
}

func (h *heap[T]) push(x T) {
	h.v = append(h.v, x)
	i := len(h.v) - 1
	for i > 0 {
		p := (i - 1) / 2
		if !h.less(h.v[i], h.v[p]) {
			return
		}
		h.v[i], h.v[p] = h.v[p], h.v[i]
		i = p
	}
}

func (h *heap[T]) pop() T {
	top, n := h.v[0], len(h.v)-1
	h.v[0] = h.v[n]
	h.v = h.v[:n]
	for i := 0; ; {
		c := 2*i + 1
		if c >= n {
			return top
		}
		if c+1 < n && h.less(h.v[c+1], h.v[c]) {
			c++
		}
		if !h.less(h.v[c], h.v[i]) {
			return top
		}
		h.v[i], h.v[c] = h.v[c], h.v[i]
		i = c
	}
}

type ordered[T any] interface{ before(T) bool }

// The same, ordered by the elements' own method.
type queue[T ordered[T]] []T

func (q *queue[T]) push(x T) {
	s := append(*q, x)
	i := len(s) - 1
	for i > 0 && x.before(s[(i-1)/2]) {
		s[i] = s[(i-1)/2]
		i = (i - 1) / 2
	}
	s[i] = x
	*q = s
}

func (q *queue[T]) pop() T {
	s := *q
	top, n := s[0], len(s)-1
	x := s[n]
	s = s[:n]
	i := 0
	for c := 1; c < n; c = 2*i + 1 {
		if c+1 < n && s[c+1].before(s[c]) {
			c++
		}
		if !s[c].before(x) {
			break
		}
		s[i] = s[c]
		i = c
	}
	if n > 0 {
		s[i] = x
	}
	*q = s
	return top
}

type item struct {
	dist int
	node int32
}

func (a item) before(b item) bool { return a.dist < b.dist }

type task struct {
	due  float64
	name string
}

func (a *task) before(b *task) bool { return a.due < b.due }

type edge struct {
	to   int32
	cost int32
}

func dijkstra(g [][]edge, from int32) int {
	dist := make([]int, len(g))
	for i := range dist {
		dist[i] = 1 << 60
	}
	dist[from] = 0
	q := queue[item]{}
	q.push(item{0, from})
	far := 0
	for len(q) > 0 {
		it := q.pop()
		if it.dist > dist[it.node] {
			continue
		}
		far = it.dist
		for _, e := range g[it.node] {
			if d := it.dist + int(e.cost); d < dist[e.to] {
				dist[e.to] = d
				q.push(item{d, e.to})
			}
		}
	}
	return far
}

func main() {
	x := uint32(1)
	next := func() int {
		x = x*1664525 + 1013904223
		return int(x >> 6)
	}
	sum := 0
	g := make([][]edge, 60000)
	for i := range g {
		for range 6 {
			g[i] = append(g[i], edge{int32(next() % len(g)), int32(next()%100 + 1)})
		}
	}
	for i := range 6 {
		sum += dijkstra(g, int32(i))
	}
	for range 4 {
		h := heap[int]{less: func(a, b int) bool { return a < b }}
		for range 300000 {
			h.push(next())
		}
		for i := range 300000 {
			sum ^= h.pop() + i
		}
		t := heap[item]{less: func(a, b item) bool { return a.dist > b.dist }}
		for i := range 200000 {
			t.push(item{next(), int32(i)})
		}
		for i := range 200000 {
			sum += i ^ t.pop().dist
		}
		q := queue[*task]{}
		for range 100000 {
			q.push(&task{due: float64(next())})
		}
		for i := range 100000 {
			sum += i ^ int(q.pop().due)
		}
	}
	fmt.Println(sum)
}
