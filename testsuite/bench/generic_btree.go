// Generics: a B-tree with keys of any ordered type, or of any type with a compare method; insertions, look-ups, walks, deletions.
package main

import (
	"cmp"
	"fmt"
	"iter"
)

const degree = 16

type key[K any] interface{ compare(K) int }

type number int

func (a number) compare(b number) int { return cmp.Compare(a, b) }

type text string

func (a text) compare(b text) int { return cmp.Compare(a, b) }

type pair struct{ a, b int32 }

func (x pair) compare(y pair) int {
	if x.a != y.a {
		return cmp.Compare(x.a, y.a)
	}
	return cmp.Compare(x.b, y.b)
}

type node[K key[K], V any] struct {
	n     int
	keys  [2*degree - 1]K
	vals  [2*degree - 1]V
	child *[2 * degree]*node[K, V]
}

type tree[K key[K], V any] struct {
	root *node[K, V]
	len  int
}

// find is the place of k: the first key that is not below it.
func (x *node[K, V]) find(k K) (int, bool) {
	lo, hi := 0, x.n
	for lo < hi {
		m := int(uint(lo+hi) / 2)
		c := k.compare(x.keys[m])
		if c == 0 {
			return m, true
		}
		if c > 0 {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo, false
}

func (t *tree[K, V]) get(k K) (v V, ok bool) {
	for x := t.root; x != nil; {
		i, found := x.find(k)
		if found {
			return x.vals[i], true
		}
		if x.child == nil {
			break
		}
		x = x.child[i]
	}
	return
}

func (x *node[K, V]) split(i int) {
	y := x.child[i]
	z := &node[K, V]{n: degree - 1}
	copy(z.keys[:], y.keys[degree:])
	copy(z.vals[:], y.vals[degree:])
	if y.child != nil {
		z.child = new([2 * degree]*node[K, V])
		copy(z.child[:], y.child[degree:])
	}
	y.n = degree - 1
	copy(x.child[i+2:x.n+2], x.child[i+1:x.n+1])
	copy(x.keys[i+1:x.n+1], x.keys[i:x.n])
	copy(x.vals[i+1:x.n+1], x.vals[i:x.n])
	x.child[i+1], x.keys[i], x.vals[i] = z, y.keys[degree-1], y.vals[degree-1]
	x.n++
}

func (t *tree[K, V]) set(k K, v V) {
	if t.root == nil {
		t.root = &node[K, V]{}
	}
	if t.root.n == 2*degree-1 {
		r := &node[K, V]{child: new([2 * degree]*node[K, V])}
		r.child[0] = t.root
		r.split(0)
		t.root = r
	}
	for x := t.root; ; {
		i, found := x.find(k)
		if found {
			x.vals[i] = v
			return
		}
		if x.child == nil {
			copy(x.keys[i+1:x.n+1], x.keys[i:x.n])
			copy(x.vals[i+1:x.n+1], x.vals[i:x.n])
			x.keys[i], x.vals[i] = k, v
			x.n++
			t.len++
			return
		}
		if x.child[i].n == 2*degree-1 {
			x.split(i)
			continue
		}
		x = x.child[i]
	}
}

func (x *node[K, V]) walk(yield func(K, V) bool) bool {
	for i := range x.n {
		if x.child != nil && !x.child[i].walk(yield) || !yield(x.keys[i], x.vals[i]) {
			return false
		}
	}
	return x.child == nil || x.child[x.n].walk(yield)
}

func (t *tree[K, V]) all() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		if t.root != nil {
			t.root.walk(yield)
		}
	}
}

func main() {
	x := uint32(1)
	next := func() int {
		x = x*1664525 + 1013904223
		return int(x >> 6)
	}
	sum := 0
	var ints tree[number, int]
	for i := range 500000 {
		ints.set(number(next()), i)
	}
	for range 1000000 {
		if v, ok := ints.get(number(next())); ok {
			sum += v
		}
	}
	for range 5 {
		for k, v := range ints.all() {
			sum = sum*3 + int(k) ^ v
		}
	}
	var pairs tree[pair, string]
	for range 400000 {
		pairs.set(pair{int32(next() % 1000), int32(next() % 1000)}, "v")
	}
	for i := range 1000000 {
		if v, ok := pairs.get(pair{int32(i % 1000), int32(next() % 1000)}); ok {
			sum += len(v)
		}
	}
	var words tree[text, float64]
	for i := range 100000 {
		words.set(text(fmt.Sprint(next()%200000)), float64(i))
	}
	for i := range 200000 {
		if v, ok := words.get(text(fmt.Sprint(i))); ok {
			sum += int(v)
		}
	}
	fmt.Println(sum, ints.len, pairs.len, words.len)
}
