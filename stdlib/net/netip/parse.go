package netip

import (
	"strconv"
	"strings"
)

type parseError struct{ in, msg, at string }

func (e parseError) Error() string {
	text := "ParseAddr(" + strconv.Quote(e.in) + "): " + e.msg
	if e.at != "" {
		text += " (at " + strconv.Quote(e.at) + ")"
	}
	return text
}

// ParseAddr reads 192.0.2.1, 2001:db8::68, fe80::1cc0:3e8c:119f:c2e1%ens18.
func ParseAddr(s string) (Addr, error) {
	switch i := strings.IndexAny(s, ".:%"); {
	case i < 0:
		return Addr{}, parseError{s, "unable to parse IP", ""}
	case s[i] == '%':
		return Addr{}, parseError{s, "missing IPv6 address", ""}
	case s[i] == ':':
		return parse6(s)
	}
	var b [4]byte
	if err := parse4(b[:], s, s); err != nil {
		return Addr{}, err
	}
	return AddrFrom4(b), nil
}

func MustParseAddr(s string) Addr {
	a, err := ParseAddr(s)
	if err != nil {
		panic(err)
	}
	return a
}

// parse4 reads s, the end of in, as four numbers.
func parse4(b []byte, s, in string) error {
	field, digits, v := 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			if digits == 1 && v == 0 {
				return parseError{in, "IPv4 field has octet with leading zero", ""}
			}
			digits++
			if v = 10*v + int(c-'0'); v > 255 {
				return parseError{in, "IPv4 field has value >255", ""}
			}
		case c != '.':
			return parseError{in, "unexpected character", s[i:]}
		case digits == 0 || i == len(s)-1:
			return parseError{in, "IPv4 field must have at least one digit", s[i:]}
		case field == 3:
			return parseError{in, "IPv4 address too long", ""}
		default:
			b[field] = byte(v)
			field++
			digits, v = 0, 0
		}
	}
	if field < 3 {
		return parseError{in, "IPv4 address too short", ""}
	}
	b[3] = byte(v)
	return nil
}

func hexValue(c byte) (v uint, ok bool) {
	switch {
	case '0' <= c && c <= '9':
		return uint(c - '0'), true
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return uint(c|0x20-'a') + 10, true
	}
	return 0, false
}

// groups6 are the groups read so far; gap is where :: stood, in bytes, or -1.
type groups6 struct {
	b      [16]byte
	n, gap int
}

// hex reads a group of hexadecimal digits at the beginning of s and gives how many there are.
func (g *groups6) hex(s string) (v uint, n int, msg string) {
	for ; n < len(s); n++ {
		d, ok := hexValue(s[n])
		if !ok {
			break
		}
		if n > 3 {
			return 0, 0, "each group must have 4 or less digits"
		}
		v = v<<4 | d
	}
	if n == 0 {
		return 0, 0, "each colon-separated field must have at least one digit"
	}
	return v, n, ""
}

// ending reads the IPv4 address that ends one of IPv6.
func (g *groups6) ending(s, in string) error {
	if g.gap < 0 && g.n != 12 {
		return parseError{in, "embedded IPv4 address must replace the final 2 fields of the address", s}
	}
	if g.n > 12 {
		return parseError{in, "too many hex fields to fit an embedded IPv4 at the end of the address", s}
	}
	err := parse4(g.b[g.n:g.n+4], s, in)
	g.n += 4
	return err
}

// separator takes what stands between groups off s.
func (g *groups6) separator(s, in string) (string, error) {
	if s[0] != ':' {
		return "", parseError{in, "unexpected character, want colon", s}
	}
	if len(s) == 1 {
		return "", parseError{in, "colon must be followed by more characters", s}
	}
	s = s[1:]
	if s[0] != ':' {
		return s, nil
	}
	if g.gap >= 0 {
		return "", parseError{in, "multiple :: in address", s}
	}
	g.gap = g.n
	return s[1:], nil
}

func (g *groups6) read(s, in string) error {
	for g.n < 16 && s != "" {
		v, n, msg := g.hex(s)
		if msg != "" {
			return parseError{in, msg, s}
		}
		if n < len(s) && s[n] == '.' {
			return g.ending(s, in)
		}
		g.b[g.n], g.b[g.n+1] = byte(v>>8), byte(v)
		g.n += 2
		if s = s[n:]; s == "" {
			return nil
		}
		var err error
		if s, err = g.separator(s, in); err != nil {
			return err
		}
	}
	if s != "" {
		return parseError{in, "trailing garbage after address", s}
	}
	return nil
}

func parse6(in string) (Addr, error) {
	s, zone, has := strings.Cut(in, "%")
	if has && zone == "" {
		return Addr{}, parseError{in, "zone must be a non-empty string", ""}
	}
	g := groups6{gap: -1}
	if strings.HasPrefix(s, "::") {
		g.gap = 0
		s = s[2:]
	}
	if s == "" && g.gap < 0 {
		return Addr{}, parseError{in, "each colon-separated field must have at least one digit", s}
	}
	if err := g.read(s, in); err != nil {
		return Addr{}, err
	}
	switch {
	case g.n < 16 && g.gap < 0:
		return Addr{}, parseError{in, "address string too short", ""}
	case g.n == 16 && g.gap >= 0:
		return Addr{}, parseError{in, "the :: must expand to at least one field of zeros", ""}
	}
	a := AddrFrom16(g.b)
	if g.n < 16 {
		clear(a.b[g.gap:])
		copy(a.b[16-(g.n-g.gap):], g.b[g.gap:g.n])
	}
	return a.WithZone(zone), nil
}
