package netip

import (
	"cmp"
	"errors"
	"strconv"
	"strings"
)

// An AddrPort is an address and a port.
type AddrPort struct {
	addr Addr
	port uint16
}

func AddrPortFrom(a Addr, port uint16) AddrPort { return AddrPort{a, port} }

func (p AddrPort) Addr() Addr    { return p.addr }
func (p AddrPort) Port() uint16  { return p.port }
func (p AddrPort) IsValid() bool { return p.addr.IsValid() }

func (p AddrPort) Compare(q AddrPort) int {
	if c := p.addr.Compare(q.addr); c != 0 {
		return c
	}
	return cmp.Compare(p.port, q.port)
}

func splitPort(s string) (addr, port string, brackets bool, err error) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return "", "", false, errors.New("not an ip:port")
	}
	addr, port = s[:i], s[i+1:]
	if addr == "" {
		return "", "", false, errors.New("no IP")
	}
	if port == "" {
		return "", "", false, errors.New("no port")
	}
	if addr[0] != '[' {
		return addr, port, false, nil
	}
	if len(addr) < 2 || addr[len(addr)-1] != ']' {
		return "", "", false, errors.New("missing ]")
	}
	return addr[1 : len(addr)-1], port, true, nil
}

// ParseAddrPort reads 1.2.3.4:80 and [::1]:80.
func ParseAddrPort(s string) (AddrPort, error) {
	text, port, brackets, err := splitPort(s)
	if err != nil {
		return AddrPort{}, err
	}
	n, err := strconv.ParseUint(port, 10, 16)
	if err != nil {
		return AddrPort{}, errors.New("invalid port " + strconv.Quote(port) + " parsing " + strconv.Quote(s))
	}
	a, err := ParseAddr(text)
	p := AddrPort{a, uint16(n)}
	switch {
	case err != nil:
		return AddrPort{}, err
	case brackets && a.Is4():
		return AddrPort{}, errors.New("invalid ip:port " + strconv.Quote(s) + ", square brackets can only be used with IPv6 addresses")
	case !brackets && a.Is6():
		return AddrPort{}, errors.New("invalid ip:port " + strconv.Quote(s) + ", IPv6 addresses must be surrounded by square brackets")
	}
	return p, nil
}

func MustParseAddrPort(s string) AddrPort {
	p, err := ParseAddrPort(s)
	if err != nil {
		panic(err)
	}
	return p
}

// AppendTo appends the text; nothing for the zero Addr.
func (p AddrPort) AppendTo(b []byte) []byte {
	switch p.addr.kind {
	case 0:
		return b
	case 4:
		b = p.addr.AppendTo(b)
	default:
		b = append(p.addr.AppendTo(append(b, '[')), ']')
	}
	return appendDecimal(append(b, ':'), uint(p.port))
}

func (p AddrPort) String() string {
	if !p.IsValid() {
		return "invalid AddrPort"
	}
	return string(p.AppendTo(nil))
}

func (p AddrPort) MarshalText() ([]byte, error)        { return p.AppendTo(nil), nil }
func (p AddrPort) AppendText(b []byte) ([]byte, error) { return p.AppendTo(b), nil }
func (p AddrPort) MarshalBinary() ([]byte, error)      { return p.AppendBinary(nil) }
func (p AddrPort) AppendBinary(b []byte) ([]byte, error) {
	b, err := p.addr.AppendBinary(b)
	return append(b, byte(p.port), byte(p.port>>8)), err
}

func (p *AddrPort) UnmarshalText(text []byte) (err error) {
	*p = AddrPort{}
	if len(text) > 0 {
		*p, err = ParseAddrPort(string(text))
	}
	return err
}

func (p *AddrPort) UnmarshalBinary(b []byte) error {
	n := len(b) - 2
	if n < 0 {
		return errSize
	}
	p.port = uint16(b[n]) | uint16(b[n+1])<<8
	return p.addr.UnmarshalBinary(b[:n])
}

// A Prefix is the network of the addresses that begin with the same bits.
type Prefix struct {
	addr Addr
	bits uint8 // plus one; 0: invalid
}

// PrefixFrom makes a Prefix; the address keeps its other bits, but not its zone.
func PrefixFrom(a Addr, bits int) Prefix {
	a.zone = ""
	if !a.IsValid() || bits < 0 || bits > a.BitLen() {
		return Prefix{addr: a}
	}
	return Prefix{a, uint8(bits + 1)}
}

func (p Prefix) Addr() Addr       { return p.addr }
func (p Prefix) Bits() int        { return int(p.bits) - 1 }
func (p Prefix) IsValid() bool    { return p.bits > 0 }
func (p Prefix) IsSingleIP() bool { return p.IsValid() && p.Bits() == p.addr.BitLen() }

