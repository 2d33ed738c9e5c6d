package net

import (
	"io"
	"os"
	"sync"
	"time"
)

// limit is a deadline of one direction: its channel is closed when it is over.
type limit struct {
	mu    sync.Mutex
	timer *time.Timer
	over  chan struct{}
}

func (l *limit) wait() chan struct{} {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.over == nil {
		l.over = make(chan struct{})
	}
	return l.over
}

func isClosed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// set changes the deadline for those, too, who wait already.
func (l *limit) set(t time.Time) {
	l.wait()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.timer != nil && !l.timer.Stop() {
		<-l.over // it is closing it
	}
	l.timer = nil
	d := time.Until(t)
	late := isClosed(l.over)
	if late && (t.IsZero() || d > 0) {
		l.over = make(chan struct{})
	}
	c := l.over
	switch {
	case t.IsZero():
	case d > 0:
		l.timer = time.AfterFunc(d, func() { close(c) })
	case !late:
		close(c)
	}
}

type pipeAddr struct{}

func (pipeAddr) Network() string { return "pipe" }
func (pipeAddr) String() string  { return "pipe" }

// half is one direction: the writer gives its bytes and is told how many were taken.
type half struct {
	data  chan []byte
	taken chan int
}

type pipe struct {
	writing      sync.Mutex // one Write at a time
	in, out      *half
	once         sync.Once
	done, remote chan struct{}
	read, write  limit
}

// Pipe makes two ends of a connection within the program; a Write ends when its bytes were read.
func Pipe() (Conn, Conn) {
	ab, ba := &half{make(chan []byte), make(chan int)}, &half{make(chan []byte), make(chan int)}
	a := &pipe{in: ba, out: ab, done: make(chan struct{}), remote: make(chan struct{})}
	b := &pipe{in: ab, out: ba, done: a.remote, remote: a.done}
	return a, b
}

func (*pipe) LocalAddr() Addr  { return pipeAddr{} }
func (*pipe) RemoteAddr() Addr { return pipeAddr{} }

func pipeError(op string, err error) error {
	if err == nil || err == io.EOF || err == io.ErrClosedPipe {
		return err
	}
	return &OpError{Op: op, Net: "pipe", Err: err}
}

func (p *pipe) Read(b []byte) (int, error) {
	n, err := p.receive(b)
	return n, pipeError("read", err)
}

func (p *pipe) receive(b []byte) (int, error) {
	over := p.read.wait()
	switch {
	case isClosed(p.done):
		return 0, io.ErrClosedPipe
	case isClosed(p.remote):
		return 0, io.EOF
	case isClosed(over):
		return 0, os.ErrDeadlineExceeded
	}
	select {
	case data := <-p.in.data:
		n := copy(b, data)
		p.in.taken <- n
		return n, nil
	case <-p.done:
		return 0, io.ErrClosedPipe
	case <-p.remote:
		return 0, io.EOF
	case <-over:
		return 0, os.ErrDeadlineExceeded
	}
}

func (p *pipe) Write(b []byte) (int, error) {
	n, err := p.send(b)
	return n, pipeError("write", err)
}

func (p *pipe) send(b []byte) (n int, err error) {
	over := p.write.wait()
	switch {
	case isClosed(p.done), isClosed(p.remote):
		return 0, io.ErrClosedPipe
	case isClosed(over):
		return 0, os.ErrDeadlineExceeded
	}
	p.writing.Lock()
	defer p.writing.Unlock()
	for first := true; first || len(b) > 0; first = false {
		select {
		case p.out.data <- b:
			k := <-p.out.taken
			b = b[k:]
			n += k
		case <-p.done:
			return n, io.ErrClosedPipe
		case <-p.remote:
			return n, io.ErrClosedPipe
		case <-over:
			return n, os.ErrDeadlineExceeded
		}
	}
	return n, nil
}

func (p *pipe) setLimits(t time.Time, list ...*limit) error {
	if isClosed(p.done) || isClosed(p.remote) {
		return io.ErrClosedPipe
	}
	for _, l := range list {
		l.set(t)
	}
	return nil
}

func (p *pipe) SetDeadline(t time.Time) error      { return p.setLimits(t, &p.read, &p.write) }
func (p *pipe) SetReadDeadline(t time.Time) error  { return p.setLimits(t, &p.read) }
func (p *pipe) SetWriteDeadline(t time.Time) error { return p.setLimits(t, &p.write) }

func (p *pipe) Close() error {
	p.once.Do(func() { close(p.done) })
	return nil
}
