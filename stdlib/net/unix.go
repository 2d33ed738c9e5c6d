package net

import (
	"context"
	"os"
	"sync"
	"syscall"
	"time"
)

// A UnixConn is a connection over a Unix socket.
type UnixConn struct{ conn }

// A UnixListener waits for connections over a Unix socket.
type UnixListener struct {
	listener
	path   string
	unlink bool
	once   sync.Once
}

func unixKind(net string) (int, error) {
	switch net {
	case "unix":
		return syscall.SOCK_STREAM, nil
	case "unixgram":
		return syscall.SOCK_DGRAM, nil
	case "unixpacket":
		return syscall.SOCK_SEQPACKET, nil
	}
	return 0, UnknownNetworkError(net)
}

func unixRequest(ctx context.Context, net string, laddr, raddr *UnixAddr) (*request, error) {
	kind, err := unixKind(net)
	if err != nil {
		return nil, err
	}
	r := &request{ctx: ctx, net: net, kind: kind}
	if laddr != nil && !laddr.isWildcard() {
		r.laddr = laddr
	}
	if raddr != nil && !raddr.isWildcard() {
		r.raddr = raddr
	}
	return r, nil
}

func (r *request) unix() (*netFD, error) {
	if !r.listens && r.raddr == nil && (r.kind != syscall.SOCK_DGRAM || r.laddr == nil) {
		return nil, errMissingAddress
	}
	return r.socket(syscall.AF_UNIX, false)
}

func dialUnix(ctx context.Context, net string, laddr, raddr *UnixAddr, deadline time.Time, c control) (*UnixConn, error) {
	r, err := unixRequest(ctx, net, laddr, raddr)
	if err != nil {
		return nil, err
	}
	r.deadline, r.control = deadline, c
	fd, err := r.unix()
	if err != nil {
		return nil, err
	}
	return &UnixConn{conn{fd}}, nil
}

func DialUnix(network string, laddr, raddr *UnixAddr) (*UnixConn, error) {
	c, err := dialUnix(context.Background(), network, laddr, raddr, time.Time{}, nil)
	if err != nil {
		return nil, &OpError{Op: "dial", Net: network, Source: orNil(laddr), Addr: orNil(raddr), Err: err}
	}
	return c, nil
}

func listenUnix(ctx context.Context, net string, laddr *UnixAddr, c control) (*netFD, error) {
	r, err := unixRequest(ctx, net, laddr, nil)
	if err != nil {
		return nil, err
	}
	r.listens, r.control = true, c
	return r.unix()
}

func ListenUnix(network string, laddr *UnixAddr) (*UnixListener, error) {
	var fd *netFD
	err := error(nil)
	switch {
	case network != "unix" && network != "unixpacket":
		err = UnknownNetworkError(network)
	case laddr == nil:
		err = errMissingAddress
	default:
		fd, err = listenUnix(context.Background(), network, laddr, nil)
	}
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Source: nil, Addr: orNil(laddr), Err: err}
	}
	return newUnixListener(fd), nil
}

func newUnixListener(fd *netFD) *UnixListener {
	return &UnixListener{listener: listener{fd}, path: fd.laddr.String(), unlink: true}
}

// ListenUnixgram makes a socket that receives messages on laddr.
func ListenUnixgram(network string, laddr *UnixAddr) (*UnixConn, error) {
	var fd *netFD
	err := error(nil)
	switch {
	case network != "unixgram":
		err = UnknownNetworkError(network)
	case laddr == nil:
		err = errMissingAddress
	default:
		fd, err = listenUnix(context.Background(), network, laddr, nil)
	}
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Source: nil, Addr: orNil(laddr), Err: err}
	}
	return &UnixConn{conn{fd}}, nil
}

func (l *UnixListener) AcceptUnix() (*UnixConn, error) {
	fd, err := l.accept()
	if err != nil {
		return nil, err
	}
	return &UnixConn{conn{fd}}, nil
}

