package net

import (
	"context"
	"internal/poll"
	"os"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// netFD is a socket in the poller.
type netFD struct {
	pfd          poll.FD
	family, kind int
	connected    bool
	net          string
	laddr, raddr Addr
}

func newFD(s, family, kind int, net string) *netFD {
	stream := kind == syscall.SOCK_STREAM
	fd := &netFD{family: family, kind: kind, net: net}
	fd.pfd = poll.FD{Sysfd: s, IsStream: stream, ZeroReadIsEOF: kind != syscall.SOCK_DGRAM && kind != syscall.SOCK_RAW}
	return fd
}

func wrapped(call string, err error) error {
	if _, ok := err.(syscall.Errno); ok {
		err = os.NewSyscallError(call, err)
	}
	return err
}

// A control is Dialer's or ListenConfig's: called with the socket before it is bound or connected.
type control func(ctx context.Context, network, address string, c syscall.RawConn) error

// toAddr makes the address of a socket of the network's kind.
func (fd *netFD) toAddr(sa syscall.Sockaddr) Addr {
	if u, ok := sa.(*syscall.SockaddrUnix); ok {
		return &UnixAddr{Name: u.Name, Net: fd.net}
	}
	p, ok := fromSockaddr(sa)
	if !ok {
		return nil
	}
	switch {
	case strings.HasPrefix(fd.net, "tcp"):
		a := TCPAddr(p)
		return &a
	case strings.HasPrefix(fd.net, "udp"):
		a := UDPAddr(p)
		return &a
	}
	return &IPAddr{p.IP, p.Zone}
}

func (fd *netFD) setAddrs(remote syscall.Sockaddr) {
	if sa, err := syscall.Getsockname(fd.pfd.Sysfd); err == nil {
		fd.laddr = fd.toAddr(sa)
	}
	if remote != nil {
		fd.raddr = fd.toAddr(remote)
	}
}

// ---- what IP the system has ----

var stack struct {
	once           sync.Once
	ip4, ip6, both bool // both: a socket of IPv6 takes IPv4 as well
}

func canBind(family int, sa syscall.Sockaddr, v6only int) bool {
	s, err := syscall.Socket(family, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, syscall.IPPROTO_TCP)
	if err != nil {
		return false
	}
	defer syscall.Close(s)
	if sa == nil {
		return true
	}
	syscall.SetsockoptInt(s, syscall.IPPROTO_IPV6, syscall.IPV6_V6ONLY, v6only)
	return syscall.Bind(s, sa) == nil
}

func probe() {
	stack.ip4 = canBind(syscall.AF_INET, nil, 0)
	stack.ip6 = canBind(syscall.AF_INET6, &syscall.SockaddrInet6{Addr: [16]byte{15: 1}}, 1)
	stack.both = canBind(syscall.AF_INET6, &syscall.SockaddrInet6{Addr: [16]byte{10: 0xff, 11: 0xff, 12: 127, 15: 1}}, 0)
}

// favorite chooses the family of a socket, and whether one of IPv6 takes nothing else.
func favorite(network string, laddr, raddr sockAddr, listens bool) (family int, v6only bool) {
	switch network[len(network)-1] {
	case '4':
		return syscall.AF_INET, false
	case '6':
		return syscall.AF_INET6, true
	}
	if listens && (laddr == nil || laddr.isWildcard()) {
		stack.once.Do(probe)
		if stack.both || !stack.ip4 {
			return syscall.AF_INET6, false
		}
		if laddr == nil {
			return syscall.AF_INET, false
		}
		return laddr.family(), false
	}
	if (laddr == nil || laddr.family() == syscall.AF_INET) && (raddr == nil || raddr.family() == syscall.AF_INET) {
		return syscall.AF_INET, false
	}
	return syscall.AF_INET6, false
}

var backlog = sync.OnceValue(func() int {
	b, err := os.ReadFile("/proc/sys/net/core/somaxconn")
	n, bad := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil || bad != nil || n == 0 {
		return syscall.SOMAXCONN
	}
	return n
})

// ---- making sockets ----

// request is a socket to be made.
type request struct {
	ctx          context.Context
	net          string
	kind, proto  int
	laddr, raddr sockAddr // nil: none
	listens      bool
	control      control
	deadline     time.Time // of connecting
}

// internet chooses the family; the address of dialing nowhere in particular is the machine itself.
func (r *request) internet() (*netFD, error) {
	if !r.listens && r.raddr != nil && r.raddr.isWildcard() {
		r.raddr = r.raddr.toLocal(r.net)
	}
	family, v6only := favorite(r.net, r.laddr, r.raddr, r.listens)
	return r.socket(family, v6only)
}

func (r *request) socket(family int, v6only bool) (*netFD, error) {
	s, err := syscall.Socket(family, r.kind|syscall.SOCK_NONBLOCK|syscall.SOCK_CLOEXEC, r.proto)
	if err != nil {
		return nil, os.NewSyscallError("socket", err)
	}
	if family == syscall.AF_INET6 && r.kind != syscall.SOCK_RAW {
		only := 0
		if v6only {
			only = 1
		}
		syscall.SetsockoptInt(s, syscall.IPPROTO_IPV6, syscall.IPV6_V6ONLY, only)
	}
	if r.kind != syscall.SOCK_RAW && family != syscall.AF_UNIX {
		err = os.NewSyscallError("setsockopt", syscall.SetsockoptInt(s, syscall.SOL_SOCKET, syscall.SO_BROADCAST, 1))
	}
	fd := newFD(s, family, r.kind, r.net)
	switch {
	case err != nil:
	case r.listens && r.kind != syscall.SOCK_DGRAM:
		err = r.listenStream(fd)
	case r.listens:
		err = r.listenPacket(fd)
	default:
		err = r.dial(fd)
	}
	if err != nil {
		fd.Close()
		return nil, err
	}
	return fd, nil
}

func (r *request) callControl(fd *netFD, addr sockAddr) error {
	if r.control == nil {
		return nil
	}
	net, text := r.net, ""
	if fd.family == syscall.AF_INET && !strings.HasSuffix(net, "4") {
		net += "4"
	} else if fd.family == syscall.AF_INET6 && !strings.HasSuffix(net, "6") {
		net += "6"
	}
	if addr != nil {
		text = addr.String()
	}
	return r.control(r.ctx, net, text, &rawConn{fd})
}

func (r *request) bind(fd *netFD) error {
	if r.laddr == nil {
		return nil
	}
	sa, err := r.laddr.sockaddr(fd.family)
	if err != nil || sa == nil {
		return err
	}
	return os.NewSyscallError("bind", syscall.Bind(fd.pfd.Sysfd, sa))
}

func (r *request) listenStream(fd *netFD) error {
	err := syscall.SetsockoptInt(fd.pfd.Sysfd, syscall.SOL_SOCKET, syscall.SO_REUSEADDR, 1)
	if err != nil {
		return os.NewSyscallError("setsockopt", err)
	}
	if err := r.callControl(fd, r.laddr); err != nil {
		return err
	}
	if err := r.bind(fd); err != nil {
		return err
	}
	if err := syscall.Listen(fd.pfd.Sysfd, backlog()); err != nil {
		return os.NewSyscallError("listen", err)
	}
	return r.ready(fd)
}

func (r *request) listenPacket(fd *netFD) error {
	if err := r.callControl(fd, r.laddr); err != nil {
		return err
	}
	if err := r.bind(fd); err != nil {
		return err
	}
	return r.ready(fd)
}

func (r *request) ready(fd *netFD) error {
	if err := fd.init(); err != nil {
		return err
	}
	fd.setAddrs(nil)
	return nil
}

func (fd *netFD) init() error { return wrapped("epoll_ctl", fd.pfd.Init(fd.net, true)) }

func (r *request) dial(fd *netFD) error {
	addr := r.raddr
	if addr == nil {
		addr = r.laddr
	}
	if err := r.callControl(fd, addr); err != nil {
		return err
	}
	if err := r.bind(fd); err != nil {
		return err
	}
	if r.raddr == nil {
		return r.ready(fd)
	}
	sa, err := r.raddr.sockaddr(fd.family)
	if err != nil {
		return err
	}
	peer, err := r.connect(fd, sa)
	if err != nil {
		return err
	}
	fd.connected = true
	fd.setAddrs(nil)
	if peer == nil {
		peer, _ = syscall.Getpeername(fd.pfd.Sysfd)
	}
	if fd.raddr = r.raddr; peer != nil {
		fd.raddr = fd.toAddr(peer)
	}
	return nil
}

// connect gives the peer's address when it has asked for it.
func (r *request) connect(fd *netFD, sa syscall.Sockaddr) (syscall.Sockaddr, error) {
	switch err := syscall.Connect(fd.pfd.Sysfd, sa); err {
	case syscall.EINPROGRESS, syscall.EALREADY, syscall.EINTR:
	case nil, syscall.EISCONN:
		if err := r.ctx.Err(); err != nil {
			return nil, mapped(err)
		}
		return nil, fd.init()
	default:
		return nil, os.NewSyscallError("connect", err)
	}
	if err := fd.init(); err != nil {
		return nil, err
	}
	if !r.deadline.IsZero() {
		fd.pfd.SetWriteDeadline(r.deadline)
		defer fd.pfd.SetWriteDeadline(time.Time{})
	}
	if r.ctx.Done() == nil {
		return fd.awaitConnect(nil)
	}
	finished, interrupted := make(chan struct{}), make(chan error, 1)
	go func() {
		select {
		case <-r.ctx.Done():
			fd.pfd.SetWriteDeadline(time.Unix(1, 0))
			interrupted <- r.ctx.Err()
		case <-finished:
			interrupted <- nil
		}
	}()
	sa, err := fd.awaitConnect(r.ctx)
	close(finished)
	if cerr := <-interrupted; cerr != nil && err == nil {
		fd.Close()
		return nil, mapped(cerr)
	}
	return sa, err
}

func (fd *netFD) awaitConnect(ctx context.Context) (syscall.Sockaddr, error) {
	for {
		if err := fd.pfd.WaitWrite(); err != nil {
			if ctx != nil && ctx.Err() != nil {
				return nil, mapped(ctx.Err())
			}
			return nil, err
		}
		n, err := syscall.GetsockoptInt(fd.pfd.Sysfd, syscall.SOL_SOCKET, syscall.SO_ERROR)
		if err != nil {
			return nil, os.NewSyscallError("getsockopt", err)
		}
		switch errno := syscall.Errno(n); errno {
		case syscall.EINPROGRESS, syscall.EALREADY, syscall.EINTR:
		case syscall.EISCONN:
			return nil, nil
		case 0: // it is there only if it has a peer: the wake-up may have been for nothing
			if sa, err := syscall.Getpeername(fd.pfd.Sysfd); err == nil {
				return sa, nil
			}
		default:
			return nil, os.NewSyscallError("connect", errno)
		}
	}
}

// ---- operations ----

func (fd *netFD) Close() error { return fd.pfd.Close() }

func (fd *netFD) Read(p []byte) (int, error) {
	n, err := fd.pfd.Read(p)
	return n, wrapped("read", err)
}

func (fd *netFD) Write(p []byte) (int, error) {
	n, err := fd.pfd.Write(p)
	return n, wrapped("write", err)
}

func (fd *netFD) readFrom(p []byte) (int, syscall.Sockaddr, error) {
	n, sa, err := fd.pfd.ReadFrom(p)
	return n, sa, wrapped("recvfrom", err)
}

func (fd *netFD) writeTo(p []byte, sa syscall.Sockaddr) (int, error) {
	n, err := fd.pfd.WriteTo(p, sa)
	return n, wrapped("sendto", err)
}

func (fd *netFD) readMsg(p, oob []byte) (n, oobn, flags int, sa syscall.Sockaddr, err error) {
	n, oobn, flags, sa, err = fd.pfd.ReadMsg(p, oob, 0)
	return n, oobn, flags, sa, wrapped("recvmsg", err)
}

func (fd *netFD) writeMsg(p, oob []byte, sa syscall.Sockaddr) (n, oobn int, err error) {
	n, oobn, err = fd.pfd.WriteMsg(p, oob, sa)
	return n, oobn, wrapped("sendmsg", err)
}

func (fd *netFD) shutdown(how int) error { return wrapped("shutdown", fd.pfd.Shutdown(how)) }

func (fd *netFD) setInt(level, name, value int) error {
	return wrapped("setsockopt", fd.pfd.SetsockoptInt(level, name, value))
}

func (fd *netFD) accept() (*netFD, error) {
	s, sa, call, err := fd.pfd.Accept()
	if err != nil {
		if call != "" {
			err = wrapped(call, err)
		}
		return nil, err
	}
	c := newFD(s, fd.family, fd.kind, fd.net)
	c.connected = true
	if err := c.init(); err != nil {
		c.Close()
		return nil, err
	}
	c.setAddrs(sa)
	return c, nil
}

// dup makes a File of the socket, in blocking mode as it is used there.
func (fd *netFD) dup() (*os.File, error) {
	s, err := fd.pfd.Dup()
	if err != nil {
		return nil, wrapped("fcntl", err)
	}
	return os.NewFile(uintptr(s), fd.net+":"+text(fd.laddr)+"->"+text(fd.raddr)), nil
}

func text(a Addr) string {
	if a == nil {
		return ""
	}
	return a.String()
}

type rawConn struct{ fd *netFD }

func (c *rawConn) wrap(op string, err error, source, addr Addr) error {
	if err == nil {
		return nil
	}
	return &OpError{Op: op, Net: c.fd.net, Source: source, Addr: addr, Err: err}
}

func (c *rawConn) Control(f func(uintptr)) error {
	return c.wrap("raw-control", c.fd.pfd.RawControl(f), nil, c.fd.laddr)
}
func (c *rawConn) Read(f func(uintptr) bool) error {
	return c.wrap("raw-read", c.fd.pfd.RawRead(f), c.fd.laddr, c.fd.raddr)
}
func (c *rawConn) Write(f func(uintptr) bool) error {
	return c.wrap("raw-write", c.fd.pfd.RawWrite(f), c.fd.laddr, c.fd.raddr)
}
