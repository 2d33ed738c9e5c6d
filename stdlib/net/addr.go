package net

import (
	"context"
	"net/netip"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// sockAddr is an address that sockets have.
type sockAddr interface {
	Addr
	family() int
	isWildcard() bool // also when nil
	sockaddr(family int) (syscall.Sockaddr, error)
	toLocal(net string) sockAddr
}

// ipPort is what addresses of TCP, UDP and IP have in common.
type ipPort struct {
	IP   IP
	Port int
	Zone string
}

func (a ipPort) String() string {
	s := a.IP.text()
	if a.Zone != "" {
		s += "%" + a.Zone
	}
	return JoinHostPort(s, strconv.Itoa(a.Port))
}

func (a ipPort) addrPort() netip.AddrPort {
	ip, _ := netip.AddrFromSlice(a.IP)
	return netip.AddrPortFrom(ip.WithZone(a.Zone), uint16(a.Port))
}

func ipFamily(ip IP) int {
	if len(ip) <= IPv4len || ip.To4() != nil {
		return syscall.AF_INET
	}
	return syscall.AF_INET6
}

// sockaddr is for a socket of that family.
func (a ipPort) sockaddr(family int) (syscall.Sockaddr, error) {
	ip := a.IP
	switch family {
	case syscall.AF_INET:
		if len(ip) == 0 {
			ip = IPv4zero
		}
		b := ip.To4()
		if b == nil {
			return nil, &AddrError{Err: "non-IPv4 address", Addr: a.IP.String()}
		}
		return &syscall.SockaddrInet4{Port: a.Port, Addr: [4]byte(b)}, nil
	case syscall.AF_INET6:
		if len(ip) == 0 || ip.Equal(IPv4zero) {
			ip = IPv6zero
		}
		b := ip.To16()
		if b == nil {
			return nil, &AddrError{Err: "non-IPv6 address", Addr: a.IP.String()}
		}
		return &syscall.SockaddrInet6{Port: a.Port, Addr: [16]byte(b), ZoneId: uint32(zoneIndex(a.Zone))}, nil
	}
	return nil, &AddrError{Err: "invalid address family", Addr: a.IP.String()}
}

// fromSockaddr is the opposite; the zero ipPort for other kinds.
func fromSockaddr(sa syscall.Sockaddr) (a ipPort, ok bool) {
	switch sa := sa.(type) {
	case *syscall.SockaddrInet4:
		return ipPort{IP: sa.Addr[:], Port: sa.Port}, true
	case *syscall.SockaddrInet6:
		return ipPort{IP: sa.Addr[:], Port: sa.Port, Zone: zoneName(int(sa.ZoneId))}, true
	}
	return ipPort{}, false
}

func loopbackFor(net string) IP {
	if strings.HasSuffix(net, "6") {
		return IPv6loopback
	}
	return IP{127, 0, 0, 1}
}

// An interface's zone is its name, or its number when it has none.
func zoneIndex(zone string) int {
	if zone == "" {
		return 0
	}
	if b, err := os.ReadFile("/sys/class/net/" + zone + "/ifindex"); err == nil {
		zone = strings.TrimSpace(string(b))
	}
	n, _ := strconv.Atoi(zone)
	return n
}

func zoneName(index int) string {
	if index == 0 {
		return ""
	}
	if ifi, err := InterfaceByIndex(index); err == nil {
		return ifi.Name
	}
	return strconv.Itoa(index)
}

// ---- TCP ----

type TCPAddr struct {
	IP   IP
	Port int
	Zone string
}

func (a *TCPAddr) Network() string { return "tcp" }

func (a *TCPAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	return ipPort(*a).String()
}

func (a *TCPAddr) AddrPort() netip.AddrPort {
	if a == nil {
		return netip.AddrPort{}
	}
	return ipPort(*a).addrPort()
}

func TCPAddrFromAddrPort(p netip.AddrPort) *TCPAddr {
	return &TCPAddr{IP: p.Addr().AsSlice(), Zone: p.Addr().Zone(), Port: int(p.Port())}
}

func (a *TCPAddr) family() int      { return ipFamily(a.IP) }
func (a *TCPAddr) isWildcard() bool { return a == nil || a.IP == nil || a.IP.IsUnspecified() }
func (a *TCPAddr) sockaddr(family int) (syscall.Sockaddr, error) {
	return ipPort(*a).sockaddr(family)
}
func (a *TCPAddr) toLocal(net string) sockAddr { return &TCPAddr{loopbackFor(net), a.Port, a.Zone} }

func ResolveTCPAddr(network, address string) (*TCPAddr, error) {
	switch network {
	case "":
		network = "tcp"
	case "tcp", "tcp4", "tcp6":
	default:
		return nil, UnknownNetworkError(network)
	}
	list, err := DefaultResolver.internetAddrs(context.Background(), network, address)
	if err != nil {
		return nil, err
	}
	return preferred(network, address, list).(*TCPAddr), nil
}

// ---- UDP ----

type UDPAddr struct {
	IP   IP
	Port int
	Zone string
}

func (a *UDPAddr) Network() string { return "udp" }

func (a *UDPAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	return ipPort(*a).String()
}

func (a *UDPAddr) AddrPort() netip.AddrPort {
	if a == nil {
		return netip.AddrPort{}
	}
	return ipPort(*a).addrPort()
}

func UDPAddrFromAddrPort(p netip.AddrPort) *UDPAddr {
	return &UDPAddr{IP: p.Addr().AsSlice(), Zone: p.Addr().Zone(), Port: int(p.Port())}
}

func (a *UDPAddr) family() int      { return ipFamily(a.IP) }
func (a *UDPAddr) isWildcard() bool { return a == nil || a.IP == nil || a.IP.IsUnspecified() }
func (a *UDPAddr) sockaddr(family int) (syscall.Sockaddr, error) {
	return ipPort(*a).sockaddr(family)
}
func (a *UDPAddr) toLocal(net string) sockAddr { return &UDPAddr{loopbackFor(net), a.Port, a.Zone} }

func ResolveUDPAddr(network, address string) (*UDPAddr, error) {
	switch network {
	case "":
		network = "udp"
	case "udp", "udp4", "udp6":
	default:
		return nil, UnknownNetworkError(network)
	}
	list, err := DefaultResolver.internetAddrs(context.Background(), network, address)
	if err != nil {
		return nil, err
	}
	return preferred(network, address, list).(*UDPAddr), nil
}

// ---- IP ----

type IPAddr struct {
	IP   IP
	Zone string
}

func (a *IPAddr) Network() string { return "ip" }

func (a *IPAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	if a.Zone != "" {
		return a.IP.text() + "%" + a.Zone
	}
	return a.IP.text()
}

// ---- Unix ----

// A UnixAddr has the path of a socket, or @name for one that is no file.
type UnixAddr struct {
	Name string
	Net  string
}

func (a *UnixAddr) Network() string { return a.Net }

func (a *UnixAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	return a.Name
}

func (a *UnixAddr) family() int      { return syscall.AF_UNIX }
func (a *UnixAddr) isWildcard() bool { return a == nil || a.Name == "" }
func (a *UnixAddr) sockaddr(family int) (syscall.Sockaddr, error) {
	if a == nil {
		return nil, nil
	}
	return &syscall.SockaddrUnix{Name: a.Name}, nil
}
func (a *UnixAddr) toLocal(net string) sockAddr { return a }

func ResolveUnixAddr(network, address string) (*UnixAddr, error) {
	switch network {
	case "unix", "unixgram", "unixpacket":
		return &UnixAddr{Name: address, Net: network}, nil
	}
	return nil, UnknownNetworkError(network)
}
