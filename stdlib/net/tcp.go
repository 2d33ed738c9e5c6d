package net

import (
	"context"
	"io"
	"net/netip"
	"os"
	"syscall"
	"time"
)

// KeepAliveConfig says when a silent peer is asked whether it is still there. 0: the usual; negative: as the system has it.
type KeepAliveConfig struct {
	Enable         bool
	Idle, Interval time.Duration
	Count          int
}

const (
	defaultKeepAlive = 15 * time.Second
	defaultProbes    = 9
)

// A TCPConn is a connection of TCP.
type TCPConn struct{ conn }

// A TCPListener waits for connections of TCP.
type TCPListener struct {
	listener
	keepAlive time.Duration
	config    KeepAliveConfig
}

func newTCPConn(fd *netFD, keepAlive time.Duration, config KeepAliveConfig) *TCPConn {
	fd.pfd.SetsockoptInt(syscall.IPPROTO_TCP, syscall.TCP_NODELAY, 1)
	if keepAlive >= 0 && !config.Enable {
		config = KeepAliveConfig{Enable: true, Idle: keepAlive}
	}
	c := &TCPConn{conn{fd}}
	if config.Enable {
		c.SetKeepAliveConfig(config)
	}
	return c
}

func tcpRequest(ctx context.Context, net string, laddr, raddr *TCPAddr) *request {
	r := &request{ctx: ctx, net: net, kind: syscall.SOCK_STREAM}
	if laddr != nil {
		r.laddr = laddr
	}
	if raddr != nil {
		r.raddr = raddr
	}
	return r
}

// selfConnected: a socket that asks a free port of its own may get an answer from itself.
func selfConnected(fd *netFD) bool {
	l, ok := fd.laddr.(*TCPAddr)
	r, ok2 := fd.raddr.(*TCPAddr)
	return ok && ok2 && l.Port == r.Port && l.IP.Equal(r.IP)
}

func (r *request) tcp() (*netFD, error) {
	for try := 0; ; try++ {
		fd, err := r.internet()
		l, _ := r.laddr.(*TCPAddr)
		again := err == nil && selfConnected(fd)
		if e, ok := err.(*os.SyscallError); ok && e.Err == syscall.EADDRNOTAVAIL {
			again = true
		}
		if try >= 2 || !again || l != nil && l.Port != 0 {
			return fd, err
		}
		if err == nil {
			fd.Close()
		}
	}
}

// DialTCP connects from laddr, or anywhere if it is nil, to raddr.
func DialTCP(network string, laddr, raddr *TCPAddr) (*TCPConn, error) {
	err := tcpNetwork(network)
	if err == nil && raddr == nil {
		err = errMissingAddress
	}
	var fd *netFD
	if err == nil {
		fd, err = tcpRequest(context.Background(), network, laddr, raddr).tcp()
	}
	if err != nil {
		return nil, &OpError{Op: "dial", Net: network, Source: orNil(laddr), Addr: orNil(raddr), Err: err}
	}
	return newTCPConn(fd, 0, KeepAliveConfig{}), nil
}

func tcpNetwork(network string) error {
	switch network {
	case "tcp", "tcp4", "tcp6":
		return nil
	}
	return UnknownNetworkError(network)
}

// orNil is an Addr that is nil when the pointer is.
func orNil[T any, P interface {
	*T
	Addr
}](a P) Addr {
	if a == nil {
		return nil
	}
	return a
}

// ListenTCP listens on laddr, or on any free port if it is nil.
func ListenTCP(network string, laddr *TCPAddr) (*TCPListener, error) {
	err := tcpNetwork(network)
	if laddr == nil && err == nil {
		laddr = &TCPAddr{}
	}
	var fd *netFD
	if err == nil {
		r := tcpRequest(context.Background(), network, laddr, nil)
		r.listens = true
		fd, err = r.internet()
	}
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Source: nil, Addr: orNil(laddr), Err: err}
	}
	return &TCPListener{listener: listener{fd}}, nil
}

func (l *TCPListener) AcceptTCP() (*TCPConn, error) {
	fd, err := l.accept()
	if err != nil {
		return nil, err
	}
	return newTCPConn(fd, l.keepAlive, l.config), nil
}

