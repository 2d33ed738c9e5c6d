package net

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"
)

const (
	IPv4len = 4
	IPv6len = 16
)

// An IP is an address of 4 or 16 bytes.
type IP []byte

// An IPMask has ones where addresses of a network agree.
type IPMask []byte

// An IPNet is a network.
type IPNet struct {
	IP   IP
	Mask IPMask
}

var (
	IPv4bcast     = IPv4(255, 255, 255, 255)
	IPv4allsys    = IPv4(224, 0, 0, 1)
	IPv4allrouter = IPv4(224, 0, 0, 2)
	IPv4zero      = IPv4(0, 0, 0, 0)

	IPv6zero                   = IP{15: 0}
	IPv6unspecified            = IP{15: 0}
	IPv6loopback               = IP{15: 1}
	IPv6interfacelocalallnodes = IP{0: 0xff, 1: 0x01, 15: 0x01}
	IPv6linklocalallnodes      = IP{0: 0xff, 1: 0x02, 15: 0x01}
	IPv6linklocalallrouters    = IP{0: 0xff, 1: 0x02, 15: 0x02}
)

// IPv4 makes an address of 16 bytes.
func IPv4(a, b, c, d byte) IP {
	return IP{10: 0xff, 11: 0xff, 12: a, 13: b, 14: c, 15: d}
}

func IPv4Mask(a, b, c, d byte) IPMask { return IPMask{a, b, c, d} }

// CIDRMask has ones before zeros.
func CIDRMask(ones, bits int) IPMask {
	if bits != 8*IPv4len && bits != 8*IPv6len || ones < 0 || ones > bits {
		return nil
	}
	m := make(IPMask, bits/8)
	for i := range m {
		m[i] = ^byte(0xff >> min(max(ones-8*i, 0), 8))
	}
	return m
}

func allZero(b []byte) bool {
	for _, x := range b {
		if x != 0 {
			return false
		}
	}
	return true
}

// To4 has 4 bytes; nil if it is not IPv4.
func (ip IP) To4() IP {
	if len(ip) == IPv4len {
		return ip
	}
	if len(ip) == IPv6len && allZero(ip[:10]) && ip[10] == 0xff && ip[11] == 0xff {
		return ip[12:16]
	}
	return nil
}

func (ip IP) To16() IP {
	switch len(ip) {
	case IPv4len:
		return IPv4(ip[0], ip[1], ip[2], ip[3])
	case IPv6len:
		return ip
	}
	return nil
}

// addr is the same of package netip, IPv4 if it can be; the zero Addr: it is none.
func (ip IP) addr() netip.Addr {
	a, _ := netip.AddrFromSlice(ip)
	return a.Unmap()
}

func (ip IP) IsUnspecified() bool             { return ip.Equal(IPv4zero) || ip.Equal(IPv6unspecified) }
func (ip IP) IsLoopback() bool                { return ip.addr().IsLoopback() }
func (ip IP) IsPrivate() bool                 { return ip.addr().IsPrivate() }
func (ip IP) IsMulticast() bool               { return ip.addr().IsMulticast() }
func (ip IP) IsInterfaceLocalMulticast() bool { return ip.addr().IsInterfaceLocalMulticast() }
func (ip IP) IsLinkLocalMulticast() bool      { return ip.addr().IsLinkLocalMulticast() }
func (ip IP) IsLinkLocalUnicast() bool        { return ip.addr().IsLinkLocalUnicast() }
func (ip IP) IsGlobalUnicast() bool           { return ip.addr().IsGlobalUnicast() }

// DefaultMask goes by the class of an IPv4 address.
func (ip IP) DefaultMask() IPMask {
	ip = ip.To4()
	switch {
	case ip == nil:
		return nil
	case ip[0] < 0x80:
		return IPv4Mask(0xff, 0, 0, 0)
	case ip[0] < 0xc0:
		return IPv4Mask(0xff, 0xff, 0, 0)
	}
	return IPv4Mask(0xff, 0xff, 0xff, 0)
}

func allOnes(b []byte) bool {
	for _, x := range b {
		if x != 0xff {
			return false
		}
	}
	return true
}

