// Package signal gives programs the signals that come from outside.
package signal

import (
	"context"
	"os"
	"slices"
	"sync"
	"syscall"
)

// The runtime's part is runtime/sigqueue.c.
func signal_enable(sig uint32)
func signal_disable(sig uint32)
func signal_ignore(sig uint32)
func signal_ignored(sig uint32) bool
func signal_recv() uint32
func signalWaitUntilIdle()

const numSig = 65

// A set has a bit for each signal; bit 0 stands for 64.
type set uint64

func bit(n int) set { return 1 << (n & 63) }

type handler struct {
	c    chan<- os.Signal
	want set
}

var (
	mu       sync.Mutex
	handlers []*handler
	stopping []*handler // taken off, but something may still be on its way to them
	users    [numSig]int
	watching sync.Once
)

func number(sig os.Signal) int {
	s, ok := sig.(syscall.Signal)
	if !ok || s <= 0 || s >= numSig {
		return -1
	}
	return int(s)
}

// each calls f for every signal of the list, or for all when it is empty.
func each(sigs []os.Signal, f func(n int)) {
	if len(sigs) == 0 {
		for n := 1; n < numSig; n++ {
			f(n)
		}
	}
	for _, s := range sigs {
		if n := number(s); n > 0 {
			f(n)
		}
	}
}

func find(c chan<- os.Signal) *handler {
	for _, h := range handlers {
		if h.c == c {
			return h
		}
	}
	return nil
}

func loop() {
	for {
		process(int(signal_recv()))
	}
}

// process gives signal n to the channels that want it and have room.
func process(n int) {
	mu.Lock()
	defer mu.Unlock()
	for _, list := range [][]*handler{handlers, stopping} {
		for _, h := range list {
			if h.want&bit(n) == 0 {
				continue
			}
			select {
			case h.c <- syscall.Signal(n):
			default:
			}
		}
	}
}

// drop takes a signal away from h.
func drop(h *handler, n int) {
	if h.want&bit(n) == 0 {
		return
	}
	h.want &^= bit(n)
	if users[n]--; users[n] == 0 {
		signal_disable(uint32(n))
	}
}

// cancel takes signals away from all channels; then action is done for each.
func cancel(sigs []os.Signal, action func(uint32)) {
	mu.Lock()
	defer mu.Unlock()
	each(sigs, func(n int) {
		for _, h := range handlers {
			h.want &^= bit(n)
		}
		users[n] = 0
		action(uint32(n))
	})
	handlers = slices.DeleteFunc(handlers, func(h *handler) bool { return h.want == 0 })
}

// Ignore makes the program not take the signals, all if there is none in the list.
func Ignore(sig ...os.Signal) { cancel(sig, signal_ignore) }

// Reset undoes Notify for the signals, or for all. What is ignored stays so until Notify.
func Reset(sig ...os.Signal) { cancel(sig, signal_disable) }

// Ignored says whether the signal is ignored.
func Ignored(sig os.Signal) bool {
	n := number(sig)
	return n >= 0 && signal_ignored(uint32(n))
}

// Notify has the signals, or all of them, sent to c. It does not wait for room in c.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	mu.Lock()
	defer mu.Unlock()
	h := find(c)
	if h == nil {
		h = &handler{c: c}
		handlers = append(handlers, h)
	}
	each(sig, func(n int) {
		if h.want&bit(n) != 0 {
			return
		}
		h.want |= bit(n)
		if users[n]++; users[n] == 1 {
			signal_enable(uint32(n))
			watching.Do(func() { go loop() })
		}
	})
}

// Stop ends what Notify began for c: nothing is sent there after it has returned.
func Stop(c chan<- os.Signal) {
	mu.Lock()
	h := find(c)
	if h == nil {
		mu.Unlock()
		return
	}
	want := h.want
	each(nil, func(n int) { drop(h, n) })
	h.want = want
	is := func(x *handler) bool { return x == h }
	handlers = slices.DeleteFunc(handlers, is)
	stopping = append(stopping, h)
	mu.Unlock()
	signalWaitUntilIdle()
	mu.Lock()
	stopping = slices.DeleteFunc(stopping, is)
	mu.Unlock()
}

// NotifyContext gives a context that is done when one of the signals comes, stop is called, or parent is done.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(parent)
	c := &signalCtx{Context: ctx, cancel: cancel, signals: signals, ch: make(chan os.Signal, 1)}
	Notify(c.ch, signals...)
	if ctx.Err() == nil {
		go func() {
			select {
			case s := <-c.ch:
				c.cancel(signalError(s.String() + " signal received"))
			case <-c.Done():
			}
		}()
	}
	return c, c.stop
}

type signalError string

func (e signalError) Error() string        { return string(e) }
func (e signalError) Is(target error) bool { return target == context.Canceled }

type signalCtx struct {
	context.Context
	cancel  context.CancelCauseFunc
	signals []os.Signal
	ch      chan os.Signal
}

func (c *signalCtx) stop() {
	c.cancel(nil)
	Stop(c.ch)
}

func (c *signalCtx) String() string {
	text := "signal.NotifyContext("
	if s, ok := c.Context.(interface{ String() string }); ok {
		name := s.String()
		if n := len(name) - len(".WithCancel"); n > 0 && name[n:] == ".WithCancel" {
			name = name[:n]
		}
		text += name
	}
	if len(c.signals) > 0 {
		text += ", ["
		for i, s := range c.signals {
			if i > 0 {
				text += " "
			}
			text += s.String()
		}
		text += "]"
	}
	return text + ")"
}
