package fmt

import (
	"strconv"
	"unicode/utf8"
)

const (
	lowerHex = "0123456789abcdefx"
	upperHex = "0123456789ABCDEFX"
	signed   = true
	unsigned = false
)

// flags are those of one verb.
type flags struct {
	widPresent, precPresent         bool
	minus, plus, sharp, space, zero bool
	plusV, sharpV                   bool // %+v and %#v: the flag belongs to the verb, not to the operands in it
	wid, prec                       int
}

// A formatter writes single values into buf by its flags.
type formatter struct {
	flags
	buf     []byte
	scratch [68]byte // 64 binary digits, sign, prefix
}

// padding appends n padding bytes: zeros only on the left.
func (f *formatter) padding(n int) {
	c := byte(' ')
	if f.zero && !f.minus {
		c = '0'
	}
	for ; n > 0; n-- {
		f.buf = append(f.buf, c)
	}
}

// pad appends b, filled up to the width.
func (f *formatter) pad(b []byte) {
	if !f.widPresent || f.wid == 0 {
		f.buf = append(f.buf, b...)
		return
	}
	n := f.wid - utf8.RuneCount(b)
	if !f.minus {
		f.padding(n)
	}
	f.buf = append(f.buf, b...)
	if f.minus {
		f.padding(n)
	}
}

// padString is pad for strings.
func (f *formatter) padString(s string) {
	if !f.widPresent || f.wid == 0 {
		f.buf = append(f.buf, s...)
		return
	}
	n := f.wid - utf8.RuneCountInString(s)
	if !f.minus {
		f.padding(n)
	}
	f.buf = append(f.buf, s...)
	if f.minus {
		f.padding(n)
	}
}

func (f *formatter) boolean(v bool) { f.padString(strconv.FormatBool(v)) }

// unicode writes U+0078 'x'.
func (f *formatter) unicode(u uint64) {
	prec := 4
	if f.precPresent && f.prec > 4 {
		prec = f.prec
	}
	out := append(f.scratch[:0], "U+"...)
	digits := 1
	for v := u >> 4; v != 0; v >>= 4 {
		digits++
	}
	for i := digits; i < prec; i++ {
		out = append(out, '0')
	}
	for i := digits - 1; i >= 0; i-- {
		out = append(out, upperHex[u>>uint(4*i)&15])
	}
	if f.sharp && u <= utf8.MaxRune && strconv.IsPrint(rune(u)) {
		out = append(out, " '"...)
		out = utf8.AppendRune(out, rune(u))
		out = append(out, '\'')
	}
	zero := f.zero
	f.zero = false
	f.pad(out)
	f.zero = zero
}

// integer writes u in the base, its sign and prefix by the flags.
func (f *formatter) integer(u uint64, base int, isSigned bool, verb rune, digits string) {
	negative := isSigned && int64(u) < 0
	if negative {
		u = -u
	}
	buf := f.scratch[:]
	if f.widPresent || f.precPresent {
		if n := 3 + f.wid + f.prec; n > len(buf) {
			buf = make([]byte, n)
		}
	}
	prec := 0
	if f.precPresent {
		prec = f.prec
		if prec == 0 && u == 0 { // no digits at all
			zero := f.zero
			f.zero = false
			f.padding(f.wid)
			f.zero = zero
			return
		}
	} else if f.zero && !f.minus && f.widPresent {
		prec = f.wid
		if negative || f.plus || f.space {
			prec--
		}
	}
	i := len(buf)
	switch base {
	case 10:
		for u >= 10 {
			i--
			next := u / 10
			buf[i] = byte('0' + u - next*10)
			u = next
		}
	case 16:
		for ; u >= 16; u >>= 4 {
			i--
			buf[i] = digits[u&15]
		}
	case 8:
		for ; u >= 8; u >>= 3 {
			i--
			buf[i] = byte('0' + u&7)
		}
	case 2:
		for ; u >= 2; u >>= 1 {
			i--
			buf[i] = byte('0' + u&1)
		}
	default:
		panic("fmt: unknown base; can't happen")
	}
	i--
	buf[i] = digits[u]
	for i > 0 && prec > len(buf)-i {
		i--
		buf[i] = '0'
	}
	if f.sharp {
		switch base {
		case 2:
			i -= 2
			buf[i], buf[i+1] = '0', 'b'
		case 8:
			if buf[i] != '0' {
				i--
				buf[i] = '0'
			}
		case 16:
			i -= 2
			buf[i], buf[i+1] = '0', digits[16]
		}
	}
	if verb == 'O' {
		i -= 2
		buf[i], buf[i+1] = '0', 'o'
	}
	switch {
	case negative:
		i--
		buf[i] = '-'
	case f.plus:
		i--
		buf[i] = '+'
	case f.space:
		i--
		buf[i] = ' '
	}
	zero := f.zero
	f.zero = false // the zeros are in already
	f.pad(buf[i:])
	f.zero = zero
}

// cut keeps as many runes as the precision says.
func (f *formatter) cut(s string) string {
	if f.precPresent {
		n := f.prec
		for i := range s {
			if n--; n < 0 {
				return s[:i]
			}
		}
	}
	return s
}