func (l *UnixListener) Accept() (Conn, error) {
	c, err := l.AcceptUnix()
	if err != nil {
		return nil, err
	}
	return c, nil
}

// Close also removes the file of the socket, if ListenUnix made it.
func (l *UnixListener) Close() error {
	if !l.ok() {
		return syscall.EINVAL
	}
	l.once.Do(func() {
		if l.unlink && l.path != "" && l.path[0] != '@' {
			syscall.Unlink(l.path)
		}
	})
	return l.fail("close", l.fd.Close())
}

func (l *UnixListener) SetUnlinkOnClose(unlink bool)  { l.unlink = unlink }
func (l *UnixListener) Addr() Addr                    { return l.fd.laddr }
func (l *UnixListener) SetDeadline(t time.Time) error { return l.setDeadline(t) }
func (l *UnixListener) File() (*os.File, error)       { return l.file() }
func (l *UnixListener) SyscallConn() (syscall.RawConn, error) {
	if !l.ok() {
		return nil, syscall.EINVAL
	}
	return &rawConn{l.fd}, nil
}

func (c *UnixConn) CloseRead() error  { return c.shutdown(syscall.SHUT_RD) }
func (c *UnixConn) CloseWrite() error { return c.shutdown(syscall.SHUT_WR) }

// unixAddr is nil for a sender without a name.
func (c *UnixConn) unixAddr(sa syscall.Sockaddr) *UnixAddr {
	u, ok := sa.(*syscall.SockaddrUnix)
	if !ok || u.Name == "" {
		return nil
	}
	return &UnixAddr{Name: u.Name, Net: c.fd.net}
}

func (c *UnixConn) ReadFromUnix(b []byte) (int, *UnixAddr, error) {
	if !c.ok() {
		return 0, nil, syscall.EINVAL
	}
	n, sa, err := c.fd.readFrom(b)
	return n, c.unixAddr(sa), c.fail("read", err)
}

func (c *UnixConn) ReadFrom(b []byte) (int, Addr, error) {
	n, a, err := c.ReadFromUnix(b)
	return n, orNil(a), err
}

// ReadMsgUnix also gives what came beside the message, such as descriptors.
func (c *UnixConn) ReadMsgUnix(b, oob []byte) (n, oobn, flags int, addr *UnixAddr, err error) {
	if !c.ok() {
		return 0, 0, 0, nil, syscall.EINVAL
	}
	n, oobn, flags, sa, err := c.fd.readMsg(b, oob)
	return n, oobn, flags, c.unixAddr(sa), c.fail("read", err)
}

func (c *UnixConn) WriteToUnix(b []byte, addr *UnixAddr) (n int, err error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	var sa syscall.Sockaddr
	switch {
	case c.fd.connected:
		err = ErrWriteToConnected
	case addr == nil:
		err = errMissingAddress
	case addr.Net != c.fd.net:
		err = syscall.EAFNOSUPPORT
	default:
		sa, err = addr.sockaddr(c.fd.family)
	}
	if err == nil {
		n, err = c.fd.writeTo(b, sa)
	}
	return n, c.failTo(orNil(addr), err)
}

func (c *UnixConn) WriteTo(b []byte, addr Addr) (int, error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	a, ok := addr.(*UnixAddr)
	if !ok {
		return 0, c.failTo(addr, syscall.EINVAL)
	}
	return c.WriteToUnix(b, a)
}

// WriteMsgUnix also sends something beside the message; addr is nil when c is connected.
func (c *UnixConn) WriteMsgUnix(b, oob []byte, addr *UnixAddr) (n, oobn int, err error) {
	if !c.ok() {
		return 0, 0, syscall.EINVAL
	}
	var sa syscall.Sockaddr
	if addr != nil {
		sa, err = c.target(addr)
	}
	if err == nil {
		n, oobn, err = c.fd.writeMsg(b, oob, sa)
	}
	return n, oobn, c.failTo(orNil(addr), err)
}
