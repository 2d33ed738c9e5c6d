package iter

import "runtime"

// A coroutine runs an iterator in a goroutine of its own that never runs at the same time as its caller: control goes to and
// fro over two channels.
type coroutine struct {
	resume          chan bool // true: go on, false: stop
	back            chan struct{}
	started, done   bool
	running         bool
	panicked, exits bool
	p               any
}

// step lets the iterator run until it yields or ends. body is called once, in the goroutine.
func (c *coroutine) step(goOn bool, body func()) {
	if c.running {
		panic("iter.Pull: next called again before yield")
	}
	c.running = true
	if !c.started {
		c.started = true
		c.resume, c.back = make(chan bool), make(chan struct{})
		go c.run(body)
	} else {
		c.resume <- goOn
	}
	<-c.back
	c.running = false
	if c.panicked {
		c.panicked = false
		panic(c.p)
	}
	if c.done && c.exits {
		c.exits = false
		runtime.Goexit()
	}
}

func (c *coroutine) run(body func()) {
	c.exits = true // unless it returns or panics
	defer func() {
		if c.exits {
			if p := recover(); p != nil {
				c.p, c.panicked, c.exits = p, true, false
			}
		}
		c.done = true
		c.back <- struct{}{}
	}()
	body()
	c.exits = false
}

// yield gives control back to the caller; the result says whether to go on.
func (c *coroutine) yield() bool {
	c.back <- struct{}{}
	return <-c.resume
}

// Pull turns a push iterator into two functions: next gives the values one by one, stop ends early.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	var c coroutine
	var v V
	var ok bool
	body := func() {
		seq(func(x V) bool {
			v, ok = x, true
			return c.yield()
		})
	}
	next = func() (V, bool) {
		var zero V
		if c.done {
			return zero, false
		}
		v, ok = zero, false
		c.step(true, body)
		return v, ok
	}
	stop = func() {
		if !c.started {
			c.done = true
		}
		if !c.done {
			c.step(false, body)
			c.done = true
		}
	}
	return next, stop
}

// Pull2 is Pull for pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	type pair struct {
		k K
		v V
	}
	one, stop := Pull(func(yield func(pair) bool) {
		seq(func(k K, v V) bool { return yield(pair{k, v}) })
	})
	return func() (K, V, bool) {
		p, ok := one()
		return p.k, p.v, ok
	}, stop
}
