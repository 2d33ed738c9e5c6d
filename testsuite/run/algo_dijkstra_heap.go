// Shortest paths with container/heap, with paths and unreachable nodes.
package main

import (
	"container/heap"
	"fmt"
	"math"
)

type edge struct {
	to     string
	weight float64
}
type graph map[string][]edge

type item struct {
	node string
	dist float64
	pos  int
}
type queue []*item

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].dist < q[j].dist || q[i].dist == q[j].dist && q[i].node < q[j].node }
func (q queue) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].pos, q[j].pos = i, j
}
func (q *queue) Push(x any) {
	it := x.(*item)
	it.pos = len(*q)
	*q = append(*q, it)
}
func (q *queue) Pop() any {
	old := *q
	it := old[len(old)-1]
	*q = old[:len(old)-1]
	return it
}

func (g graph) link(a, b string, w float64) {
	g[a] = append(g[a], edge{b, w})
	g[b] = append(g[b], edge{a, w})
}

func (g graph) paths(from string) (map[string]float64, map[string]string) {
	dist, prev := map[string]float64{}, map[string]string{}
	items := map[string]*item{}
	var q queue
	for n := range g {
		d := math.Inf(1)
		if n == from {
			d = 0
		}
		dist[n] = d
		items[n] = &item{node: n, dist: d}
		heap.Push(&q, items[n])
	}
	for q.Len() > 0 {
		it := heap.Pop(&q).(*item)
		if math.IsInf(it.dist, 1) {
			break
		}
		for _, e := range g[it.node] {
			if d := it.dist + e.weight; d < dist[e.to] {
				dist[e.to], prev[e.to] = d, it.node
				items[e.to].dist = d
				heap.Fix(&q, items[e.to].pos)
			}
		}
	}
	return dist, prev
}

func main() {
	g := graph{}
	g.link("a", "b", 7)
	g.link("a", "c", 9)
	g.link("a", "f", 14)
	g.link("b", "c", 10)
	g.link("b", "d", 15)
	g.link("c", "d", 11.5)
	g.link("c", "f", 2)
	g.link("d", "e", 6)
	g.link("e", "f", 9)
	g.link("x", "y", 1)
	dist, prev := g.paths("a")
	fmt.Println(dist)
	for _, to := range []string{"a", "b", "c", "d", "e", "f", "x"} {
		path := to
		for n, ok := prev[to]; ok; n, ok = prev[n] {
			path = n + "-" + path
		}
		fmt.Printf("%s %6.2f %s\n", to, dist[to], path)
	}
}
