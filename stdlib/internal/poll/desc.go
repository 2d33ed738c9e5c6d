// Package poll has descriptors that wait in the runtime's poller (runtime/netpoll.c) in place of the system call.
package poll

import (
	"errors"
	"internal/oserror"
	"syscall"
	"time"
)

//go:linkname pollOpen runtime.pollOpen
func pollOpen(fd int) (pd uintptr, errno syscall.Errno)

//go:linkname pollClose runtime.pollClose
func pollClose(pd uintptr)

//go:linkname pollReset runtime.pollReset
func pollReset(pd uintptr, mode int) int

//go:linkname pollWait runtime.pollWait
func pollWait(pd uintptr, mode int) int

//go:linkname pollSetDeadline runtime.pollSetDeadline
func pollSetDeadline(pd uintptr, when int64, mode int)

//go:linkname pollUnblock runtime.pollUnblock
func pollUnblock(pd uintptr)

//go:linkname nanotime runtime.nanotime
func nanotime() int64

type errNetClosing struct{}

func (errNetClosing) Error() string   { return "use of closed network connection" }
func (errNetClosing) Timeout() bool   { return false }
func (errNetClosing) Temporary() bool { return false }
func (errNetClosing) Is(err error) bool {
	return err == oserror.ErrClosed
}

// A DeadlineExceededError is the error of an operation whose deadline is over.
type DeadlineExceededError struct{}

func (*DeadlineExceededError) Error() string   { return "i/o timeout" }
func (*DeadlineExceededError) Timeout() bool   { return true }
func (*DeadlineExceededError) Temporary() bool { return true }

var (
	ErrNetClosing       error = errNetClosing{}
	ErrFileClosing            = errors.New("use of closed file")
	ErrNoDeadline             = errors.New("file type does not support deadline")
	ErrNotPollable            = errors.New("not pollable")
	ErrDeadlineExceeded error = &DeadlineExceededError{}
)

const (
	reading = 'r'
	writing = 'w'
)

// problem is what pollReset and pollWait found.
func problem(code int, isFile bool) error {
	switch {
	case code == 0:
		return nil
	case code == 1 && isFile:
		return ErrFileClosing
	case code == 1:
		return ErrNetClosing
	case code == 2:
		return ErrDeadlineExceeded
	}
	return ErrNotPollable
}

func (fd *FD) prepare(mode int) error {
	if fd.pd == 0 {
		return nil
	}
	return problem(pollReset(fd.pd, mode), fd.isFile)
}

// wait waits for news; the caller tries again after that.
func (fd *FD) wait(mode int) error {
	if fd.pd == 0 {
		panic("waiting for unsupported file type")
	}
	return problem(pollWait(fd.pd, mode), fd.isFile)
}

func (fd *FD) setDeadline(t time.Time, mode int) error {
	var when int64
	if !t.IsZero() {
		when = -1
		if d := time.Until(t); d > 0 {
			if when = nanotime() + int64(d); when < 0 {
				when = 1<<63 - 1
			}
		}
	}
	if !fd.mu.use() {
		return fd.closed()
	}
	if fd.pd == 0 {
		fd.leave()
		return ErrNoDeadline
	}
	pollSetDeadline(fd.pd, when, mode)
	fd.leave()
	return nil
}

func (fd *FD) SetDeadline(t time.Time) error      { return fd.setDeadline(t, reading+writing) }
func (fd *FD) SetReadDeadline(t time.Time) error  { return fd.setDeadline(t, reading) }
func (fd *FD) SetWriteDeadline(t time.Time) error { return fd.setDeadline(t, writing) }
