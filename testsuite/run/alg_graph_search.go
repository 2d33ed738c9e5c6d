// Graph algorithms over maps, slices, heaps of structs and closures: Dijkstra, topological order, components, max flow, union-find.
package main

import (
	"container/heap"
	"fmt"
	"slices"
	"sort"
)

type edge struct{ to, w int }
type graph[K comparable] struct {
	id  map[K]int
	key []K
	adj [][]edge
}

func (g *graph[K]) node(k K) int {
	if g.id == nil {
		g.id = map[K]int{}
	}
	i, ok := g.id[k]
	if !ok {
		i = len(g.key)
		g.id[k] = i
		g.key = append(g.key, k)
		g.adj = append(g.adj, nil)
	}
	return i
}

func (g *graph[K]) add(a, b K, w int) {
	i, j := g.node(a), g.node(b)
	g.adj[i] = append(g.adj[i], edge{j, w})
}

type pq []struct{ d, v int }

func (p pq) Len() int           { return len(p) }
func (p pq) Less(i, j int) bool { return p[i].d < p[j].d || p[i].d == p[j].d && p[i].v < p[j].v }
func (p pq) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }
func (p *pq) Push(x any)        { *p = append(*p, x.(struct{ d, v int })) }
func (p *pq) Pop() (x any)      { o := *p; x, *p = o[len(o)-1], o[:len(o)-1]; return }

func (g *graph[K]) shortest(from K) map[K]int {
	dist := map[K]int{}
	q := &pq{{0, g.id[from]}}
	for q.Len() > 0 {
		it := heap.Pop(q).(struct{ d, v int })
		k := g.key[it.v]
		if _, done := dist[k]; done {
			continue
		}
		dist[k] = it.d
		for _, e := range g.adj[it.v] {
			heap.Push(q, struct{ d, v int }{it.d + e.w, e.to})
		}
	}
	return dist
}

func (g *graph[K]) topo() (order []K, cyclic bool) {
	state := make([]uint8, len(g.key))
	var visit func(int) bool
	visit = func(v int) bool {
		switch state[v] {
		case 1:
			return false
		case 2:
			return true
		}
		state[v] = 1
		for _, e := range g.adj[v] {
			if !visit(e.to) {
				return false
			}
		}
		state[v] = 2
		order = append(order, g.key[v])
		return true
	}
	for v := range g.key {
		if !visit(v) {
			return nil, true
		}
	}
	slices.Reverse(order)
	return
}

func (g *graph[K]) components() (out [][]K) {
	n := len(g.key)
	index, low, on := make([]int, n), make([]int, n), make([]bool, n)
	var stack []int
	next := 1
	var dfs func(int)
	dfs = func(v int) {
		index[v], low[v], on[v] = next, next, true
		next++
		stack = append(stack, v)
		for _, e := range g.adj[v] {
			if index[e.to] == 0 {
				dfs(e.to)
				low[v] = min(low[v], low[e.to])
			} else if on[e.to] {
				low[v] = min(low[v], index[e.to])
			}
		}
		if low[v] == index[v] {
			var c []K
			for {
				w := stack[len(stack)-1]
				stack, on[w] = stack[:len(stack)-1], false
				c = append(c, g.key[w])
				if w == v {
					break
				}
			}
			out = append(out, c)
		}
	}
	for v := range g.key {
		if index[v] == 0 {
			dfs(v)
		}
	}
	return
}

func flow(c [][]int, s, t int) (total int) {
	for {
		prev := make([]int, len(c))
		for i := range prev {
			prev[i] = -1
		}
		prev[s] = s
	search:
		for q := []int{s}; len(q) > 0; q = q[1:] {
			for v, w := range c[q[0]] {
				if w > 0 && prev[v] < 0 {
					prev[v] = q[0]
					if v == t {
						break search
					}
					q = append(q, v)
				}
			}
		}
		if prev[t] < 0 {
			return
		}
		f := 1 << 30
		for v := t; v != s; v = prev[v] {
			f = min(f, c[prev[v]][v])
		}
		for v := t; v != s; v = prev[v] {
			c[prev[v]][v] -= f
			c[v][prev[v]] += f
		}
		total += f
	}
}

type uf []int

func (u uf) find(x int) int {
	if u[x] != x {
		u[x] = u.find(u[x])
	}
	return u[x]
}

func mst(n int) (sum int) {
	type e struct{ a, b, w int }
	var es []e
	u := make(uf, n)
	for i := range n {
		u[i] = i
		for j := range i {
			es = append(es, e{i, j, (i*31 + j*17) % 101})
		}
	}
	sort.Slice(es, func(i, j int) bool { return es[i].w < es[j].w })
	for _, e := range es {
		if a, b := u.find(e.a), u.find(e.b); a != b {
			u[a] = b
			sum += e.w
		}
	}
	return
}

func main() {
	var g graph[string]
	for _, e := range []struct {
		a, b string
		w    int
	}{{"a", "b", 7}, {"a", "c", 9}, {"a", "f", 14}, {"b", "c", 10}, {"b", "d", 15}, {"c", "d", 11}, {"c", "f", 2}, {"d", "e", 6}, {"f", "e", 9}} {
		g.add(e.a, e.b, e.w)
	}
	fmt.Println(g.shortest("a"))
	fmt.Println(g.topo())
	g.add("e", "b", 1)
	fmt.Println(g.topo())
	fmt.Println(g.components())
	var h graph[[2]int]
	for y := range 12 {
		for x := range 12 {
			for _, d := range [][2]int{{0, 1}, {1, 0}, {0, -1}, {-1, 0}} {
				if nx, ny := x+d[0], y+d[1]; nx >= 0 && ny >= 0 && nx < 12 && ny < 12 && (nx*ny)%5 != 3 {
					h.add([2]int{x, y}, [2]int{nx, ny}, 1+(x*y)%4)
				}
			}
		}
	}
	d := h.shortest([2]int{0, 0})
	sum := 0
	for k, v := range d {
		sum += v * (k[0] + 2*k[1])
	}
	fmt.Println(len(d), d[[2]int{11, 11}], sum, len(h.components()))
	c := [][]int{{0, 16, 13, 0, 0, 0}, {0, 0, 10, 12, 0, 0}, {0, 4, 0, 0, 14, 0}, {0, 0, 9, 0, 0, 20}, {0, 0, 0, 7, 0, 4}, make([]int, 6)}
	fmt.Println(flow(c, 0, 5), mst(40))
}
