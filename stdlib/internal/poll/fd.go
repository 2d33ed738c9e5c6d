package poll

import (
	"io"
	"sync/atomic"
	"syscall"
)

// An FD is a descriptor. Its users are counted, so that the number is not given to something else while an operation runs.
type FD struct {
	mu            fdMutex
	Sysfd         int
	pd            uintptr // 0: not in the poller
	csema         uint32  // Close of a descriptor in blocking mode waits for the end of others' operations
	blocking      atomic.Bool
	isFile        bool
	IsStream      bool // no messages with bounds
	ZeroReadIsEOF bool
}

// Init makes fd ready for use. net is "file" for those of package os. With pollable fd.Sysfd must not block.
func (fd *FD) Init(net string, pollable bool) error {
	fd.isFile = net == "file"
	if !pollable {
		fd.blocking.Store(true)
		return nil
	}
	pd, errno := pollOpen(fd.Sysfd)
	if errno != 0 {
		fd.blocking.Store(fd.isFile)
		return errno
	}
	fd.pd = pd
	return nil
}

func (fd *FD) closed() error {
	if fd.isFile {
		return ErrFileClosing
	}
	return ErrNetClosing
}

func (fd *FD) destroy() error {
	if fd.pd != 0 {
		pollClose(fd.pd)
		fd.pd = 0
	}
	err := syscall.Close(fd.Sysfd)
	fd.Sysfd = -1
	semrelease(&fd.csema, false, 0)
	return err
}

func (fd *FD) leave() error {
	if fd.mu.leave() {
		return fd.destroy()
	}
	return nil
}

func (fd *FD) unlock(read bool) {
	if fd.mu.unlock(read) {
		fd.destroy()
	}
}

// Close wakes who waits; the descriptor itself is closed by its last user.
func (fd *FD) Close() error {
	if !fd.mu.close() {
		return fd.closed()
	}
	if fd.pd != 0 {
		pollUnblock(fd.pd)
	}
	err := fd.leave()
	if !fd.blocking.Load() {
		semacquire(&fd.csema)
	}
	return err
}

// SetBlocking puts the descriptor into blocking mode; deadlines do not hold any more.
func (fd *FD) SetBlocking() error {
	if !fd.mu.use() {
		return fd.closed()
	}
	fd.blocking.Store(true)
	err := syscall.SetNonblock(fd.Sysfd, false)
	fd.leave()
	return err
}

// attempt calls f until it does not say EAGAIN or EINTR; it waits in between.
func (fd *FD) attempt(mode int, f func(fd int) error) error {
	for {
		err := f(fd.Sysfd)
		if err == syscall.EINTR {
			continue
		}
		if err == syscall.EAGAIN && fd.pd != 0 {
			if err = fd.wait(mode); err == nil {
				continue
			}
		}
		return err
	}
}

// locked does an operation, with the descriptor locked for reading or writing.
func (fd *FD) locked(mode int, f func(fd int) error) error {
	if !fd.mu.lock(mode == reading) {
		return fd.closed()
	}
	err := fd.prepare(mode)
	if err == nil {
		err = fd.attempt(mode, f)
	}
	fd.unlock(mode == reading)
	return err
}

// most is what one system call moves: more is refused by some systems for files.
const most = 1 << 30

func (fd *FD) Read(p []byte) (n int, err error) {
	if !fd.mu.lock(true) {
		return 0, fd.closed()
	}
	if len(p) == 0 {
		fd.unlock(true)
		return 0, nil
	}
	if err = fd.prepare(reading); err == nil {
		n, err = fd.read(p[:min(len(p), most)])
	}
	fd.unlock(true)
	return n, err
}

func (fd *FD) read(p []byte) (int, error) {
	for {
		n, err := syscall.Read(fd.Sysfd, p)
		if err == nil {
			if n == 0 && fd.ZeroReadIsEOF {
				err = io.EOF
			}
			return n, err
		}
		if err == syscall.EAGAIN && fd.pd != 0 {
			err = fd.wait(reading)
		} else if err == syscall.EINTR {
			continue
		}
		if err != nil {
			return 0, err
		}
	}
}

func (fd *FD) Write(p []byte) (n int, err error) {
	if !fd.mu.lock(false) {
		return 0, fd.closed()
	}
	if err = fd.prepare(writing); err == nil {
		n, err = fd.write(p)
	}
	fd.unlock(false)
	return n, err
}

