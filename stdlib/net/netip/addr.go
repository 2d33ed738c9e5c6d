// Package netip has IP addresses as small values that can be compared and used as keys.
package netip

import (
	"cmp"
	"errors"
	"strings"
)

// An Addr is an address of IPv4 or IPv6, the latter maybe with a zone; the zero Addr is none.
type Addr struct {
	b    [16]byte // of IPv4: as in IPv6 mapped addresses
	kind uint8    // 0, 4, 6
	zone string
}

var mapped = [12]byte{10: 0xff, 11: 0xff}

func IPv4Unspecified() Addr         { return AddrFrom4([4]byte{}) }
func IPv6Unspecified() Addr         { return Addr{kind: 6} }
func IPv6Loopback() Addr            { return AddrFrom16([16]byte{15: 1}) }
func IPv6LinkLocalAllNodes() Addr   { return AddrFrom16([16]byte{0: 0xff, 1: 2, 15: 1}) }
func IPv6LinkLocalAllRouters() Addr { return AddrFrom16([16]byte{0: 0xff, 1: 2, 15: 2}) }

func AddrFrom4(b [4]byte) Addr {
	a := Addr{kind: 4}
	copy(a.b[:], mapped[:])
	copy(a.b[12:], b[:])
	return a
}

// AddrFrom16 makes an address of IPv6, even of one that maps IPv4.
func AddrFrom16(b [16]byte) Addr { return Addr{b: b, kind: 6} }

// AddrFromSlice takes 4 or 16 bytes.
func AddrFromSlice(s []byte) (a Addr, ok bool) {
	switch len(s) {
	case 4:
		return AddrFrom4([4]byte(s)), true
	case 16:
		return AddrFrom16([16]byte(s)), true
	}
	return Addr{}, false
}

func (a Addr) IsValid() bool { return a.kind != 0 }
func (a Addr) Zone() string  { return a.zone }
func (a Addr) Is4() bool     { return a.kind == 4 }
func (a Addr) Is6() bool     { return a.kind == 6 }
func (a Addr) Is4In6() bool  { return a.kind == 6 && [12]byte(a.b[:12]) == mapped }

func (a Addr) BitLen() int {
	switch a.kind {
	case 4:
		return 32
	case 6:
		return 128
	}
	return 0
}

// Unmap makes the IPv4 address of one that IPv6 maps.
func (a Addr) Unmap() Addr {
	if a.Is4In6() {
		a.kind, a.zone = 4, ""
	}
	return a
}

// WithZone has another zone; only IPv6 has one.
func (a Addr) WithZone(zone string) Addr {
	if a.kind == 6 {
		a.zone = zone
	}
	return a
}

// Compare orders by length, value and zone.
func (a Addr) Compare(b Addr) int {
	if c := cmp.Compare(a.BitLen(), b.BitLen()); c != 0 {
		return c
	}
	for i := range a.b {
		if a.b[i] != b.b[i] {
			return cmp.Compare(a.b[i], b.b[i])
		}
	}
	return strings.Compare(a.zone, b.zone)
}

func (a Addr) Less(b Addr) bool { return a.Compare(b) < 0 }

func (a Addr) As16() [16]byte { return a.b }

func (a Addr) As4() [4]byte {
	if a.kind == 4 || a.Is4In6() {
		return [4]byte(a.b[12:])
	}
	if a.kind == 0 {
		panic("As4 called on IP zero value")
	}
	panic("As4 called on IPv6 address")
}

func (a Addr) AsSlice() []byte {
	switch a.kind {
	case 4:
		return append([]byte(nil), a.b[12:]...)
	case 6:
		return append([]byte(nil), a.b[:]...)
	}
	return nil
}

// own are the bytes that count.
func (a *Addr) own() []byte {
	if a.kind == 4 {
		return a.b[12:]
	}
	return a.b[:]
}

// Next is the address after this one; the zero Addr after the last.
func (a Addr) Next() Addr {
	b := a.own()
	for i := len(b) - 1; i >= 0 && a.kind != 0; i-- {
		if b[i]++; b[i] != 0 {
			return a
		}
	}
	return Addr{}
}

// Prev is the address before this one; the zero Addr before the first.
func (a Addr) Prev() Addr {
	b := a.own()
	for i := len(b) - 1; i >= 0 && a.kind != 0; i-- {
		if b[i]--; b[i] != 0xff {
			return a
		}
	}
	return Addr{}
}

// plain looks through IPv6's mapping of IPv4.
func (a Addr) plain() Addr {
	if a.Is4In6() {
		a.kind = 4
	}
	return a
}

func (a Addr) IsLinkLocalUnicast() bool {
	a = a.plain()
	if a.kind == 4 {
		return a.b[12] == 169 && a.b[13] == 254
	}
	return a.kind == 6 && a.b[0] == 0xfe && a.b[1]&0xc0 == 0x80
}

func (a Addr) IsLoopback() bool {
	a = a.plain()
	if a.kind == 4 {
		return a.b[12] == 127
	}
	return a.kind == 6 && a.b == [16]byte{15: 1}
}

func (a Addr) IsMulticast() bool {
	a = a.plain()
	if a.kind == 4 {
		return a.b[12]&0xf0 == 0xe0
	}
	return a.kind == 6 && a.b[0] == 0xff
}

