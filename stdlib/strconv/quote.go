package strconv

import "unicode/utf8"

const (
	lowerHex = "0123456789abcdef"
)

// Quoting leaves the printable runes as they are: all, only ASCII, or those that IsGraphic accepts.
type quoteMode int

const (
	quoteUTF8 quoteMode = iota
	quoteASCII
	quoteGraphic
)

// Quote writes s as a Go string literal in double quotes.
func Quote(s string) string { return string(appendQuoted(nil, s, '"', quoteUTF8)) }

// AppendQuote appends Quote(s).
func AppendQuote(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', quoteUTF8) }

// QuoteToASCII is Quote with escapes for all that is not ASCII.
func QuoteToASCII(s string) string { return string(appendQuoted(nil, s, '"', quoteASCII)) }

// AppendQuoteToASCII appends QuoteToASCII(s).
func AppendQuoteToASCII(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', quoteASCII) }

// QuoteToGraphic is Quote with graphic characters, such as wide spaces, left alone.
func QuoteToGraphic(s string) string { return string(appendQuoted(nil, s, '"', quoteGraphic)) }

// AppendQuoteToGraphic appends QuoteToGraphic(s).
func AppendQuoteToGraphic(dst []byte, s string) []byte {
	return appendQuoted(dst, s, '"', quoteGraphic)
}

// QuoteRune writes r as a Go character literal.
func QuoteRune(r rune) string { return string(AppendQuoteRune(nil, r)) }

// AppendQuoteRune appends QuoteRune(r).
func AppendQuoteRune(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, quoteUTF8) }

// QuoteRuneToASCII is QuoteRune with escapes for all that is not ASCII.
func QuoteRuneToASCII(r rune) string { return string(AppendQuoteRuneToASCII(nil, r)) }

// AppendQuoteRuneToASCII appends QuoteRuneToASCII(r).
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, quoteASCII) }

// QuoteRuneToGraphic is QuoteRune with graphic characters left alone.
func QuoteRuneToGraphic(r rune) string { return string(AppendQuoteRuneToGraphic(nil, r)) }

// AppendQuoteRuneToGraphic appends QuoteRuneToGraphic(r).
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return appendQuotedRune(dst, r, quoteGraphic)
}

func appendQuotedRune(dst []byte, r rune, mode quoteMode) []byte {
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	dst = append(dst, '\'')
	dst = appendEscaped(dst, r, '\'', mode)
	return append(dst, '\'')
}

func appendQuoted(dst []byte, s string, quote byte, mode quoteMode) []byte {
	if cap(dst)-len(dst) < len(s)+2 {
		grown := make([]byte, len(dst), len(dst)+2+3*len(s)/2)
		copy(grown, dst)
		dst = grown
	}
	dst = append(dst, quote)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			dst = appendEscaped(dst, rune(c), quote, mode)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if n == 1 {
			dst = append(dst, '\\', 'x', lowerHex[c>>4], lowerHex[c&15])
		} else {
			dst = appendEscaped(dst, r, quote, mode)
		}
		i += n
	}
	return append(dst, quote)
}

func appendEscaped(dst []byte, r rune, quote byte, mode quoteMode) []byte {
	if r == rune(quote) || r == '\\' {
		return append(dst, '\\', byte(r))
	}
	if mode == quoteASCII {
		if r < utf8.RuneSelf && IsPrint(r) {
			return append(dst, byte(r))
		}
	} else if IsPrint(r) || mode == quoteGraphic && IsGraphic(r) {
		return utf8.AppendRune(dst, r)
	}
	switch r {
	case '\a':
		return append(dst, '\\', 'a')
	case '\b':
		return append(dst, '\\', 'b')
	case '\f':
		return append(dst, '\\', 'f')
	case '\n':
		return append(dst, '\\', 'n')
	case '\r':
		return append(dst, '\\', 'r')
	case '\t':
		return append(dst, '\\', 't')
	case '\v':
		return append(dst, '\\', 'v')
	}
	kind, digits := byte('U'), 8
	switch {
	case r < ' ' || r == 0x7f:
		kind, digits = 'x', 2
	case !utf8.ValidRune(r):
		r = utf8.RuneError
		fallthrough
	case r < 0x10000:
		kind, digits = 'u', 4
	}
	dst = append(dst, '\\', kind)
	for digits--; digits >= 0; digits-- {
		dst = append(dst, lowerHex[r>>uint(4*digits)&15])
	}
	return dst
}

// CanBackquote reports whether s can stand unchanged on one line in backquotes.
func CanBackquote(s string) bool {
	for _, r := range s {
		if r == utf8.RuneError {
			return false // perhaps one that was written: the literal would look invalid all the same
		}
		if r < ' ' && r != '\t' || r == '`' || r == 0x7f || r == '\uFEFF' {
			return false
		}
	}
	return true
}

