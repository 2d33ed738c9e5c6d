// A generic least-recently-used cache: a map into a doubly linked ring, with a function for what falls out.
package main

import (
	"fmt"
	"strings"
)

type entry[K comparable, V any] struct {
	key        K
	value      V
	prev, next *entry[K, V]
}

type Cache[K comparable, V any] struct {
	items   map[K]*entry[K, V]
	root    entry[K, V]
	size    int
	OnEvict func(K, V)
	hits    int
	misses  int
}

func New[K comparable, V any](size int) *Cache[K, V] {
	c := &Cache[K, V]{items: make(map[K]*entry[K, V]), size: size}
	c.root.prev, c.root.next = &c.root, &c.root
	return c
}

func (c *Cache[K, V]) unlink(e *entry[K, V]) {
	e.prev.next, e.next.prev = e.next, e.prev
}

func (c *Cache[K, V]) front(e *entry[K, V]) {
	e.prev, e.next = &c.root, c.root.next
	e.prev.next, e.next.prev = e, e
}

func (c *Cache[K, V]) Get(k K) (v V, ok bool) {
	e, ok := c.items[k]
	if !ok {
		c.misses++
		return v, false
	}
	c.hits++
	c.unlink(e)
	c.front(e)
	return e.value, true
}

func (c *Cache[K, V]) Put(k K, v V) {
	if e, ok := c.items[k]; ok {
		e.value = v
		c.unlink(e)
		c.front(e)
		return
	}
	if len(c.items) == c.size {
		last := c.root.prev
		c.unlink(last)
		delete(c.items, last.key)
		if c.OnEvict != nil {
			c.OnEvict(last.key, last.value)
		}
	}
	e := &entry[K, V]{key: k, value: v}
	c.items[k] = e
	c.front(e)
}

func (c *Cache[K, V]) All() func(yield func(K, V) bool) {
	return func(yield func(K, V) bool) {
		for e := c.root.next; e != &c.root; e = e.next {
			if !yield(e.key, e.value) {
				return
			}
		}
	}
}

type point struct{ x, y int }

func main() {
	c := New[string, int](3)
	c.OnEvict = func(k string, v int) { fmt.Println("evict", k, v) }
	for i, w := range strings.Fields("a b c a d e a f b a") {
		if v, ok := c.Get(w); ok {
			fmt.Println("hit", w, v)
			continue
		}
		c.Put(w, i)
	}
	for k, v := range c.All() {
		fmt.Print(k, "=", v, " ")
		if k == "b" {
			break
		}
	}
	fmt.Println(c.hits, c.misses)

	paths := New[point, []string](100)
	var walk func(p point) []string
	walk = func(p point) []string {
		if v, ok := paths.Get(p); ok {
			return v
		}
		out := []string{""}
		if p != (point{}) {
			out = nil
			if p.x > 0 {
				for _, s := range walk(point{p.x - 1, p.y}) {
					out = append(out, s+"R")
				}
			}
			if p.y > 0 {
				for _, s := range walk(point{p.x, p.y - 1}) {
					out = append(out, s+"D")
				}
			}
		}
		paths.Put(p, out)
		return out
	}
	all := walk(point{5, 4})
	fmt.Println(len(all), all[0], all[len(all)-1], paths.hits, paths.misses)
}