func (l *TCPListener) Accept() (Conn, error) {
	c, err := l.AcceptTCP()
	if err != nil {
		return nil, err
	}
	return c, nil
}

func (l *TCPListener) Close() error {
	if !l.ok() {
		return syscall.EINVAL
	}
	return l.fail("close", l.fd.Close())
}

func (l *TCPListener) Addr() Addr                    { return l.fd.laddr }
func (l *TCPListener) SetDeadline(t time.Time) error { return l.setDeadline(t) }
func (l *TCPListener) File() (*os.File, error)       { return l.file() }
func (l *TCPListener) SyscallConn() (syscall.RawConn, error) {
	if !l.ok() {
		return nil, syscall.EINVAL
	}
	return &rawConn{l.fd}, nil
}

// CloseRead closes the side that reads.
func (c *TCPConn) CloseRead() error { return c.shutdown(syscall.SHUT_RD) }

// CloseWrite closes the side that writes: the peer sees the end.
func (c *TCPConn) CloseWrite() error { return c.shutdown(syscall.SHUT_WR) }

// SetLinger says how long data not yet sent are kept after Close: < 0 as the system does, 0 not at all, else seconds.
func (c *TCPConn) SetLinger(sec int) error {
	if !c.ok() {
		return syscall.EINVAL
	}
	l := &syscall.Linger{Onoff: 1, Linger: int32(sec)}
	if sec < 0 {
		*l = syscall.Linger{}
	}
	err := c.fd.pfd.SetsockoptLinger(syscall.SOL_SOCKET, syscall.SO_LINGER, l)
	return c.fail("set", wrapped("setsockopt", err))
}

// option is for what concerns the connection: an error names both ends.
func (c *TCPConn) option(level, name, value int) error {
	if !c.ok() {
		return syscall.EINVAL
	}
	return c.fail("set", c.fd.setInt(level, name, value))
}

func flag(on bool) int {
	if on {
		return 1
	}
	return 0
}

func (c *TCPConn) SetNoDelay(on bool) error {
	return c.option(syscall.IPPROTO_TCP, syscall.TCP_NODELAY, flag(on))
}

func (c *TCPConn) SetKeepAlive(on bool) error {
	return c.option(syscall.SOL_SOCKET, syscall.SO_KEEPALIVE, flag(on))
}

func seconds(d time.Duration) int { return int((d + time.Second - 1) / time.Second) }

func (c *TCPConn) SetKeepAlivePeriod(d time.Duration) error {
	return c.setSeconds(syscall.TCP_KEEPIDLE, d)
}

// setSeconds leaves the system's value when d < 0.
func (c *TCPConn) setSeconds(name int, d time.Duration) error {
	if d == 0 {
		d = defaultKeepAlive
	}
	if d < 0 {
		return nil
	}
	return c.option(syscall.IPPROTO_TCP, name, seconds(d))
}

func (c *TCPConn) SetKeepAliveConfig(config KeepAliveConfig) error {
	if !c.ok() {
		return syscall.EINVAL
	}
	if err := c.SetKeepAlive(config.Enable); err != nil {
		return err
	}
	if err := c.setSeconds(syscall.TCP_KEEPIDLE, config.Idle); err != nil {
		return err
	}
	if err := c.setSeconds(syscall.TCP_KEEPINTVL, config.Interval); err != nil {
		return err
	}
	n := config.Count
	if n == 0 {
		n = defaultProbes
	}
	if n < 0 {
		return nil
	}
	return c.option(syscall.IPPROTO_TCP, syscall.TCP_KEEPCNT, n)
}

// onlyWriter and onlyReader hide what io.Copy would call.
type onlyWriter struct{ io.Writer }
type onlyReader struct{ io.Reader }

// ReadFrom sends what r has.
func (c *TCPConn) ReadFrom(r io.Reader) (int64, error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	n, err := io.Copy(onlyWriter{c}, r)
	return n, c.fail("readfrom", err)
}

// WriteTo gives w what comes.
func (c *TCPConn) WriteTo(w io.Writer) (int64, error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	n, err := io.Copy(w, onlyReader{c})
	return n, c.fail("writeto", err)
}

// addrOf is for errors about an address of package netip.
func addrOf(p netip.AddrPort) Addr {
	if !p.IsValid() {
		return nil
	}
	return UDPAddrFromAddrPort(p)
}
