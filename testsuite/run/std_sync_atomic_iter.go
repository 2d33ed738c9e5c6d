// sync, sync/atomic, iter, time.Duration: once, pools, maps, mutexes, atomics of all types, Pull in both forms.
package main

import (
	"fmt"
	"iter"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

type cfg struct{ n int }

func pull() {
	next, stop := iter.Pull(func(y func(int) bool) {
		defer fmt.Print("cleanup ")
		for i := 0; y(i * i); i++ {
		}
		fmt.Print("stopped ")
	})
	for range 4 {
		fmt.Print(next())
		fmt.Print(" ")
	}
	stop()
	stop()
	fmt.Println(next())
	n2, s2 := iter.Pull2(slices.All([]string{"a", "b"}))
	defer s2()
	for {
		i, v, ok := n2()
		if !ok {
			break
		}
		fmt.Print(i, v, " ")
	}
	fmt.Println(n2())
	func() {
		defer func() { fmt.Println("panic through Pull:", recover()) }()
		n, s := iter.Pull(func(y func(int) bool) { y(1); panic("in iterator") })
		defer s()
		n()
		n()
	}()
}

func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		n, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := n()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}

func atomics() {
	var i32 atomic.Int32
	var u64 atomic.Uint64
	var b atomic.Bool
	var p atomic.Pointer[cfg]
	var v atomic.Value
	var raw int64
	fmt.Print(i32.Add(5), i32.CompareAndSwap(5, -1), i32.CompareAndSwap(5, 9), i32.Load(), i32.Swap(7), i32.And(3), i32.Or(8), i32.Load(), " ")
	u64.Store(1 << 63)
	fmt.Print(u64.Add(^uint64(0)), b.Swap(true), b.Load(), p.Load() == nil, " ")
	c := &cfg{1}
	p.Store(c)
	fmt.Print(p.CompareAndSwap(c, &cfg{2}), p.Load().n, v.Load(), atomic.AddInt64(&raw, -3), atomic.LoadInt64(&raw), atomic.SwapInt64(&raw, 8), raw, " ")
	v.Store("s")
	func() {
		defer func() { fmt.Println(recover(), v.Load()) }()
		v.Store(1)
	}()
}

func syncs() {
	var m sync.Map
	m.Store("a", 1)
	x, loaded := m.LoadOrStore("a", 2)
	y, l2 := m.LoadOrStore("b", 3)
	z, l3 := m.LoadAndDelete("a")
	n := 0
	m.Range(func(k, v any) bool { n += v.(int); return true })
	_, ok := m.Load("a")
	fmt.Println(x, loaded, y, l2, z, l3, n, ok, m.CompareAndSwap("b", 3, 4))
	calls := 0
	f := sync.OnceValue(func() int { calls++; return 42 })
	g := sync.OnceFunc(func() { calls += 10; panic("once") })
	for range 2 {
		func() {
			defer func() { fmt.Print(recover(), " ") }()
			fmt.Print(f(), " ")
			g()
		}()
	}
	fmt.Println(calls)
	pool := sync.Pool{New: func() any { return new(cfg) }}
	c := pool.Get().(*cfg)
	c.n = 5
	pool.Put(c)
	var mu sync.RWMutex
	total := 0
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Add(2)
		go func() { defer wg.Done(); mu.Lock(); defer mu.Unlock(); total += i }()
		go func() { defer wg.Done(); mu.RLock(); defer mu.RUnlock(); _ = total }()
	}
	wg.Wait()
	fmt.Println(total, mu.TryLock(), mu.TryRLock())
	mu.Unlock()
	func() {
		defer func() { fmt.Println(recover()) }()
		wg.Done()
	}()
}

func main() {
	pull()
	for a, b := range zip(slices.Values([]int{1, 2, 3}), slices.Values([]string{"x", "y"})) {
		fmt.Print(a, b, " ")
	}
	atomics()
	syncs()
	d := 90*time.Minute + 1500*time.Millisecond
	e, err := time.ParseDuration("1h2m3.5s")
	fmt.Println(d, e, err, d.Hours(), d.Round(time.Hour), d.Truncate(time.Minute), time.Duration(1), time.Duration(-1500), time.Duration(0))
	t := time.Date(2024, 2, 29, 23, 59, 59, 123456789, time.UTC)
	fmt.Println(t.Add(time.Second), t.AddDate(1, 0, 0).Format(time.RFC3339), t.Weekday(), t.YearDay(), t.Unix(), t.Format("Jan _2 06 15:04:05.000"), t.Truncate(time.Hour).Equal(t), t.Month())
	u, err := time.Parse("2006-01-02 15:04", "1999-12-31 23:30")
	fmt.Println(u, err, t.Sub(u), u.Before(t))
}