func (a Addr) IsInterfaceLocalMulticast() bool {
	return a.kind == 6 && !a.Is4In6() && a.b[0] == 0xff && a.b[1]&0x0f == 1
}

func (a Addr) IsLinkLocalMulticast() bool {
	a = a.plain()
	if a.kind == 4 {
		return a.b[12] == 224 && a.b[13] == 0 && a.b[14] == 0
	}
	return a.kind == 6 && a.b[0] == 0xff && a.b[1]&0x0f == 2
}

// IsGlobalUnicast is true of private addresses, too.
func (a Addr) IsGlobalUnicast() bool {
	a = a.plain()
	if a.kind == 0 || a.kind == 4 && (a == IPv4Unspecified() || a == AddrFrom4([4]byte{255, 255, 255, 255})) {
		return false
	}
	return a != IPv6Unspecified() && !a.IsLoopback() && !a.IsMulticast() && !a.IsLinkLocalUnicast()
}

func (a Addr) IsPrivate() bool {
	a = a.plain()
	if a.kind == 4 {
		return a.b[12] == 10 || a.b[12] == 172 && a.b[13]&0xf0 == 16 || a.b[12] == 192 && a.b[13] == 168
	}
	return a.kind == 6 && a.b[0]&0xfe == 0xfc
}

func (a Addr) IsUnspecified() bool { return a == IPv4Unspecified() || a == IPv6Unspecified() }

// ---- text ----

func appendDecimal(b []byte, n uint) []byte {
	if n >= 10 {
		b = appendDecimal(b, n/10)
	}
	return append(b, byte('0'+n%10))
}

const hexDigits = "0123456789abcdef"

func appendHex(b []byte, n uint, width int) []byte {
	if n >= 16 || width > 1 {
		b = appendHex(b, n/16, width-1)
	}
	return append(b, hexDigits[n%16])
}

func append4(b []byte, v []byte) []byte {
	for i, x := range v {
		if i > 0 {
			b = append(b, '.')
		}
		b = appendDecimal(b, uint(x))
	}
	return b
}

func (a *Addr) group(i int) uint { return uint(a.b[2*i])<<8 | uint(a.b[2*i+1]) }

// zeros finds the longest run of at least two groups of zeros.
func (a *Addr) zeros() (from, to int) {
	for i := 0; i < 8; i++ {
		j := i
		for j < 8 && a.group(j) == 0 {
			j++
		}
		if j-i >= 2 && j-i > to-from {
			from, to = i, j
		}
		i = j
	}
	return from, to
}

func (a *Addr) append6(b []byte) []byte {
	from, to := a.zeros()
	for i := 0; i < 8; i++ {
		if i == from && to > from {
			b = append(b, "::"...)
			if i = to; i == 8 {
				break
			}
		} else if i > 0 {
			b = append(b, ':')
		}
		b = appendHex(b, a.group(i), 1)
	}
	return b
}

func (a *Addr) appendZone(b []byte) []byte {
	if a.zone == "" {
		return b
	}
	return append(append(b, '%'), a.zone...)
}

// AppendTo appends the text of the address; nothing for the zero Addr.
func (a Addr) AppendTo(b []byte) []byte {
	switch {
	case a.kind == 0:
		return b
	case a.kind == 4:
		return append4(b, a.b[12:])
	case a.Is4In6():
		b = append4(append(b, "::ffff:"...), a.b[12:])
	default:
		b = a.append6(b)
	}
	return a.appendZone(b)
}

func (a Addr) String() string {
	if a.kind == 0 {
		return "invalid IP"
	}
	return string(a.AppendTo(make([]byte, 0, 48)))
}

// StringExpanded writes IPv6 with all digits.
func (a Addr) StringExpanded() string {
	if a.kind != 6 {
		return a.String()
	}
	b := make([]byte, 0, 40+len(a.zone))
	for i := 0; i < 8; i++ {
		if i > 0 {
			b = append(b, ':')
		}
		b = appendHex(b, a.group(i), 4)
	}
	return string(a.appendZone(b))
}

func (a Addr) MarshalText() ([]byte, error)        { return a.AppendText(nil) }
func (a Addr) AppendText(b []byte) ([]byte, error) { return a.AppendTo(b), nil }
func (a Addr) MarshalBinary() ([]byte, error)      { return a.AppendBinary(nil) }
func (a Addr) AppendBinary(b []byte) ([]byte, error) {
	return append(append(b, a.AsSlice()...), a.zone...), nil
}

// UnmarshalText takes the empty text for the zero Addr.
func (a *Addr) UnmarshalText(text []byte) (err error) {
	*a = Addr{}
	if len(text) > 0 {
		*a, err = ParseAddr(string(text))
	}
	return err
}

var errSize = errors.New("unexpected slice size")

func (a *Addr) UnmarshalBinary(b []byte) error {
	switch n := len(b); {
	case n == 0:
		*a = Addr{}
	case n == 4:
		*a = AddrFrom4([4]byte(b))
	case n >= 16:
		*a = AddrFrom16([16]byte(b)).WithZone(string(b[16:]))
	default:
		return errSize
	}
	return nil
}