func unhex(c byte) (rune, bool) {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0'), true
	case 'a' <= lower(c) && lower(c) <= 'f':
		return rune(lower(c)-'a') + 10, true
	}
	return 0, false
}

// UnquoteChar reads the first character or escape of a literal's inside. quote is the quote that must be escaped: ' or ",
// or 0 for none. multibyte says that value is to be written as UTF-8 and not as one byte.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	switch {
	case c == quote && (quote == '\'' || quote == '"'):
		return 0, false, "", ErrSyntax
	case c >= utf8.RuneSelf:
		r, n := utf8.DecodeRuneInString(s)
		return r, true, s[n:], nil
	case c != '\\':
		return rune(c), false, s[1:], nil
	}
	if len(s) < 2 {
		return 0, false, "", ErrSyntax
	}
	c, s = s[1], s[2:]
	digits := 0
	switch c {
	case 'a':
		value = '\a'
	case 'b':
		value = '\b'
	case 'f':
		value = '\f'
	case 'n':
		value = '\n'
	case 'r':
		value = '\r'
	case 't':
		value = '\t'
	case 'v':
		value = '\v'
	case '\\':
		value = '\\'
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		value = rune(c)
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	case '0', '1', '2', '3', '4', '5', '6', '7':
		if len(s) < 2 {
			return 0, false, "", ErrSyntax
		}
		value = rune(c - '0')
		for i := 0; i < 2; i++ {
			d := s[i] - '0'
			if d > 7 {
				return 0, false, "", ErrSyntax
			}
			value = value<<3 | rune(d)
		}
		if value > 255 {
			return 0, false, "", ErrSyntax
		}
		return value, false, s[2:], nil
	default:
		return 0, false, "", ErrSyntax
	}
	if digits == 0 {
		return value, false, s, nil
	}
	if len(s) < digits {
		return 0, false, "", ErrSyntax
	}
	for i := 0; i < digits; i++ {
		d, ok := unhex(s[i])
		if !ok {
			return 0, false, "", ErrSyntax
		}
		value = value<<4 | d
	}
	if c == 'x' {
		return value, false, s[2:], nil
	}
	if !utf8.ValidRune(value) {
		return 0, false, "", ErrSyntax
	}
	return value, true, s[digits:], nil
}

// QuotedPrefix returns the literal that s starts with, in any of the three quotes.
func QuotedPrefix(s string) (string, error) {
	text, _, err := unquote(s, false)
	return text, err
}

// Unquote returns what a literal in ", ` or ' stands for.
func Unquote(s string) (string, error) {
	literal, out, err := unquote(s, true)
	if err == nil && len(literal) != len(s) {
		err = ErrSyntax
	}
	if err != nil {
		return "", err
	}
	return out, nil
}

// unquote reads the literal at the start of s; out only when decode.
func unquote(s string, decode bool) (literal, out string, err error) {
	if len(s) < 2 {
		return "", "", ErrSyntax
	}
	quote := s[0]
	end := 1
	switch quote {
	case '`':
		for end < len(s) && s[end] != '`' {
			end++
		}
		if end == len(s) {
			return "", "", ErrSyntax
		}
		literal = s[:end+1]
		if decode {
			out = dropCR(s[1:end])
		}
		return literal, out, nil
	case '"', '\'':
	default:
		return "", "", ErrSyntax
	}
	// without escapes the inside is the value
	for end < len(s) && s[end] != quote && s[end] != '\\' && s[end] != '\n' {
		end++
	}
	if end < len(s) && s[end] == quote {
		inside := s[1:end]
		plain := utf8.ValidString(inside)
		if quote == '\'' {
			r, n := utf8.DecodeRuneInString(inside)
			plain = n == len(inside) && (r != utf8.RuneError || n != 1)
		}
		if plain {
			return s[:end+1], inside, nil
		}
	}
	var buf []byte
	rest := s[1:]
	for count := 0; ; count++ {
		if rest == "" || rest[0] == '\n' {
			return "", "", ErrSyntax
		}
		if rest[0] == quote {
			if quote == '\'' && count != 1 {
				return "", "", ErrSyntax
			}
			return s[:len(s)-len(rest)+1], string(buf), nil
		}
		r, multibyte, tail, err := UnquoteChar(rest, quote)
		if err != nil {
			return "", "", err
		}
		rest = tail
		if r < utf8.RuneSelf || !multibyte {
			buf = append(buf, byte(r))
		} else {
			buf = utf8.AppendRune(buf, r)
		}
	}
}

func dropCR(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] == '\r' {
			out := []byte(s[:i])
			for ; i < len(s); i++ {
				if s[i] != '\r' {
					out = append(out, s[i])
				}
			}
			return string(out)
		}
	}
	return s
}