// Mask has zeros where mask has.
func (ip IP) Mask(mask IPMask) IP {
	if len(mask) == IPv6len && len(ip) == IPv4len && allOnes(mask[:12]) {
		mask = mask[12:]
	}
	if len(mask) == IPv4len && len(ip) == IPv6len && ip.To4() != nil {
		ip = ip.To4()
	}
	if len(ip) != len(mask) {
		return nil
	}
	out := make(IP, len(ip))
	for i := range ip {
		out[i] = ip[i] & mask[i]
	}
	return out
}

const hexDigit = "0123456789abcdef"

func hexString(b []byte) string {
	s := make([]byte, 0, 2*len(b))
	for _, x := range b {
		s = append(s, hexDigit[x>>4], hexDigit[x&15])
	}
	return string(s)
}

func (ip IP) String() string {
	if len(ip) == 0 {
		return "<nil>"
	}
	if len(ip) != IPv4len && len(ip) != IPv6len {
		return "?" + hexString(ip)
	}
	return ip.addr().String()
}

// text is the empty string for no address.
func (ip IP) text() string {
	if len(ip) == 0 {
		return ""
	}
	return ip.String()
}

func (ip IP) AppendText(b []byte) ([]byte, error) {
	if len(ip) == 0 {
		return b, nil
	}
	if len(ip) != IPv4len && len(ip) != IPv6len {
		return b, &AddrError{Err: "invalid IP address", Addr: hexString(ip)}
	}
	return ip.addr().AppendTo(b), nil
}

func (ip IP) MarshalText() ([]byte, error) { return ip.AppendText([]byte("")) }

func (ip *IP) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*ip = nil
		return nil
	}
	s := string(text)
	x := ParseIP(s)
	if x == nil {
		return &ParseError{Type: "IP address", Text: s}
	}
	*ip = x
	return nil
}

// Equal holds between the two forms of an IPv4 address.
func (ip IP) Equal(x IP) bool {
	if len(ip) == len(x) {
		return slices.Equal(ip, x)
	}
	a, b := ip.To4(), x.To4()
	return a != nil && b != nil && slices.Equal(a, b)
}

// ParseIP reads an address; nil: it is none.
func ParseIP(s string) IP {
	a, err := netip.ParseAddr(s)
	if err != nil || a.Zone() != "" {
		return nil
	}
	b := a.As16()
	return IP(b[:])
}

// parseZone allows a zone.
func parseZone(s string) (IP, string) {
	a, err := netip.ParseAddr(s)
	if err != nil {
		return nil, ""
	}
	b := a.As16()
	return IP(b[:]), a.Zone()
}

// ones counts the ones at the beginning; -1 when there are others after them.
func (m IPMask) ones() int {
	n := 0
	for i, b := range m {
		if b == 0xff {
			n += 8
			continue
		}
		for ; b&0x80 != 0; b <<= 1 {
			n++
		}
		if b != 0 || !allZero(m[i+1:]) {
			return -1
		}
		break
	}
	return n
}

// Size gives the number of ones and of bits; 0, 0 when ones and zeros are mixed.
func (m IPMask) Size() (ones, bits int) {
	n := m.ones()
	if n < 0 {
		return 0, 0
	}
	return n, 8 * len(m)
}

func (m IPMask) String() string {
	if len(m) == 0 {
		return "<nil>"
	}
	return hexString(m)
}

func (n *IPNet) parts() (IP, IPMask) {
	ip := n.IP.To4()
	if ip == nil {
		if ip = n.IP; len(ip) != IPv6len {
			return nil, nil
		}
	}
	switch m := n.Mask; {
	case len(m) == len(ip):
		return ip, m
	case len(m) == IPv6len && len(ip) == IPv4len:
		return ip, m[12:]
	}
	return nil, nil
}

func (n *IPNet) Contains(ip IP) bool {
	net, m := n.parts()
	if x := ip.To4(); x != nil {
		ip = x
	}
	if len(ip) != len(net) {
		return false
	}
	for i := range ip {
		if net[i]&m[i] != ip[i]&m[i] {
			return false
		}
	}
	return true
}

