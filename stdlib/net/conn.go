package net

import (
	"io"
	"os"
	"syscall"
	"time"
)

// conn has what connections of all kinds do alike.
type conn struct{ fd *netFD }

func (c *conn) ok() bool { return c != nil && c.fd != nil }

// fail wraps an error of an operation between two ends.
func (c *conn) fail(op string, err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	return &OpError{Op: op, Net: c.fd.net, Source: c.fd.laddr, Addr: c.fd.raddr, Err: err}
}

// failed wraps an error of setting something.
func (c *conn) failed(op string, err error) error {
	if err == nil {
		return nil
	}
	return &OpError{Op: op, Net: c.fd.net, Source: nil, Addr: c.fd.laddr, Err: err}
}

func (c *conn) Read(b []byte) (int, error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	n, err := c.fd.Read(b)
	return n, c.fail("read", err)
}

func (c *conn) Write(b []byte) (int, error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	n, err := c.fd.Write(b)
	return n, c.fail("write", err)
}

func (c *conn) Close() error {
	if !c.ok() {
		return syscall.EINVAL
	}
	return c.fail("close", c.fd.Close())
}

func (c *conn) LocalAddr() Addr {
	if !c.ok() {
		return nil
	}
	return c.fd.laddr
}

func (c *conn) RemoteAddr() Addr {
	if !c.ok() {
		return nil
	}
	return c.fd.raddr
}

func (c *conn) SetDeadline(t time.Time) error {
	if !c.ok() {
		return syscall.EINVAL
	}
	return c.failed("set", c.fd.pfd.SetDeadline(t))
}

func (c *conn) SetReadDeadline(t time.Time) error {
	if !c.ok() {
		return syscall.EINVAL
	}
	return c.failed("set", c.fd.pfd.SetReadDeadline(t))
}

func (c *conn) SetWriteDeadline(t time.Time) error {
	if !c.ok() {
		return syscall.EINVAL
	}
	return c.failed("set", c.fd.pfd.SetWriteDeadline(t))
}

func (c *conn) set(level, name, value int) error {
	if !c.ok() {
		return syscall.EINVAL
	}
	return c.failed("set", c.fd.setInt(level, name, value))
}

func (c *conn) SetReadBuffer(bytes int) error {
	return c.set(syscall.SOL_SOCKET, syscall.SO_RCVBUF, bytes)
}

func (c *conn) SetWriteBuffer(bytes int) error {
	return c.set(syscall.SOL_SOCKET, syscall.SO_SNDBUF, bytes)
}

// File gives a copy of the connection's descriptor.
func (c *conn) File() (f *os.File, err error) {
	if !c.ok() {
		return nil, syscall.EINVAL
	}
	f, err = c.fd.dup()
	return f, c.fail("file", err)
}

// SyscallConn gives access to the descriptor.
func (c *conn) SyscallConn() (syscall.RawConn, error) {
	if !c.ok() {
		return nil, syscall.EINVAL
	}
	return &rawConn{c.fd}, nil
}

func (c *conn) shutdown(how int) error {
	if !c.ok() {
		return syscall.EINVAL
	}
	return c.fail("close", c.fd.shutdown(how))
}

// listener has what listeners do alike.
type listener struct{ fd *netFD }

func (l *listener) ok() bool { return l != nil && l.fd != nil }

func (l *listener) fail(op string, err error) error {
	if err == nil {
		return nil
	}
	return &OpError{Op: op, Net: l.fd.net, Source: nil, Addr: l.fd.laddr, Err: err}
}

func (l *listener) accept() (*netFD, error) {
	if !l.ok() {
		return nil, syscall.EINVAL
	}
	fd, err := l.fd.accept()
	return fd, l.fail("accept", err)
}

func (l *listener) setDeadline(t time.Time) error {
	if !l.ok() {
		return syscall.EINVAL
	}
	return l.fd.pfd.SetDeadline(t)
}

func (l *listener) file() (f *os.File, err error) {
	if !l.ok() {
		return nil, syscall.EINVAL
	}
	f, err = l.fd.dup()
	return f, l.fail("file", err)
}
