package net

import (
	"context"
	"net/netip"
	"syscall"
)

// A UDPConn is a socket of UDP.
type UDPConn struct{ conn }

func udpNetwork(network string) error {
	switch network {
	case "udp", "udp4", "udp6":
		return nil
	}
	return UnknownNetworkError(network)
}

func udpRequest(ctx context.Context, net string, laddr, raddr *UDPAddr) *request {
	r := &request{ctx: ctx, net: net, kind: syscall.SOCK_DGRAM}
	if laddr != nil {
		r.laddr = laddr
	}
	if raddr != nil {
		r.raddr = raddr
	}
	return r
}

// DialUDP makes a socket that sends to raddr and receives from there.
func DialUDP(network string, laddr, raddr *UDPAddr) (*UDPConn, error) {
	err := udpNetwork(network)
	if err == nil && raddr == nil {
		err = errMissingAddress
	}
	var fd *netFD
	if err == nil {
		fd, err = udpRequest(context.Background(), network, laddr, raddr).internet()
	}
	if err != nil {
		return nil, &OpError{Op: "dial", Net: network, Source: orNil(laddr), Addr: orNil(raddr), Err: err}
	}
	return &UDPConn{conn{fd}}, nil
}

// ListenUDP makes a socket that receives on laddr.
func ListenUDP(network string, laddr *UDPAddr) (*UDPConn, error) {
	err := udpNetwork(network)
	if laddr == nil && err == nil {
		laddr = &UDPAddr{}
	}
	var fd *netFD
	if err == nil {
		r := udpRequest(context.Background(), network, laddr, nil)
		r.listens = true
		fd, err = r.internet()
	}
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Source: nil, Addr: orNil(laddr), Err: err}
	}
	return &UDPConn{conn{fd}}, nil
}

func udpAddr(sa syscall.Sockaddr) *UDPAddr {
	p, ok := fromSockaddr(sa)
	if !ok {
		return nil
	}
	a := UDPAddr(p)
	return &a
}

func (c *UDPConn) ReadFromUDP(b []byte) (int, *UDPAddr, error) {
	if !c.ok() {
		return 0, nil, syscall.EINVAL
	}
	n, sa, err := c.fd.readFrom(b)
	return n, udpAddr(sa), c.fail("read", err)
}

func (c *UDPConn) ReadFrom(b []byte) (int, Addr, error) {
	n, a, err := c.ReadFromUDP(b)
	return n, orNil(a), err
}

func netipOf(sa syscall.Sockaddr) netip.AddrPort {
	switch sa := sa.(type) {
	case *syscall.SockaddrInet4:
		return netip.AddrPortFrom(netip.AddrFrom4(sa.Addr), uint16(sa.Port))
	case *syscall.SockaddrInet6:
		return netip.AddrPortFrom(netip.AddrFrom16(sa.Addr).WithZone(zoneName(int(sa.ZoneId))), uint16(sa.Port))
	}
	return netip.AddrPort{}
}

func (c *UDPConn) ReadFromUDPAddrPort(b []byte) (int, netip.AddrPort, error) {
	if !c.ok() {
		return 0, netip.AddrPort{}, syscall.EINVAL
	}
	n, sa, err := c.fd.readFrom(b)
	return n, netipOf(sa), c.fail("read", err)
}

// ReadMsgUDP also gives what came beside the message.
func (c *UDPConn) ReadMsgUDP(b, oob []byte) (n, oobn, flags int, addr *UDPAddr, err error) {
	if !c.ok() {
		return 0, 0, 0, nil, syscall.EINVAL
	}
	n, oobn, flags, sa, err := c.fd.readMsg(b, oob)
	return n, oobn, flags, udpAddr(sa), c.fail("read", err)
}

func (c *UDPConn) ReadMsgUDPAddrPort(b, oob []byte) (n, oobn, flags int, addr netip.AddrPort, err error) {
	if !c.ok() {
		return 0, 0, 0, netip.AddrPort{}, syscall.EINVAL
	}
	n, oobn, flags, sa, err := c.fd.readMsg(b, oob)
	return n, oobn, flags, netipOf(sa), c.fail("read", err)
}

// target is the sockaddr that WriteTo sends to.
func (c *conn) target(a sockAddr) (syscall.Sockaddr, error) {
	if c.fd.connected {
		return nil, ErrWriteToConnected
	}
	if a == nil {
		return nil, errMissingAddress
	}
	return a.sockaddr(c.fd.family)
}

// failTo wraps an error of sending to addr.
func (c *conn) failTo(addr Addr, err error) error {
	if err == nil {
		return nil
	}
	return &OpError{Op: "write", Net: c.fd.net, Source: c.fd.laddr, Addr: addr, Err: err}
}

func (c *UDPConn) WriteToUDP(b []byte, addr *UDPAddr) (n int, err error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	var a sockAddr
	if addr != nil {
		a = addr
	}
	sa, err := c.target(a)
	if err == nil {
		n, err = c.fd.writeTo(b, sa)
	}
	return n, c.failTo(orNil(addr), err)
}

func (c *UDPConn) WriteTo(b []byte, addr Addr) (int, error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	a, ok := addr.(*UDPAddr)
	if !ok {
		return 0, c.failTo(addr, syscall.EINVAL)
	}
	return c.WriteToUDP(b, a)
}

func (c *UDPConn) WriteToUDPAddrPort(b []byte, addr netip.AddrPort) (n int, err error) {
	if !c.ok() {
		return 0, syscall.EINVAL
	}
	if !addr.IsValid() {
		return 0, c.failTo(nil, errMissingAddress)
	}
	sa, err := c.target(UDPAddrFromAddrPort(addr))
	if err == nil {
		n, err = c.fd.writeTo(b, sa)
	}
	return n, c.failTo(addrOf(addr), err)
}

// WriteMsgUDP also sends something beside the message; addr is nil when c is connected.
func (c *UDPConn) WriteMsgUDP(b, oob []byte, addr *UDPAddr) (n, oobn int, err error) {
	if !c.ok() {
		return 0, 0, syscall.EINVAL
	}
	var sa syscall.Sockaddr
	switch {
	case c.fd.connected && addr != nil:
		err = ErrWriteToConnected
	case !c.fd.connected && addr == nil:
		err = errMissingAddress
	case addr != nil:
		sa, err = addr.sockaddr(c.fd.family)
	}
	if err == nil {
		n, oobn, err = c.fd.writeMsg(b, oob, sa)
	}
	return n, oobn, c.failTo(orNil(addr), err)
}

func (c *UDPConn) WriteMsgUDPAddrPort(b, oob []byte, addr netip.AddrPort) (n, oobn int, err error) {
	var a *UDPAddr
	if addr.IsValid() {
		a = UDPAddrFromAddrPort(addr)
	}
	return c.WriteMsgUDP(b, oob, a)
}
