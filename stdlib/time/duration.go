package time

// A Duration is a span of time in nanoseconds.
type Duration int64

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

// String writes the duration as 72h3m0.5s, below a second in ms, µs or ns.
func (d Duration) String() string {
	var buf [32]byte
	at := len(buf)
	u := uint64(d)
	if d < 0 {
		u = -u
	}
	put := func(s string) {
		at -= len(s)
		copy(buf[at:], s)
	}
	if u < uint64(Second) {
		switch {
		case u == 0:
			return "0s"
		case u < uint64(Microsecond):
			put("ns")
			at = putInt(buf[:at], u)
		case u < uint64(Millisecond):
			put("µs")
			at, u = putFrac(buf[:at], u, 3)
			at = putInt(buf[:at], u)
		default:
			put("ms")
			at, u = putFrac(buf[:at], u, 6)
			at = putInt(buf[:at], u)
		}
	} else {
		put("s")
		at, u = putFrac(buf[:at], u, 9)
		at = putInt(buf[:at], u%60)
		if u /= 60; u > 0 {
			put("m")
			at = putInt(buf[:at], u%60)
			if u /= 60; u > 0 {
				put("h")
				at = putInt(buf[:at], u)
			}
		}
	}
	if d < 0 {
		put("-")
	}
	return string(buf[at:])
}

// putFrac writes the fraction v / 10^prec at the end of buf, without trailing zeros; what is left of v is the integer part.
func putFrac(buf []byte, v uint64, prec int) (at int, rest uint64) {
	at = len(buf)
	shown := false
	for i := 0; i < prec; i++ {
		digit := v % 10
		shown = shown || digit != 0
		if shown {
			at--
			buf[at] = byte(digit) + '0'
		}
		v /= 10
	}
	if shown {
		at--
		buf[at] = '.'
	}
	return at, v
}

func putInt(buf []byte, v uint64) int {
	at := len(buf)
	for {
		at--
		buf[at] = byte(v%10) + '0'
		if v /= 10; v == 0 {
			return at
		}
	}
}

func (d Duration) Nanoseconds() int64  { return int64(d) }
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

func (d Duration) in(unit Duration) float64 {
	return float64(d/unit) + float64(d%unit)/float64(unit)
}

func (d Duration) Seconds() float64 { return d.in(Second) }
func (d Duration) Minutes() float64 { return d.in(Minute) }
func (d Duration) Hours() float64   { return d.in(Hour) }

// Truncate rounds toward zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds to the nearest multiple of m, halfway values away from zero.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		r = -r
		if r+r < m {
			return d + r
		}
		if d1 := d - m + r; d1 < d {
			return d1
		}
		return minDuration
	}
	if r+r < m {
		return d - r
	}
	if d1 := d + m - r; d1 > d {
		return d1
	}
	return maxDuration
}

func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

var units = map[string]uint64{
	"ns": uint64(Nanosecond), "us": uint64(Microsecond), "µs": uint64(Microsecond), "μs": uint64(Microsecond),
	"ms": uint64(Millisecond), "s": uint64(Second), "m": uint64(Minute), "h": uint64(Hour),
}

type durationError struct{ text string }

func (e *durationError) Error() string { return e.text }

// ParseDuration reads a text such as -1.5h or 2h45m.
func ParseDuration(s string) (Duration, error) {
	orig := s
	invalid := func(what string) (Duration, error) {
		return 0, &durationError{"time: " + what + quote(orig)}
	}
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if s == "0" {
		return 0, nil
	}
	if s == "" {
		return invalid("invalid duration ")
	}
	var total uint64
	for s != "" {
		var v, f uint64
		scale := 1.0
		if s[0] != '.' && (s[0] < '0' || s[0] > '9') {
			return invalid("invalid duration ")
		}
		i := 0
		for ; i < len(s) && '0' <= s[i] && s[i] <= '9'; i++ {
			if v > 1<<63/10 {
				return invalid("invalid duration ")
			}
			if v = v*10 + uint64(s[i]-'0'); v > 1<<63 {
				return invalid("invalid duration ")
			}
		}
		digits := i > 0
		s = s[i:]
		if s != "" && s[0] == '.' {
			over := false
			i = 1
			for ; i < len(s) && '0' <= s[i] && s[i] <= '9'; i++ {
				if over {
					continue
				}
				if f > (1<<63-1)/10 {
					over = true
					continue
				}
				y := f*10 + uint64(s[i]-'0')
				if y > 1<<63 {
					over = true
					continue
				}
				f = y
				scale *= 10
			}
			digits = digits || i > 1
			s = s[i:]
		}
		if !digits {
			return invalid("invalid duration ")
		}
		i = 0
		for i < len(s) && s[i] != '.' && (s[i] < '0' || s[i] > '9') {
			i++
		}
		if i == 0 {
			return invalid("missing unit in duration ")
		}
		name := s[:i]
		s = s[i:]
		unit, ok := units[name]
		if !ok {
			return invalid("unknown unit " + quote(name) + " in duration ")
		}
		if v > 1<<63/unit {
			return invalid("invalid duration ")
		}
		v *= unit
		if f > 0 {
			v += uint64(float64(f) * (float64(unit) / scale))
			if v > 1<<63 {
				return invalid("invalid duration ")
			}
		}
		if total += v; total > 1<<63 {
			return invalid("invalid duration ")
		}
	}
	if neg {
		return -Duration(total), nil
	}
	if total > 1<<63-1 {
		return invalid("invalid duration ")
	}
	return Duration(total), nil
}

// quote writes s in double quotes, with what is not printable ASCII in hexadecimal.
func quote(s string) string {
	const hex = "0123456789abcdef"
	buf := []byte{'"'}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			buf = append(buf, '\\', c)
		case c < ' ' || c >= 0x80:
			buf = append(buf, '\\', 'x', hex[c>>4], hex[c&15])
		default:
			buf = append(buf, c)
		}
	}
	return string(append(buf, '"'))
}
