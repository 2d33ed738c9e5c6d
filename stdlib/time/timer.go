package time

import "unsafe"

// rtTimer is the runtime's timer (runtime/time.c).
type rtTimer struct {
	when, period int64
	f            uintptr
	arg          unsafe.Pointer
	index        int64
	seq          uint64
}

//go:linkname startTimer runtime.starttimer
func startTimer(t *rtTimer, when, period int64, fn func())

//go:linkname stopTimer runtime.stoptimer
func stopTimer(t *rtTimer) bool

func after(d Duration) int64 {
	if d < 0 {
		d = 0
	}
	return nanotime() + int64(d)
}

// timer is what Timer and Ticker have in common. gen counts starts and stops: a tick of an earlier one does nothing.
type timer struct {
	rt  rtTimer
	gen int
	c   chan Time
	f   func()
}

func (t *timer) start(d, period Duration) {
	t.gen++
	gen := t.gen
	startTimer(&t.rt, after(d), int64(period), func() {
		if t.gen != gen {
			return
		}
		if t.f != nil {
			t.f()
			return
		}
		select {
		case t.c <- Now():
		default:
		}
	})
}

// stop says whether the timer was still to fire, or had and nobody saw it.
func (t *timer) stop() bool {
	t.gen++
	active := stopTimer(&t.rt)
	select {
	case <-t.c:
		active = true
	default:
	}
	return active
}

// A Timer sends the time on C, or calls a function, once.
type Timer struct {
	C <-chan Time
	t *timer
}

// NewTimer makes a Timer that fires after d.
func NewTimer(d Duration) *Timer {
	t := &timer{c: make(chan Time, 1)}
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
	active := t.t.stop()
	t.t.start(d, 0)
	return active
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
	t := &timer{c: make(chan Time, 1)}
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
	t.t.stop()
	t.t.start(d, d)
}

// Tick is NewTicker(d).C, or nil when d <= 0.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
