package main

import (
	"fmt"
	"math"
	"sort"
	"sync"
)

// sync.Map alone, against a plain map, and from many goroutines at once.

func list(m *sync.Map) string {
	var s []string
	m.Range(func(k, v any) bool {
		s = append(s, fmt.Sprintf("%T %v: %v", k, k, v))
		return true
	})
	sort.Strings(s)
	return fmt.Sprint(s)
}

func basics() {
	var m sync.Map
	fmt.Println(m.Load(1))
	fmt.Println(m.LoadAndDelete(1))
	fmt.Println(m.CompareAndSwap(1, 2, 3), m.CompareAndDelete(1, 2))
	m.Delete(1)
	fmt.Println(m.LoadOrStore(1, "one"))
	fmt.Println(m.LoadOrStore(1, "uno"))
	fmt.Println(m.Swap(1, "eins"))
	fmt.Println(m.Swap(nil, nil))
	fmt.Println(m.Load(nil))
	fmt.Println(m.CompareAndSwap(1, "one", "un"), m.CompareAndSwap(1, "eins", "un"))
	fmt.Println(m.CompareAndDelete(1, "one"), m.CompareAndDelete(nil, nil), m.CompareAndDelete(nil, nil))

	// equal bits, other types: one hash for all of them, perhaps
	m.Store(int8(1), "int8")
	m.Store(int16(1), "int16")
	m.Store(uint8(1), "uint8")
	m.Store(int64(1), "int64")
	m.Store(uint64(1), "uint64")
	m.Store(uintptr(1), "uintptr")
	fmt.Println(list(&m))
	m.Store(int64(1), "INT64")
	fmt.Println(m.LoadAndDelete(uint64(1)))
	fmt.Println(m.LoadAndDelete(1))
	fmt.Println(list(&m))

	m.Store(math.NaN(), 1)
	m.Store(math.NaN(), 2)
	_, ok := m.Load(math.NaN())
	n := 0
	m.Range(func(k, v any) bool { n++; return true })
	fmt.Println(ok, n)
	n = 0
	m.Range(func(k, v any) bool { n++; return n < 3 })
	fmt.Println(n)
	m.Clear()
	fmt.Println(list(&m))
	m.Store("again", true)
	fmt.Println(list(&m))
}

func try(what string, f func()) {
	defer func() { fmt.Println(what, recover()) }()
	f()
}

func panics() {
	var m sync.Map
	try("store", func() { m.Store([]int{1}, 1) })
	try("load", func() { m.Load(func() {}) })
	m.Store("slice", []int{1})
	try("swap", func() { m.CompareAndSwap("slice", []int{1}, 2) })
	try("delete", func() { m.CompareAndDelete("slice", []int{1}) })
	try("other type", func() { fmt.Println(m.CompareAndDelete("slice", 1)) })
	m.Store("slice", 2)
	fmt.Println(list(&m))
}

func model() {
	var m sync.Map
	w := map[any]any{}
	x := uint32(7)
	for i := range 200000 {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		var k any = int(x % 700)
		if x&1024 != 0 {
			k = fmt.Sprint("k", x%500)
		}
		have, in := w[k]
		switch x >> 28 {
		case 0, 1, 2, 3:
			m.Store(k, i)
			w[k] = i
		case 4, 5, 6:
			v, ok := m.LoadAndDelete(k)
			if ok != in || v != have {
				fmt.Println("LoadAndDelete", k, v, ok)
			}
			delete(w, k)
		case 7:
			if v, ok := m.LoadOrStore(k, i); ok != in || ok && v != have {
				fmt.Println("LoadOrStore", k, v, ok)
			}
			if !in {
				w[k] = i
			}
		case 8:
			if m.CompareAndSwap(k, have, -i) != in {
				fmt.Println("CompareAndSwap", k)
			}
			if in {
				w[k] = -i
			}
		case 9:
			if m.CompareAndDelete(k, have) != in {
				fmt.Println("CompareAndDelete", k)
			}
			delete(w, k)
		case 10:
			if i%1000 == 0 {
				m.Clear()
				clear(w)
			}
		default:
			if v, ok := m.Load(k); ok != in || v != have {
				fmt.Println("Load", k, v, ok)
			}
		}
	}
	n := 0
	m.Range(func(k, v any) bool {
		n++
		if w[k] != v {
			fmt.Println("Range", k, v)
		}
		return true
	})
	fmt.Println(n == len(w), n > 0)
	for k := range w {
		m.Delete(k)
	}
	fmt.Println(list(&m))
}

// each key's value counts up by one at a time, whoever does it; keys come and go
func together() {
	var m sync.Map
	var wg sync.WaitGroup
	const keys, rounds = 64, 3000
	counts := make([][keys]int, 8)
	for g := range counts {
		wg.Go(func() {
			for i := range rounds {
				k := (i*7 + g*13) % keys
				for {
					v, ok := m.Load(k)
					if !ok {
						if _, loaded := m.LoadOrStore(k, 1); !loaded {
							break
						}
						continue
					}
					if m.CompareAndSwap(k, v, v.(int)+1) {
						break
					}
				}
				counts[g][k]++
				if i%16 == 0 {
					if v, ok := m.LoadAndDelete(k); ok {
						counts[g][k] -= v.(int)
					}
				}
				if i%500 == 0 {
					last := map[any]bool{}
					m.Range(func(k, v any) bool {
						if last[k] {
							fmt.Println("twice", k)
						}
						last[k] = true
						return true
					})
				}
			}
		})
	}
	wg.Wait()
	bad := 0
	for k := range keys {
		sum := 0
		for g := range counts {
			sum += counts[g][k]
		}
		v, _ := m.Load(k)
		if n, _ := v.(int); n != sum {
			bad++
		}
	}
	fmt.Println("bad:", bad)
}

// everybody's keys are there while the map grows, and nobody else's
func growing() {
	var m sync.Map
	var wg sync.WaitGroup
	var bad [8]int
	for g := range bad {
		wg.Go(func() {
			for i := range 2000 {
				m.Store(g*10000+i, i)
				if v, ok := m.Load(g*10000 + i/2); !ok || v != i/2 {
					bad[g]++
				}
			}
			for i := 0; i < 2000; i += 2 {
				m.Delete(g*10000 + i)
			}
			for i := range 2000 {
				if _, ok := m.Load(g*10000 + i); ok != (i%2 == 1) {
					bad[g]++
				}
			}
		})
	}
	wg.Wait()
	n := 0
	m.Range(func(k, v any) bool { n++; return k.(int)%10000 == v.(int) })
	fmt.Println(n, bad)
}

func main() {
	growing()
	basics()
	panics()
	model()
	together()
}