// masked clears all but the first n of b's bits.
func masked(b []byte, n int) {
	for i := range b {
		if left := max(n-8*i, 0); left < 8 {
			b[i] &^= 0xff >> left
		}
	}
}

// Prefix is the network of that many bits that a lies in.
func (a Addr) Prefix(bits int) (Prefix, error) {
	a.zone = ""
	switch {
	case bits < 0:
		return Prefix{}, errors.New("negative Prefix bits")
	case a.kind == 0:
		return Prefix{}, nil
	case bits > a.BitLen():
		return Prefix{}, errors.New("prefix length " + strconv.Itoa(bits) + " too large for IPv" + string(rune('0'+a.kind)))
	}
	masked(a.own(), bits)
	return PrefixFrom(a, bits), nil
}

type prefixError struct{ in, msg string }

func (e prefixError) Error() string {
	return "netip.ParsePrefix(" + strconv.Quote(e.in) + "): " + e.msg
}

// ParsePrefix reads 192.168.1.0/24 and 2001:db8::/32.
func ParsePrefix(s string) (Prefix, error) {
	i := strings.LastIndexByte(s, '/')
	if i < 0 {
		return Prefix{}, prefixError{s, "no '/'"}
	}
	a, err := ParseAddr(s[:i])
	if err != nil {
		return Prefix{}, prefixError{s, err.Error()}
	}
	if a.zone != "" {
		return Prefix{}, prefixError{s, "IPv6 zones cannot be present in a prefix"}
	}
	text := s[i+1:]
	bits, err := strconv.Atoi(text)
	if err != nil || len(text) > 1 && (text[0] < '1' || text[0] > '9') {
		return Prefix{}, prefixError{s, "bad bits after slash: " + strconv.Quote(text)}
	}
	if bits < 0 || bits > a.BitLen() {
		return Prefix{}, prefixError{s, "prefix length out of range"}
	}
	return PrefixFrom(a, bits), nil
}

func MustParsePrefix(s string) Prefix {
	p, err := ParsePrefix(s)
	if err != nil {
		panic(err)
	}
	return p
}

// Masked clears the address's other bits.
func (p Prefix) Masked() Prefix {
	if !p.IsValid() {
		return Prefix{}
	}
	q, _ := p.addr.Prefix(p.Bits())
	return q
}

// Contains is false for addresses of the other kind and with a zone.
func (p Prefix) Contains(a Addr) bool {
	if !p.IsValid() || a.kind != p.addr.kind || a.zone != "" {
		return false
	}
	masked(a.own(), p.Bits())
	return a == p.Masked().addr
}

func (p Prefix) Overlaps(o Prefix) bool {
	if !p.IsValid() || !o.IsValid() || p.addr.kind != o.addr.kind {
		return false
	}
	n := min(p.Bits(), o.Bits())
	return PrefixFrom(p.addr, n).Contains(o.addr)
}

// Compare orders by kind of address, address with its other bits cleared, length, and address.
func (p Prefix) Compare(o Prefix) int {
	if c := cmp.Compare(p.addr.BitLen(), o.addr.BitLen()); c != 0 {
		return c
	}
	if c := p.Masked().addr.Compare(o.Masked().addr); c != 0 {
		return c
	}
	if c := cmp.Compare(p.Bits(), o.Bits()); c != 0 {
		return c
	}
	return p.addr.Compare(o.addr)
}

func (p Prefix) AppendTo(b []byte) []byte {
	if p.addr == (Addr{}) && p.bits == 0 {
		return b
	}
	if !p.IsValid() {
		return append(b, "invalid Prefix"...)
	}
	return appendDecimal(append(p.addr.AppendTo(b), '/'), uint(p.Bits()))
}

func (p Prefix) String() string {
	if !p.IsValid() {
		return "invalid Prefix"
	}
	return string(p.AppendTo(nil))
}

func (p Prefix) MarshalText() ([]byte, error)        { return p.AppendTo(nil), nil }
func (p Prefix) AppendText(b []byte) ([]byte, error) { return p.AppendTo(b), nil }
func (p Prefix) MarshalBinary() ([]byte, error)      { return p.AppendBinary(nil) }
func (p Prefix) AppendBinary(b []byte) ([]byte, error) {
	b, err := p.addr.WithZone("").AppendBinary(b)
	return append(b, uint8(p.Bits())), err
}

func (p *Prefix) UnmarshalText(text []byte) (err error) {
	*p = Prefix{}
	if len(text) > 0 {
		*p, err = ParsePrefix(string(text))
	}
	return err
}

func (p *Prefix) UnmarshalBinary(b []byte) error {
	n := len(b) - 1
	if n < 0 {
		return errSize
	}
	var a Addr
	if err := a.UnmarshalBinary(b[:n]); err != nil {
		return err
	}
	*p = PrefixFrom(a, int(b[n]))
	return nil
}
