package strconv

import "errors"

// ErrRange says that a value does not fit the type, ErrSyntax that the text has not the right form.
var (
	ErrRange  = errors.New("value out of range")
	ErrSyntax = errors.New("invalid syntax")
)

// A NumError records a failed conversion.
type NumError struct {
	Func string // ParseBool, ParseInt, ParseUint, ParseFloat, ParseComplex, Atoi
	Num  string
	Err  error
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": " + "parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error { return e.Err }

// clone keeps an error from holding on to a large text that s is a part of.
func clone(s string) string { return string([]byte(s)) }

func syntaxError(fn, s string) *NumError { return &NumError{fn, clone(s), ErrSyntax} }
func rangeError(fn, s string) *NumError  { return &NumError{fn, clone(s), ErrRange} }

const (
	IntSize   = 64
	maxUint64 = 1<<64 - 1
)

// ParseUint reads an unsigned integer: base 2 to 36, or 0 for Go's prefixes and underscores; bitSize 0 is int.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	return parseUint("ParseUint", s, s, base, bitSize)
}

// parseUint reads s; fn and whole are for errors.
func parseUint(fn, s, whole string, base, bitSize int) (uint64, error) {
	if s == "" {
		return 0, syntaxError(fn, whole)
	}
	base0 := base == 0
	text := s
	switch {
	case 2 <= base && base <= 36:
	case base0:
		base = 10
		if s[0] == '0' {
			switch {
			case len(s) >= 3 && lower(s[1]) == 'b':
				base, s = 2, s[2:]
			case len(s) >= 3 && lower(s[1]) == 'o':
				base, s = 8, s[2:]
			case len(s) >= 3 && lower(s[1]) == 'x':
				base, s = 16, s[2:]
			default:
				base, s = 8, s[1:]
			}
		}
	default:
		return 0, &NumError{fn, clone(whole), errors.New("invalid base " + Itoa(base))}
	}
	switch {
	case bitSize == 0:
		bitSize = IntSize
	case bitSize < 0 || bitSize > 64:
		return 0, &NumError{fn, clone(whole), errors.New("invalid bit size " + Itoa(bitSize))}
	}
	limit := uint64(1)<<uint(bitSize) - 1
	b := uint64(base)
	cut := maxUint64/b + 1
	underscores := false
	n := uint64(0)
	for i := 0; i < len(s); i++ {
		c := s[i]
		var d byte
		switch {
		case c == '_' && base0:
			underscores = true
			continue
		case '0' <= c && c <= '9':
			d = c - '0'
		case 'a' <= lower(c) && lower(c) <= 'z':
			d = lower(c) - 'a' + 10
		default:
			return 0, syntaxError(fn, whole)
		}
		if d >= byte(base) {
			return 0, syntaxError(fn, whole)
		}
		if n >= cut {
			return limit, rangeError(fn, whole)
		}
		n *= b
		if n+uint64(d) < n || n+uint64(d) > limit {
			return limit, rangeError(fn, whole)
		}
		n += uint64(d)
	}
	if underscores && !underscoresOK(text) {
		return 0, syntaxError(fn, whole)
	}
	return n, nil
}

func lower(c byte) byte { return c | ('x' - 'X') }

// underscoresOK reports whether each underscore of a number stands between digits, or between base prefix and digit.
func underscoresOK(s string) bool {
	if len(s) >= 1 && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	last := byte('^') // what came before: '0' a digit or prefix, '_', '!' anything else
	hex := false
	i := 0
	if len(s) >= 2 && s[0] == '0' && (lower(s[1]) == 'b' || lower(s[1]) == 'o' || lower(s[1]) == 'x') {
		i, last, hex = 2, '0', lower(s[1]) == 'x'
	}
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9' || hex && 'a' <= lower(c) && lower(c) <= 'f':
			last = '0'
		case c == '_':
			if last != '0' {
				return false
			}
			last = '_'
		default:
			if last == '_' {
				return false
			}
			last = '!'
		}
	}
	return last != '_'
}

// ParseInt reads a signed integer; see ParseUint.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	return parseInt("ParseInt", s, base, bitSize)
}

func parseInt(fn, s string, base, bitSize int) (int64, error) {
	if s == "" {
		return 0, syntaxError(fn, s)
	}
	digits, neg := s, false
	if s[0] == '+' || s[0] == '-' {
		neg = s[0] == '-'
		digits = s[1:]
	}
	u, err := parseUint(fn, digits, s, base, bitSize)
	if err != nil && err.(*NumError).Err != ErrRange {
		return 0, err
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	limit := uint64(1) << uint(bitSize-1)
	if !neg && u >= limit {
		return int64(limit - 1), rangeError(fn, s)
	}
	if neg && u > limit {
		return -int64(limit), rangeError(fn, s)
	}
	if neg {
		return -int64(u), nil
	}
	return int64(u), nil
}

// Atoi is ParseInt(s, 10, 0) as an int.
func Atoi(s string) (int, error) {
	if 0 < len(s) && len(s) < 19 { // cannot overflow
		i := 0
		if s[0] == '-' || s[0] == '+' {
			i = 1
		}
		n := 0
		ok := i < len(s)
		for ; i < len(s); i++ {
			d := s[i] - '0'
			if d > 9 {
				ok = false
				break
			}
			n = n*10 + int(d)
		}
		if !ok {
			return 0, syntaxError("Atoi", s)
		}
		if s[0] == '-' {
			n = -n
		}
		return n, nil
	}
	n, err := parseInt("Atoi", s, 10, 0)
	return int(n), err
}

// ParseBool reads 1, t, T, TRUE, true, True, 0, f, F, FALSE, false, False.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, syntaxError("ParseBool", str)
}