func (n *IPNet) Network() string { return "ip+net" }

func (n *IPNet) String() string {
	if n == nil {
		return "<nil>"
	}
	ip, m := n.parts()
	if ip == nil {
		return "<nil>"
	}
	if ones := m.ones(); ones >= 0 {
		return ip.String() + "/" + strconv.Itoa(ones)
	}
	return ip.String() + "/" + m.String()
}

// ParseCIDR reads 192.0.2.1/24: the address and its network.
func ParseCIDR(s string) (IP, *IPNet, error) {
	text, bits, found := strings.Cut(s, "/")
	a, err := netip.ParseAddr(text)
	if !found || err != nil || a.Zone() != "" {
		return nil, nil, &ParseError{Type: "CIDR address", Text: s}
	}
	n := 0
	for i := 0; i < len(bits) && n < 1000; i++ {
		if bits[i] < '0' || bits[i] > '9' {
			n = 1000
			break
		}
		n = 10*n + int(bits[i]-'0')
	}
	if bits == "" || n > a.BitLen() {
		return nil, nil, &ParseError{Type: "CIDR address", Text: s}
	}
	m := CIDRMask(n, a.BitLen())
	b := a.As16()
	ip := IP(b[:])
	return ip, &IPNet{IP: ip.Mask(m), Mask: m}, nil
}

// ---- hardware addresses ----

// A HardwareAddr is that of an interface.
type HardwareAddr []byte

func (a HardwareAddr) String() string {
	s := make([]byte, 0, 3*len(a))
	for i, b := range a {
		if i > 0 {
			s = append(s, ':')
		}
		s = append(s, hexDigit[b>>4], hexDigit[b&15])
	}
	return string(s)
}

// ParseMAC reads 6, 8 or 20 bytes written 00:00:5e:00:53:01, with - or as 0000.5e00.5301.
func ParseMAC(s string) (hw HardwareAddr, err error) {
	bad := &AddrError{Err: "invalid MAC address", Addr: s}
	if len(s) < 14 {
		return nil, bad
	}
	sep, digits := s[2], 2
	if sep != ':' && sep != '-' {
		sep, digits = '.', 4
	}
	for i, part := range strings.Split(s, string(rune(sep))) {
		if len(part) != digits || i >= 20 {
			return nil, bad
		}
		v, err := strconv.ParseUint(part, 16, 16)
		if err != nil {
			return nil, bad
		}
		if digits == 4 {
			hw = append(hw, byte(v>>8))
		}
		hw = append(hw, byte(v))
	}
	if n := len(hw); n != 6 && n != 8 && n != 20 {
		return nil, bad
	}
	return hw, nil
}

// ---- host and port ----

// SplitHostPort splits host:port, [host]:port, [host%zone]:port.
func SplitHostPort(hostport string) (host, port string, err error) {
	fail := func(why string) (string, string, error) {
		return "", "", &AddrError{Err: why, Addr: hostport}
	}
	colon := strings.LastIndexByte(hostport, ':')
	if colon < 0 {
		return fail("missing port in address")
	}
	rest, tail := hostport, hostport
	if hostport[0] == '[' {
		end := strings.IndexByte(hostport, ']')
		switch {
		case end < 0:
			return fail("missing ']' in address")
		case end+1 == len(hostport) || end+1 != colon && hostport[end+1] != ':':
			return fail("missing port in address")
		case end+1 != colon:
			return fail("too many colons in address")
		}
		host = hostport[1:end]
		rest, tail = hostport[1:], hostport[end+1:]
	} else {
		host = hostport[:colon]
		if strings.IndexByte(host, ':') >= 0 {
			return fail("too many colons in address")
		}
	}
	if strings.IndexByte(rest, '[') >= 0 {
		return fail("unexpected '[' in address")
	}
	if strings.IndexByte(tail, ']') >= 0 {
		return fail("unexpected ']' in address")
	}
	return host, hostport[colon+1:], nil
}

// JoinHostPort puts brackets around a host with colons.
func JoinHostPort(host, port string) string {
	if strings.IndexByte(host, ':') >= 0 {
		host = "[" + host + "]"
	}
	return host + ":" + port
}
