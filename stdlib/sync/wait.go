package sync

import (
	"sync/atomic"
	"unsafe"
)

//go:linkname semacquireWait sync.runtime_SemacquireWaitGroup
func semacquireWait(s *uint32, synctest bool)

// A WaitGroup waits for a number of goroutines to finish.
type WaitGroup struct {
	_     noCopy
	state uint64 // counter in the high half, waiters in the low
	sema  uint32
}

type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// Add changes the counter; at zero all waiters go on.
func (wg *WaitGroup) Add(delta int) {
	state := atomic.AddUint64(&wg.state, uint64(delta)<<32)
	counter, waiters := int32(state>>32), uint32(state)
	if counter < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if waiters != 0 && delta > 0 && counter == int32(delta) {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	if counter > 0 || waiters == 0 {
		return
	}
	if atomic.LoadUint64(&wg.state) != state {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	atomic.StoreUint64(&wg.state, 0)
	for ; waiters != 0; waiters-- {
		semrelease(&wg.sema, false, 0)
	}
}

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Wait() {
	for {
		state := atomic.LoadUint64(&wg.state)
		if int32(state>>32) == 0 {
			return
		}
		if atomic.CompareAndSwapUint64(&wg.state, state, state+1) {
			semacquireWait(&wg.sema, false)
			if atomic.LoadUint64(&wg.state) != 0 {
				panic("sync: WaitGroup is reused before previous Wait has returned")
			}
			return
		}
	}
}

// Go runs f in a goroutine that the group waits for. A panic of f ends the program: nobody may be woken before that, and perhaps
// end it as if all were well.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer func() {
			if x := recover(); x != nil {
				panic(x)
			}
			wg.Done()
		}()
		f()
	}()
}

// A Once runs one function once.
type Once struct {
	done uint32
	m    Mutex
}

func (o *Once) Do(f func()) {
	if atomic.LoadUint32(&o.done) == 0 {
		o.slow(f)
	}
}

func (o *Once) slow(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if o.done == 0 {
		defer atomic.StoreUint32(&o.done, 1)
		f()
	}
}

// onceState is what the three functions below share: a panic of f comes again at every call.
type onceState struct {
	once  Once
	valid bool
	p     any
}

func (s *onceState) do(f func()) {
	s.once.Do(func() {
		defer func() {
			s.p = recover()
			if !s.valid {
				panic(s.p)
			}
		}()
		f()
		s.valid = true
	})
	if !s.valid {
		panic(s.p)
	}
}

// OnceFunc returns a function that calls f once.
func OnceFunc(f func()) func() {
	s := new(onceState)
	return func() { s.do(f) }
}

// OnceValue returns a function that calls f once and returns its result.
func OnceValue[T any](f func() T) func() T {
	s := new(onceState)
	var result T
	return func() T {
		s.do(func() { result = f() })
		return result
	}
}

// OnceValues is OnceValue for two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	s := new(onceState)
	var r1 T1
	var r2 T2
	return func() (T1, T2) {
		s.do(func() { r1, r2 = f() })
		return r1, r2
	}
}

// A Cond is where goroutines wait for, or announce, an event. L is held when its condition is changed or looked at.
type Cond struct {
	_       noCopy
	L       Locker
	m       Mutex
	self    uintptr // where it was used first; objects do not move, so that it is elsewhere only as a copy
	waiters []*uint32
}

func (c *Cond) check() {
	here := uintptr(unsafe.Pointer(c))
	if atomic.LoadUintptr(&c.self) != here && !atomic.CompareAndSwapUintptr(&c.self, 0, here) && atomic.LoadUintptr(&c.self) != here {
		panic("sync.Cond is copied")
	}
}

func NewCond(l Locker) *Cond { return &Cond{L: l} }

// Wait unlocks L, sleeps until Signal or Broadcast, and locks L again.
func (c *Cond) Wait() {
	c.check()
	sema := new(uint32)
	c.m.Lock()
	c.waiters = append(c.waiters, sema)
	c.m.Unlock()
	c.L.Unlock()
	semacquireCond(sema)
	c.L.Lock()
}

//go:linkname semacquireCond sync.runtime_SemacquireCond
func semacquireCond(s *uint32)

// Signal wakes the goroutine that has waited longest.
func (c *Cond) Signal() {
	c.check()
	c.m.Lock()
	var sema *uint32
	if len(c.waiters) > 0 {
		sema = c.waiters[0]
		c.waiters[0] = nil
		c.waiters = c.waiters[1:]
	}
	c.m.Unlock()
	if sema != nil {
		semrelease(sema, false, 0)
	}
}

// Broadcast wakes all.
func (c *Cond) Broadcast() {
	c.check()
	c.m.Lock()
	all := c.waiters
	c.waiters = nil
	c.m.Unlock()
	for _, sema := range all {
		semrelease(sema, false, 0)
	}
}
