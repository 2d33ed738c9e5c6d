// Generic types behind interfaces: methods of instances promoted through embedded interfaces and pointers, compared and hashed.
package main

import (
	"fmt"
	"strings"
)

type Store[K comparable, V any] interface {
	Get(K) (V, bool)
	Put(K, V)
	Len() int
}
type mem[K comparable, V any] struct{ m map[K]V }
type list[K comparable, V any] []struct {
	k K
	v V
}
type counting[K comparable, V any] struct {
	Store[K, V]
	gets, puts int
}
type limited[K comparable, V any] struct {
	*counting[K, V]
	max int
}
type Logger interface{ Log(string) }
type logs struct{ lines *[]string }
type logged[K comparable, V any] struct {
	Store[K, V]
	Logger
	name string
}

func (m *mem[K, V]) Get(k K) (v V, ok bool) { v, ok = m.m[k]; return }
func (m *mem[K, V]) Put(k K, v V) {
	if m.m == nil {
		m.m = map[K]V{}
	}
	m.m[k] = v
}
func (m *mem[K, V]) Len() int { return len(m.m) }
func (l *list[K, V]) Get(k K) (v V, ok bool) {
	for _, e := range *l {
		if e.k == k {
			return e.v, true
		}
	}
	return
}
func (l *list[K, V]) Put(k K, v V) {
	for i := range *l {
		if (*l)[i].k == k {
			(*l)[i].v = v
			return
		}
	}
	*l = append(*l, struct {
		k K
		v V
	}{k, v})
}
func (l list[K, V]) Len() int               { return len(l) }
func (c *counting[K, V]) Get(k K) (V, bool) { c.gets++; return c.Store.Get(k) }
func (c *counting[K, V]) Put(k K, v V)      { c.puts++; c.Store.Put(k, v) }
func (l limited[K, V]) Put(k K, v V) {
	if l.Len() < l.max {
		l.counting.Put(k, v)
	}
}
func (l logs) Log(s string) { *l.lines = append(*l.lines, s) }
func (l logged[K, V]) Put(k K, v V) {
	l.Log(fmt.Sprintf("%s.Put(%v, %v)", l.name, k, v))
	l.Store.Put(k, v)
}

func fill[K comparable, V any](s Store[K, V], ks []K, mk func(K) V) (sum int) {
	put, get := s.Put, Store[K, V].Get
	for _, k := range ks {
		put(k, mk(k))
	}
	for _, k := range ks {
		if _, ok := get(s, k); ok {
			sum++
		}
	}
	return sum*100 + s.Len()
}

func kind(x any) string {
	switch x.(type) {
	case interface {
		Store[string, int]
		Logger
	}:
		return "logged store"
	case Store[string, int]:
		return "string store"
	case Store[int, []int], Store[int, string]:
		return "int store"
	case Logger:
		return "logger"
	}
	return "none"
}

func main() {
	var lines []string
	ks := strings.Fields("a b c a d")
	l := func(s string) int { return len(s) }
	c := &counting[string, int]{Store: &mem[string, int]{}}
	stores := []Store[string, int]{&mem[string, int]{}, &list[string, int]{}, c, limited[string, int]{c, 5}, &limited[string, int]{&counting[string, int]{Store: &list[string, int]{}}, 2}, logged[string, int]{&list[string, int]{}, logs{&lines}, "x"}}
	for i, s := range stores {
		fmt.Print(fill(s, ks, l), kind(s), "; ")
		stores[i] = logged[string, int]{Store: s, Logger: logs{&lines}, name: fmt.Sprint("n", i)}
	}
	fmt.Println(c.gets, c.puts, len(lines))
	stores[5].Put("q", 9)
	fmt.Println(lines[len(lines)-2:])
	fmt.Println(kind(stores[0]), kind(&list[int, []int]{}), kind(logs{}), kind(&mem[int, string]{}), kind(mem[string, int]{}), kind(list[string, int]{}))
	a, b := stores[0], stores[0]
	m := map[Store[string, int]]int{a: 1, stores[1]: 2}
	m[b]++
	fmt.Println(a == b, a == stores[1], m[a], len(m))
	fmt.Printf("%T %T\n", stores[3], c.Store)
	fmt.Println(fill[[2]int, error](&mem[[2]int, error]{}, [][2]int{{1, 2}, {1, 2}, {3, 4}}, func([2]int) error { return nil }))
}
