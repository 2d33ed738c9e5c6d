package net

import (
	"context"
	"net/netip"
	"syscall"
	"time"
)

// A Dialer says how to connect.
type Dialer struct {
	Timeout         time.Duration
	Deadline        time.Time
	LocalAddr       Addr
	DualStack       bool
	FallbackDelay   time.Duration // addresses are tried one after the other
	KeepAlive       time.Duration
	KeepAliveConfig KeepAliveConfig
	Resolver        *Resolver
	Cancel          <-chan struct{}
	Control         func(network, address string, c syscall.RawConn) error
	ControlContext  func(ctx context.Context, network, address string, c syscall.RawConn) error
}

// A ListenConfig says how to listen.
type ListenConfig struct {
	Control         func(network, address string, c syscall.RawConn) error
	KeepAlive       time.Duration
	KeepAliveConfig KeepAliveConfig
}

// Dial connects: tcp, tcp4, tcp6, udp, udp4, udp6 with host:port; unix, unixgram, unixpacket with a path.
func Dial(network, address string) (Conn, error) {
	var d Dialer
	return d.Dial(network, address)
}

func DialTimeout(network, address string, timeout time.Duration) (Conn, error) {
	d := Dialer{Timeout: timeout}
	return d.Dial(network, address)
}

func (d *Dialer) Dial(network, address string) (Conn, error) {
	return d.DialContext(context.Background(), network, address)
}

func earliest(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}

func (d *Dialer) deadline(ctx context.Context, now time.Time) time.Time {
	t := d.Deadline
	if d.Timeout != 0 {
		t = earliest(t, now.Add(d.Timeout))
	}
	if c, ok := ctx.Deadline(); ok {
		t = earliest(t, c)
	}
	return t
}

// partial is the share of the time that the next of n addresses gets.
func partial(now, deadline time.Time, n int) (time.Time, error) {
	if deadline.IsZero() {
		return deadline, nil
	}
	left := deadline.Sub(now)
	if left <= 0 {
		return time.Time{}, errTimeout
	}
	share := left / time.Duration(n)
	if share < 2*time.Second {
		share = min(left, 2*time.Second)
	}
	return now.Add(share), nil
}

// cancels makes a context that is done when c is closed, too.
func cancels(ctx context.Context, c <-chan struct{}) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		select {
		case <-c:
			cancel()
		case <-ctx.Done():
		}
	}()
	return ctx, cancel
}

func (d *Dialer) DialContext(ctx context.Context, network, address string) (Conn, error) {
	if ctx == nil {
		panic("nil context")
	}
	if d.Cancel != nil {
		var cancel context.CancelFunc
		ctx, cancel = cancels(ctx, d.Cancel)
		defer cancel()
	}
	deadline := d.deadline(ctx, time.Now())
	r := d.Resolver
	if r == nil {
		r = DefaultResolver
	}
	list, err := r.addrs(ctx, deadline, "dial", network, address, d.LocalAddr)
	if err != nil {
		return nil, &OpError{Op: "dial", Net: network, Source: nil, Addr: nil, Err: err}
	}
	var first error
	for i, raddr := range list {
		if err := ctx.Err(); err != nil {
			return nil, &OpError{Op: "dial", Net: network, Source: d.LocalAddr, Addr: raddr, Err: mapped(err)}
		}
		limit, err := partial(time.Now(), deadline, len(list)-i)
		var c Conn
		if err == nil {
			c, err = d.dialOne(ctx, network, raddr, limit)
		}
		if err == nil {
			return c, nil
		}
		if first == nil {
			first = &OpError{Op: "dial", Net: network, Source: d.LocalAddr, Addr: raddr, Err: err}
		}
		if limit.IsZero() && err == errTimeout {
			break
		}
	}
	if first == nil {
		first = &OpError{Op: "dial", Net: network, Source: nil, Addr: nil, Err: errMissingAddress}
	}
	return nil, first
}

func (d *Dialer) control() control {
	if d.ControlContext != nil {
		return d.ControlContext
	}
	return plainControl(d.Control)
}

func plainControl(f func(network, address string, c syscall.RawConn) error) control {
	if f == nil {
		return nil
	}
	return func(ctx context.Context, network, address string, c syscall.RawConn) error {
		return f(network, address, c)
	}
}

func (d *Dialer) dialOne(ctx context.Context, network string, raddr Addr, deadline time.Time) (Conn, error) {
	switch ra := raddr.(type) {
	case *TCPAddr:
		la, _ := d.LocalAddr.(*TCPAddr)
		r := tcpRequest(ctx, network, la, ra)
		r.deadline, r.control = deadline, d.control()
		fd, err := r.tcp()
		if err != nil {
			return nil, err
		}
		return newTCPConn(fd, d.KeepAlive, d.KeepAliveConfig), nil
	case *UDPAddr:
		la, _ := d.LocalAddr.(*UDPAddr)
		r := udpRequest(ctx, network, la, ra)
		r.deadline, r.control = deadline, d.control()
		fd, err := r.internet()
		if err != nil {
			return nil, err
		}
		return &UDPConn{conn{fd}}, nil
	case *UnixAddr:
		la, _ := d.LocalAddr.(*UnixAddr)
		c, err := dialUnix(ctx, network, la, ra, deadline, d.control())
		if err != nil {
			return nil, err
		}
		return c, nil
	}
	return nil, &AddrError{Err: "unexpected address type", Addr: raddr.String()}
}

