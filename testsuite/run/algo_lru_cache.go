// A least recently used cache over container/list, generic in key and value.
package main

import (
	"container/list"
	"fmt"
	"strings"
)

type entry[K comparable, V any] struct {
	key K
	val V
}

type LRU[K comparable, V any] struct {
	cap     int
	order   *list.List
	items   map[K]*list.Element
	onEvict func(K, V)
}

func New[K comparable, V any](n int, evict func(K, V)) *LRU[K, V] {
	return &LRU[K, V]{n, list.New(), make(map[K]*list.Element), evict}
}

func (c *LRU[K, V]) Get(k K) (v V, ok bool) {
	e, ok := c.items[k]
	if !ok {
		return v, false
	}
	c.order.MoveToFront(e)
	return e.Value.(*entry[K, V]).val, true
}

func (c *LRU[K, V]) Put(k K, v V) {
	if e, ok := c.items[k]; ok {
		e.Value.(*entry[K, V]).val = v
		c.order.MoveToFront(e)
		return
	}
	if c.order.Len() == c.cap {
		last := c.order.Back()
		old := c.order.Remove(last).(*entry[K, V])
		delete(c.items, old.key)
		if c.onEvict != nil {
			c.onEvict(old.key, old.val)
		}
	}
	c.items[k] = c.order.PushFront(&entry[K, V]{k, v})
}

func (c *LRU[K, V]) String() string {
	var b strings.Builder
	for e := c.order.Front(); e != nil; e = e.Next() {
		x := e.Value.(*entry[K, V])
		fmt.Fprintf(&b, "[%v=%v]", x.key, x.val)
	}
	return b.String()
}

func main() {
	evicted := []string{}
	c := New(3, func(k string, v int) { evicted = append(evicted, fmt.Sprint(k, ":", v)) })
	for i, w := range strings.Fields("a b c a d e a f b a") {
		if v, ok := c.Get(w); ok {
			c.Put(w, v+100)
		} else {
			c.Put(w, i)
		}
		fmt.Println(w, c)
	}
	fmt.Println(evicted, len(c.items))
	d := New[[2]int, *LRU[string, int]](1, nil)
	d.Put([2]int{1, 2}, c)
	d.Put([2]int{2, 1}, nil)
	_, ok := d.Get([2]int{1, 2})
	fmt.Printf("%v %T %s\n", ok, d, d)
}