func (f *formatter) cutBytes(b []byte) []byte {
	if f.precPresent {
		n := f.prec
		for i := 0; i < len(b); {
			if n--; n < 0 {
				return b[:i]
			}
			_, w := utf8.DecodeRune(b[i:])
			i += w
		}
	}
	return b
}

func (f *formatter) str(s string)   { f.padString(f.cut(s)) }
func (f *formatter) bytes(b []byte) { f.pad(f.cutBytes(b)) }

// hex writes the n bytes that at gives in hexadecimal; with a space between them when asked.
func (f *formatter) hex(at func(int) byte, n int, digits string) {
	if f.precPresent && f.prec < n {
		n = f.prec
	}
	width := 2 * n
	if width <= 0 {
		if f.widPresent {
			f.padding(f.wid)
		}
		return
	}
	if f.space {
		if f.sharp {
			width *= 2
		}
		width += n - 1
	} else if f.sharp {
		width += 2
	}
	if f.widPresent && f.wid > width && !f.minus {
		f.padding(f.wid - width)
	}
	if f.sharp {
		f.buf = append(f.buf, '0', digits[16])
	}
	for i := 0; i < n; i++ {
		if f.space && i > 0 {
			f.buf = append(f.buf, ' ')
			if f.sharp {
				f.buf = append(f.buf, '0', digits[16])
			}
		}
		c := at(i)
		f.buf = append(f.buf, digits[c>>4], digits[c&15])
	}
	if f.widPresent && f.wid > width && f.minus {
		f.padding(f.wid - width)
	}
}

func (f *formatter) hexString(s string, digits string) {
	f.hex(func(i int) byte { return s[i] }, len(s), digits)
}

func (f *formatter) hexBytes(b []byte, digits string) {
	f.hex(func(i int) byte { return b[i] }, len(b), digits)
}

// quoted writes s as a Go string literal: in backquotes for %#q where that can be, in ASCII for %+q.
func (f *formatter) quoted(s string) {
	s = f.cut(s)
	if f.sharp && strconv.CanBackquote(s) {
		f.padString("`" + s + "`")
		return
	}
	if f.plus {
		f.pad(strconv.AppendQuoteToASCII(f.scratch[:0], s))
	} else {
		f.pad(strconv.AppendQuote(f.scratch[:0], s))
	}
}

func asRune(c uint64) rune {
	if c > utf8.MaxRune {
		return utf8.RuneError
	}
	return rune(c)
}

func (f *formatter) char(c uint64) { f.pad(utf8.AppendRune(f.scratch[:0], asRune(c))) }

func (f *formatter) quotedChar(c uint64) {
	if f.plus {
		f.pad(strconv.AppendQuoteRuneToASCII(f.scratch[:0], asRune(c)))
	} else {
		f.pad(strconv.AppendQuoteRune(f.scratch[:0], asRune(c)))
	}
}

// float writes v by verb, a format of strconv.AppendFloat, with prec digits unless the flags say otherwise.
func (f *formatter) float(v float64, size int, verb rune, prec int) {
	if f.precPresent {
		prec = f.prec
	}
	num := strconv.AppendFloat(f.scratch[:1], v, byte(verb), prec, size)
	if num[1] == '-' || num[1] == '+' {
		num = num[1:]
	} else {
		num[0] = '+'
	}
	if f.space && num[0] == '+' && !f.plus {
		num[0] = ' '
	}
	if num[1] == 'I' || num[1] == 'N' { // no zeros before Inf and NaN
		zero := f.zero
		f.zero = false
		if num[1] == 'N' && !f.space && !f.plus {
			num = num[1:]
		}
		f.pad(num)
		f.zero = zero
		return
	}
	if f.sharp && verb != 'b' {
		num = keepPoint(num, verb, prec)
	}
	if !f.plus && num[0] == '+' {
		f.pad(num[1:])
		return
	}
	if f.zero && !f.minus && f.widPresent && f.wid > len(num) { // the sign goes before the zeros
		f.buf = append(f.buf, num[0])
		f.padding(f.wid - len(num))
		f.buf = append(f.buf, num[1:]...)
		return
	}
	f.pad(num)
}

// keepPoint is what # does to a number: the decimal point stays, and for %g the trailing zeros too.
func keepPoint(num []byte, verb rune, prec int) []byte {
	digits := 0
	switch verb {
	case 'v', 'g', 'G', 'x':
		digits = prec
		if digits < 0 {
			digits = 6
		}
	}
	var tailBuf [6]byte
	tail := tailBuf[:0]
	point, nonzero := false, false
scan:
	for i := 1; i < len(num); i++ {
		switch c := num[i]; {
		case c == '.':
			point = true
		case c == 'p' || c == 'P' || (c == 'e' || c == 'E') && verb != 'x' && verb != 'X':
			tail = append(tail, num[i:]...)
			num = num[:i]
			break scan
		default:
			if c != '0' {
				nonzero = true
			}
			if nonzero { // digits from the first that is not zero count
				digits--
			}
		}
	}
	if !point {
		if len(num) == 2 && num[1] == '0' {
			digits--
		}
		num = append(num, '.')
	}
	for ; digits > 0; digits-- {
		num = append(num, '0')
	}
	return append(num, tail...)
}
