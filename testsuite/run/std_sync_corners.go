// Corners of sync and sync/atomic: what a second call does, panics and their texts, order of waking.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
	"unsafe"
)

func try(name string, f func()) {
	defer func() {
		r := recover()
		if e, ok := r.(error); ok {
			_, rt := r.(runtime.Error)
			fmt.Println(name, "panic:", e.Error(), rt)
			return
		}
		fmt.Printf("%s -> %v %T\n", name, r, r)
	}()
	f()
}

type big struct {
	a byte
	b int64
	c atomic.Int64
	d byte
	e atomic.Uint64
	f atomic.Bool
	g atomic.Int32
	h atomic.Pointer[int]
	i atomic.Uintptr
}

func main() {
	var m sync.Mutex
	fmt.Println(m.TryLock(), m.TryLock())
	m.Unlock()
	fmt.Println(m.TryLock())
	m.Unlock()
	var rw sync.RWMutex
	fmt.Println(rw.TryRLock(), rw.TryRLock(), rw.TryLock())
	rw.RUnlock()
	rw.RUnlock()
	fmt.Println(rw.TryLock(), rw.TryRLock(), rw.TryLock())
	rw.Unlock()
	l := rw.RLocker()
	l.Lock()
	fmt.Println(rw.TryLock(), rw.TryRLock())
	rw.RUnlock()
	l.Unlock()
	// writer preference: a waiting writer stops new readers
	rw.RLock()
	w := make(chan int)
	go func() { rw.Lock(); w <- 1; rw.Unlock() }()
	time.Sleep(5 * time.Millisecond)
	fmt.Println("reader while writer waits", rw.TryRLock())
	rw.RUnlock()
	<-w
	// starvation
	var stop atomic.Bool
	runtime.GOMAXPROCS(2)
	go func() {
		for !stop.Load() {
			m.Lock()
			t := time.Now()
			for time.Since(t) < 100*time.Microsecond {
			}
			m.Unlock()
		}
	}()
	time.Sleep(time.Millisecond)
	for range 20 {
		m.Lock()
		time.Sleep(10 * time.Microsecond)
		m.Unlock()
	}
	fmt.Println("not starved")
	stop.Store(true)
	// WaitGroup
	try("wg neg", func() { var w sync.WaitGroup; w.Add(-1) })
	try("wg done", func() { var w sync.WaitGroup; w.Add(1); w.Done(); w.Done() })
	var wg sync.WaitGroup
	var n atomic.Int32
	for range 10 {
		wg.Go(func() { n.Add(1) })
	}
	wg.Wait()
	wg.Wait()
	fmt.Println(n.Load())
	for range 3 {
		wg.Add(2)
		go wg.Done()
		go wg.Done()
		wg.Wait()
	}
	// Go with Goexit
	wg.Go(func() { runtime.Goexit() })
	wg.Wait()
	// several waiters
	var w2, w3 sync.WaitGroup
	w2.Add(1)
	for range 5 {
		w3.Go(w2.Wait)
	}
	time.Sleep(time.Millisecond)
	w2.Done()
	w3.Wait()
	// Once
	var o sync.Once
	try("once", func() { o.Do(func() { panic("first") }) })
	try("once", func() { o.Do(func() { panic("second") }) })
	c := 0
	f := sync.OnceFunc(func() { c++; panic(errors.New("boom")) })
	try("oncefunc", f)
	try("oncefunc", f)
	g := sync.OnceValue(func() int { c++; panic("vv") })
	try("oncevalue", func() { g() })
	try("oncevalue", func() { g() })
	h := sync.OnceValues(func() (int, error) { c++; return 4, errors.New("e") })
	fmt.Println(h())
	fmt.Println(h())
	fmt.Println(c)
	// Goexit in OnceFunc
	try("nil panic", sync.OnceFunc(func() { panic(nil) }))
	try("nil f", func() { sync.OnceFunc(nil)() })
	var og sync.Once
	d := make(chan bool)
	go func() { defer close(d); og.Do(runtime.Goexit) }()
	<-d
	og.Do(func() { fmt.Println("never") })
	fmt.Println(c)
	// onceFunc runtime error repanics
	re := sync.OnceValue(func() int { var a []int; return a[c] })
	try("re", func() { re() })
	try("re", func() { re() })
	// Once: others wait until done
	var ow sync.Once
	var fin atomic.Bool
	for range 4 {
		wg.Go(func() {
			ow.Do(func() { time.Sleep(3 * time.Millisecond); fin.Store(true) })
			if !fin.Load() {
				fmt.Println("not finished")
			}
		})
	}
	wg.Wait()
	// Cond
	cond := sync.NewCond(&m)
	ready := 0
	var order []int
	for i := range 4 {
		wg.Go(func() {
			m.Lock()
			ready++
			cond.Wait()
			order = append(order, i)
			m.Unlock()
		})
		for {
			m.Lock()
			r := ready
			m.Unlock()
			if r == i+1 {
				break
			}
			runtime.Gosched()
		}
	}
	for k := range 4 {
		cond.Signal()
		for {
			m.Lock()
			r := len(order)
			m.Unlock()
			if r == k+1 {
				break
			}
			runtime.Gosched()
		}
	}
	wg.Wait()
	fmt.Println("fifo", order)
	cond.Signal()
	cond.Broadcast()
	for range 5 {
		wg.Go(func() { m.Lock(); ready--; cond.Wait(); m.Unlock() })
	}
	for {
		m.Lock()
		if ready == -1 {
			cond.Broadcast()
			m.Unlock()
			break
		}
		m.Unlock()
		runtime.Gosched()
	}
	wg.Wait()
	try("cond copied", func() { c2 := sync.NewCond(&m); c2.Signal(); d := *c2; d.Wait() })
	rc := sync.NewCond(rw.RLocker())
	rc.L.Lock()
	go func() { time.Sleep(time.Millisecond); rc.Broadcast() }()
	rc.Wait()
	rc.L.Unlock()

	// atomics
	var b big
	fmt.Println(unsafe.Offsetof(b.c)%8, unsafe.Offsetof(b.e)%8, unsafe.Sizeof(b.f), unsafe.Sizeof(b.g), unsafe.Sizeof(b.c), unsafe.Sizeof(b))
	fmt.Println(b.c.Add(5), b.c.And(4), b.c.Or(3), b.c.Load(), b.c.Swap(9), b.c.CompareAndSwap(9, 10), b.c.CompareAndSwap(9, 11), b.c.Load())
	fmt.Println(b.e.Add(^uint64(0)), b.e.And(0xff), b.e.Or(1<<40), b.e.Load())
	fmt.Println(b.f.Load(), b.f.Swap(true), b.f.CompareAndSwap(true, false), b.f.CompareAndSwap(true, false), b.f.Load())
	fmt.Println(b.g.Add(-7), b.g.And(15), b.g.Or(64), b.g.Load())
	x, y := 1, 2
	fmt.Println(b.h.Load() == nil, b.h.CompareAndSwap(nil, &x), *b.h.Swap(&y), *b.h.Load())
	fmt.Println(b.i.Add(3), b.i.And(2), b.i.Or(8), b.i.Load())
	var i32 int32 = 12
	var u32 uint32 = 12
	var i64 int64 = 12
	var u64 uint64 = 12
	var up uintptr = 12
	fmt.Println(atomic.AndInt32(&i32, 6), atomic.OrInt32(&i32, 1), atomic.AndUint32(&u32, 6), atomic.OrUint32(&u32, 1))
	fmt.Println(i32, u32)
	fmt.Println(atomic.AndInt64(&i64, 6), atomic.OrInt64(&i64, 1), atomic.AndUint64(&u64, 6), atomic.OrUint64(&u64, 1), atomic.AndUintptr(&up, 6), atomic.OrUintptr(&up, 1))
	fmt.Println(i64, u64, up)
	var v atomic.Value
	fmt.Println(v.Load())
	try("store nil", func() { v.Store(nil) })
	try("cas nil new", func() { v.CompareAndSwap(nil, nil) })
	try("cas on empty", func() { fmt.Println(v.CompareAndSwap(1, 2)) })
	try("swap nil", func() { v.Swap(nil) })
	fmt.Println(v.CompareAndSwap(nil, "a"), v.Load())
	try("store other", func() { v.Store(1) })
	try("swap other", func() { v.Swap(1) })
	try("cas other old", func() { fmt.Println(v.CompareAndSwap(1, "b")) })
	try("cas other new", func() { fmt.Println(v.CompareAndSwap("a", 1)) })
	try("cas both other", func() { fmt.Println(v.CompareAndSwap(1, 2)) })
	fmt.Println(v.CompareAndSwap("x", "y"), v.CompareAndSwap("a", "b"), v.Swap("c"), v.Load())
	var vf atomic.Value
	vf.Store(func() {})
	try("cas func", func() { vf.CompareAndSwap(func() {}, func() {}) })
	var vs atomic.Value
	vs.Store([]int{1})
	try("cas slice", func() { vs.CompareAndSwap([]int{1}, []int{2}) })
	type st struct{ a any }
	var vt atomic.Value
	vt.Store(st{1})
	fmt.Println(vt.CompareAndSwap(st{2}, st{3}), vt.CompareAndSwap(st{1}, st{3}))
	try("nil ptr", func() { var p *atomic.Int64; p.Add(1) })
	try("nil ptr", func() { var p *int32; atomic.AddInt32(p, 1) })
	try("nil ptr", func() { var p *atomic.Value; p.Load() })
	try("nil ptr load", func() { var p *int64; atomic.LoadInt64(p) })
	try("nil mutex", func() { var p *sync.Mutex; p.Lock() })
	// mutex value sizes
	fmt.Println(unsafe.Sizeof(m), unsafe.Sizeof(rw), unsafe.Sizeof(wg), unsafe.Sizeof(o))
	// contended
	cnt := 0
	for range 8 {
		wg.Go(func() {
			for range 2000 {
				m.Lock()
				cnt++
				m.Unlock()
			}
		})
	}
	wg.Wait()
	fmt.Println(cnt)
}
