package time

import "unsafe"

// rtTimer is the runtime's timer (runtime/time.c).
type rtTimer struct {
	when, period int64
	f            uintptr
	arg          unsafe.Pointer
	p            uintptr
	index        int64
	seq          uint64
	c            chan Time
	lock         uint32
}

// startTimer says whether it was to fire before.
//
//go:linkname startTimer runtime.starttimer
func startTimer(t *rtTimer, when, period int64, fn func(), c chan Time, loc *Location) bool

//go:linkname stopTimer runtime.stoptimer
func stopTimer(t *rtTimer) bool

// timerChan makes c look unbuffered: its one slot is t's, so that what t sent can be taken back.
//
//go:linkname timerChan runtime.timerchan
func timerChan(c chan Time, t *rtTimer)

func after(d Duration) int64 {
	if d < 0 {
		d = 0
	}
	return nanotime() + int64(d)
}

// timer is what Timer and Ticker have in common: it sends the time on c, or calls f in a goroutine.
type timer struct {
	rt rtTimer
	c  chan Time
	f  func()
}

func newTimer() *timer {
	t := &timer{c: make(chan Time, 1)}
	timerChan(t.c, &t.rt)
	return t
}

func (t *timer) start(d, period Duration) bool {
	return startTimer(&t.rt, after(d), int64(period), t.f, t.c, Local)
}

// stop says whether the timer was still to fire, or had and nobody saw it.
func (t *timer) stop() bool { return stopTimer(&t.rt) }

// A Timer sends the time on C, or calls a function, once.
type Timer struct {
	C <-chan Time
	t *timer
}

// NewTimer makes a Timer that fires after d.
func NewTimer(d Duration) *Timer {
	t := newTimer()
	t.start(d, 0)
	return &Timer{t.c, t}
}

// AfterFunc calls f in a goroutine of its own after d.
func AfterFunc(d Duration, f func()) *Timer {
	t := &timer{f: f}
	t.start(d, 0)
	return &Timer{nil, t}
}

// Stop keeps the timer from firing; false: it had fired or was stopped before.
func (t *Timer) Stop() bool {
	if t.t == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	return t.t.stop()
}

// Reset makes the timer fire after d from now; true: it had been active.
func (t *Timer) Reset(d Duration) bool {
	if t.t == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	return t.t.start(d, 0)
}

// After is NewTimer(d).C.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// A Ticker sends the time on C again and again.
type Ticker struct {
	C <-chan Time
	t *timer
}

// NewTicker makes a Ticker with period d.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	t := newTimer()
	t.start(d, d)
	return &Ticker{t.c, t}
}

// Stop ends the ticks; it does not close C.
func (t *Ticker) Stop() {
	if t.t != nil {
		t.t.stop()
	}
}

// Reset changes the period to d, counted from now.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.t == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	t.t.start(d, d)
}

// Tick is NewTicker(d).C, or nil when d <= 0.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
