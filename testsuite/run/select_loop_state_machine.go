// A state machine over channels: functions as states, cancellation, timeouts by hand, request and reply in fixed order.
package main

import "fmt"

type state func(*machine) state
type req struct {
	op   string
	arg  int
	back chan result
}
type result struct {
	v   int
	err error
}
type machine struct {
	in    chan req
	stop  chan struct{}
	stack []int
	log   []string
	done  chan struct{}
}

func idle(m *machine) state {
	select {
	case r := <-m.in:
		switch r.op {
		case "push":
			m.stack = append(m.stack, r.arg)
			r.back <- result{len(m.stack), nil}
			return idle
		case "batch":
			m.log = append(m.log, "batch")
			r.back <- result{}
			return batch(r.arg)
		case "pop":
			return pop(r)
		}
		r.back <- result{0, fmt.Errorf("unknown %q", r.op)}
		return idle
	case <-m.stop:
		return stopped
	}
}

func pop(r req) state {
	return func(m *machine) state {
		if len(m.stack) == 0 {
			r.back <- result{-1, fmt.Errorf("empty")}
			return idle
		}
		v := m.stack[len(m.stack)-1]
		m.stack = m.stack[:len(m.stack)-1]
		r.back <- result{v, nil}
		return idle
	}
}

func batch(n int) state {
	var self state
	sum := 0
	self = func(m *machine) state {
		if n == 0 {
			m.stack = append(m.stack, sum)
			m.log = append(m.log, fmt.Sprint("sum ", sum))
			return idle
		}
		select {
		case r := <-m.in:
			n--
			sum += r.arg
			r.back <- result{n, nil}
			return self
		case <-m.stop:
			m.log = append(m.log, fmt.Sprint("cut at ", n))
			return stopped
		}
	}
	return self
}

func stopped(m *machine) state { m.log = append(m.log, "stopped"); return nil }

func start() *machine {
	m := &machine{in: make(chan req), stop: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(m.done)
		for s := state(idle); s != nil; s = s(m) {
		}
	}()
	return m
}

func (m *machine) call(op string, arg int) (int, error) {
	back := make(chan result)
	select {
	case m.in <- req{op, arg, back}:
		r := <-back
		return r.v, r.err
	case <-m.done:
		return 0, fmt.Errorf("machine is gone")
	}
}

func main() {
	m := start()
	for _, c := range []struct {
		op  string
		arg int
	}{{"push", 4}, {"push", 5}, {"pop", 0}, {"batch", 3}, {"", 10}, {"", 20}, {"", 30}, {"pop", 0}, {"pop", 0}, {"pop", 0}, {"jump", 0}, {"batch", 2}, {"", 1}} {
		v, err := m.call(c.op, c.arg)
		fmt.Print(v, " ", err, "; ")
	}
	close(m.stop)
	<-m.done
	fmt.Println(m.log, m.stack)
	fmt.Println(m.call("push", 1))
	k := start()
	close(k.stop)
	<-k.done
	fmt.Println(k.log)
}