// from is d with a local address.
func (d *Dialer) from(local Addr) *Dialer {
	e := *d
	if local != nil {
		e.LocalAddr = local
	}
	return &e
}

// DialTCP connects from laddr (the zero AddrPort: from anywhere) to raddr.
func (d *Dialer) DialTCP(ctx context.Context, network string, laddr, raddr netip.AddrPort) (*TCPConn, error) {
	if err := tcpNetwork(network); err != nil {
		return nil, &OpError{Op: "dial", Net: network, Source: addrOf(laddr), Addr: addrOf(raddr), Err: err}
	}
	if laddr.IsValid() {
		d = d.from(TCPAddrFromAddrPort(laddr))
	}
	c, err := d.DialContext(ctx, network, raddr.String())
	if err != nil {
		return nil, err
	}
	return c.(*TCPConn), nil
}

// DialUDP makes a socket that sends from laddr to raddr.
func (d *Dialer) DialUDP(ctx context.Context, network string, laddr, raddr netip.AddrPort) (*UDPConn, error) {
	if err := udpNetwork(network); err != nil {
		return nil, &OpError{Op: "dial", Net: network, Source: addrOf(laddr), Addr: addrOf(raddr), Err: err}
	}
	if laddr.IsValid() {
		d = d.from(UDPAddrFromAddrPort(laddr))
	}
	c, err := d.DialContext(ctx, network, raddr.String())
	if err != nil {
		return nil, err
	}
	return c.(*UDPConn), nil
}

// DialUnix connects from laddr, if it is not nil, to raddr.
func (d *Dialer) DialUnix(ctx context.Context, network string, laddr, raddr *UnixAddr) (*UnixConn, error) {
	if _, err := unixKind(network); err != nil || raddr == nil {
		if err == nil {
			err = errMissingAddress
		}
		return nil, &OpError{Op: "dial", Net: network, Source: orNil(laddr), Addr: orNil(raddr), Err: err}
	}
	c, err := d.from(orNil(laddr)).DialContext(ctx, network, raddr.Name)
	if err != nil {
		return nil, err
	}
	return c.(*UnixConn), nil
}

// ---- listening ----

// Listen listens: tcp, tcp4, tcp6 with host:port; unix, unixpacket with a path.
func Listen(network, address string) (Listener, error) {
	var c ListenConfig
	return c.Listen(context.Background(), network, address)
}

// ListenPacket receives packets: udp, udp4, udp6, unixgram.
func ListenPacket(network, address string) (PacketConn, error) {
	var c ListenConfig
	return c.ListenPacket(context.Background(), network, address)
}

// preferred is the first IPv4 address, unless the network or the text wants IPv6.
func preferred(network, address string, list []Addr) Addr {
	for _, a := range list {
		s, ok := a.(sockAddr)
		if ok && s.family() == syscall.AF_INET && (len(address) == 0 || address[0] != '[') {
			return a
		}
	}
	return list[0]
}

func (c *ListenConfig) Listen(ctx context.Context, network, address string) (Listener, error) {
	list, err := DefaultResolver.addrs(ctx, time.Time{}, "listen", network, address, nil)
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Source: nil, Addr: nil, Err: err}
	}
	a := preferred(network, address, list)
	l, err := c.listen(ctx, network, address, a)
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Source: nil, Addr: a, Err: err}
	}
	return l, nil
}

func (c *ListenConfig) listen(ctx context.Context, network, address string, a Addr) (Listener, error) {
	switch la := a.(type) {
	case *TCPAddr:
		r := tcpRequest(ctx, network, la, nil)
		r.listens, r.control = true, plainControl(c.Control)
		fd, err := r.internet()
		if err != nil {
			return nil, err
		}
		return &TCPListener{listener{fd}, c.KeepAlive, c.KeepAliveConfig}, nil
	case *UnixAddr:
		if network == "unixgram" {
			break
		}
		fd, err := listenUnix(ctx, network, la, plainControl(c.Control))
		if err != nil {
			return nil, err
		}
		return newUnixListener(fd), nil
	}
	return nil, &AddrError{Err: "unexpected address type", Addr: address}
}

func (c *ListenConfig) ListenPacket(ctx context.Context, network, address string) (PacketConn, error) {
	list, err := DefaultResolver.addrs(ctx, time.Time{}, "listen", network, address, nil)
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Source: nil, Addr: nil, Err: err}
	}
	a := preferred(network, address, list)
	p, err := c.listenPacket(ctx, network, address, a)
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Source: nil, Addr: a, Err: err}
	}
	return p, nil
}

func (c *ListenConfig) listenPacket(ctx context.Context, network, address string, a Addr) (PacketConn, error) {
	switch la := a.(type) {
	case *UDPAddr:
		r := udpRequest(ctx, network, la, nil)
		r.listens, r.control = true, plainControl(c.Control)
		fd, err := r.internet()
		if err != nil {
			return nil, err
		}
		return &UDPConn{conn{fd}}, nil
	case *UnixAddr:
		if network != "unixgram" {
			break
		}
		fd, err := listenUnix(ctx, network, la, plainControl(c.Control))
		if err != nil {
			return nil, err
		}
		return &UnixConn{conn{fd}}, nil
	}
	return nil, &AddrError{Err: "unexpected address type", Addr: address}
}