func (fd *FD) write(p []byte) (done int, err error) {
	for {
		end := len(p)
		if fd.IsStream {
			end = min(end, done+most)
		}
		n, err := syscall.Write(fd.Sysfd, p[done:end])
		if n > 0 {
			done += n
		}
		if done == len(p) {
			return done, err
		}
		if err == syscall.EAGAIN && fd.pd != 0 {
			if err = fd.wait(writing); err == nil {
				continue
			}
		}
		if err == syscall.EINTR {
			continue
		}
		if err != nil {
			return done, err
		}
		if n == 0 {
			return done, io.ErrUnexpectedEOF
		}
	}
}

// ReadFrom receives a message.
func (fd *FD) ReadFrom(p []byte) (n int, from syscall.Sockaddr, err error) {
	err = fd.locked(reading, func(s int) (err error) {
		n, from, err = syscall.Recvfrom(s, p, 0)
		return err
	})
	return max(n, 0), from, err
}

// WriteTo sends a message.
func (fd *FD) WriteTo(p []byte, to syscall.Sockaddr) (n int, err error) {
	err = fd.locked(writing, func(s int) error { return syscall.Sendto(s, p, 0, to) })
	if err != nil {
		return 0, err
	}
	return len(p), nil
}

// ReadMsg receives a message and what comes beside it.
func (fd *FD) ReadMsg(p, oob []byte, flags int) (n, oobn, rflags int, from syscall.Sockaddr, err error) {
	err = fd.locked(reading, func(s int) (err error) {
		n, oobn, rflags, from, err = syscall.Recvmsg(s, p, oob, flags)
		return err
	})
	return max(n, 0), oobn, rflags, from, err
}

// WriteMsg sends a message and what goes beside it.
func (fd *FD) WriteMsg(p, oob []byte, to syscall.Sockaddr) (n, oobn int, err error) {
	err = fd.locked(writing, func(s int) (err error) {
		n, err = syscall.SendmsgN(s, p, oob, to, 0)
		return err
	})
	if err != nil {
		return max(n, 0), 0, err
	}
	return n, len(oob), nil
}

// Accept gives the descriptor of the next connection, which does not block. call names the system call that failed.
func (fd *FD) Accept() (s int, from syscall.Sockaddr, call string, err error) {
	err = fd.locked(reading, func(l int) (err error) {
		for {
			s, from, err = syscall.Accept4(l, syscall.SOCK_NONBLOCK|syscall.SOCK_CLOEXEC)
			if err != syscall.ECONNABORTED {
				return err
			}
		}
	})
	if _, ok := err.(syscall.Errno); ok {
		call = "accept4"
	}
	if err != nil {
		s = -1
	}
	return s, from, call, err
}

// WaitWrite waits until the descriptor takes data: a connection is there, or has failed.
func (fd *FD) WaitWrite() error { return fd.wait(writing) }

// use does an operation that does not wait.
func (fd *FD) use(f func(fd int) error) error {
	if !fd.mu.use() {
		return fd.closed()
	}
	err := f(fd.Sysfd)
	fd.leave()
	return err
}

func (fd *FD) Shutdown(how int) error {
	return fd.use(func(s int) error { return syscall.Shutdown(s, how) })
}

func (fd *FD) SetsockoptInt(level, name, value int) error {
	return fd.use(func(s int) error { return syscall.SetsockoptInt(s, level, name, value) })
}

func (fd *FD) SetsockoptLinger(level, name int, l *syscall.Linger) error {
	return fd.use(func(s int) error { return syscall.SetsockoptLinger(s, level, name, l) })
}

//go:linkname fcntl syscall.fcntl
func fcntl(fd int, cmd, arg int) (int, error)

// Dup gives another descriptor for the same thing.
func (fd *FD) Dup() (s int, err error) {
	err = fd.use(func(s0 int) (err error) {
		s, err = fcntl(s0, syscall.F_DUPFD_CLOEXEC, 0)
		return err
	})
	return s, err
}

// RawControl calls f with the descriptor.
func (fd *FD) RawControl(f func(uintptr)) error {
	return fd.use(func(s int) error {
		f(uintptr(s))
		return nil
	})
}

func (fd *FD) raw(mode int, f func(uintptr) bool) error {
	return fd.locked(mode, func(s int) error {
		if f(uintptr(s)) {
			return nil
		}
		return syscall.EAGAIN
	})
}

// RawRead calls f until it says true, and waits for news in between.
func (fd *FD) RawRead(f func(uintptr) bool) error  { return fd.raw(reading, f) }
func (fd *FD) RawWrite(f func(uintptr) bool) error { return fd.raw(writing, f) }
