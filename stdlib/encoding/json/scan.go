package json

import (
	"bytes"
	"strconv"
)

// maxDepth is how deep arrays and objects may nest.
const maxDepth = 10000

// A SyntaxError says what is wrong with JSON text. Offset counts the bytes read before the error was found.
type SyntaxError struct {
	msg    string
	Offset int64
}

func (e *SyntaxError) Error() string { return e.msg }

// What a scanner expects next. In numbers and literals the state says which of their bytes come.
type state uint8

const (
	value          state = iota // the beginning of a value
	valueOrEnd                  // of an array's first, or its end
	keyOrEnd                    // an object's first key, or its end
	keyNext                     // the key after a comma
	colon                       // after a key
	afterValue                  // in an array or object: a comma or the end
	done                        // after the outermost value
	inString                    // and its parts
	inEscape                    //
	inHex                       // the rest of four digits
	literal                     // within true, false, null
	minus                       // in a number: after the sign
	zero                        // after a leading 0
	digits                      // in the whole part
	point                       // after the point
	fraction                    //
	exponent                    // after e
	exponentSign                // and its sign
	exponentDigits              //
	failed
)

// A scanner checks JSON text that comes in pieces. It is a state machine: step takes one byte.
type scanner struct {
	state state
	isKey bool   // the string being read is a key
	hex   int    // digits still to come
	word  string // the literal being read, and how much of it
	at    int
	open  []byte // what is open: '[' or '{'
	err   error
	n     int64 // bytes taken
}

func (s *scanner) reset() {
	*s = scanner{open: s.open[:0], n: s.n}
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func quoteByte(c byte) string {
	switch c {
	case '\'':
		return `'\''`
	case '"':
		return `'"'`
	}
	s := strconv.Quote(string(rune(c)))
	return "'" + s[1:len(s)-1] + "'"
}

func (s *scanner) fail(c byte, where string) {
	s.state = failed
	s.err = &SyntaxError{"invalid character " + quoteByte(c) + " " + where, s.n}
}

// ended: a value is complete.
func (s *scanner) ended() {
	if len(s.open) == 0 {
		s.state = done
	} else {
		s.state = afterValue
	}
}

func (s *scanner) push(c byte, next state) {
	s.open = append(s.open, c)
	s.state = next
	if len(s.open) > maxDepth {
		s.state = failed
		s.err = &SyntaxError{"exceeded max depth", s.n}
	}
}

func (s *scanner) pop() {
	s.open = s.open[:len(s.open)-1]
	s.ended()
}

func (s *scanner) begin(c byte) {
	switch {
	case c == '{':
		s.push(c, keyOrEnd)
	case c == '[':
		s.push(c, valueOrEnd)
	case c == '"':
		s.state, s.isKey = inString, false
	case c == '-':
		s.state = minus
	case c == '0':
		s.state = zero
	case isDigit(c):
		s.state = digits
	case c == 't':
		s.state, s.word, s.at = literal, "true", 1
	case c == 'f':
		s.state, s.word, s.at = literal, "false", 1
	case c == 'n':
		s.state, s.word, s.at = literal, "null", 1
	default:
		s.fail(c, "looking for beginning of value")
	}
}

// afterElement: what may follow a complete value inside something.
func (s *scanner) afterElement(c byte) {
	in := s.open[len(s.open)-1]
	switch {
	case c == ',' && in == '{':
		s.state = keyNext
	case c == ',':
		s.state = value
	case c == '}' && in == '{', c == ']' && in == '[':
		s.pop()
	case in == '{':
		s.fail(c, "after object key:value pair")
	default:
		s.fail(c, "after array element")
	}
}

// number: c comes in a number. False: it does not belong to it, the number is complete.
func (s *scanner) number(c byte) bool {
	switch s.state {
	case minus:
		if c == '0' {
			s.state = zero
		} else if isDigit(c) {
			s.state = digits
		} else {
			s.fail(c, "in numeric literal")
		}
		return true
	case zero, digits:
		if s.state == digits && isDigit(c) {
			return true
		}
		if c == '.' {
			s.state = point
			return true
		}
		if c == 'e' || c == 'E' {
			s.state = exponent
			return true
		}
		return false
	case point:
		if !isDigit(c) {
			s.fail(c, "after decimal point in numeric literal")
		} else {
			s.state = fraction
		}
		return true
	case fraction:
		if isDigit(c) {
			return true
		}
		if c == 'e' || c == 'E' {
			s.state = exponent
			return true
		}
		return false
	case exponent, exponentSign:
		if isDigit(c) {
			s.state = exponentDigits
		} else if s.state == exponent && (c == '+' || c == '-') {
			s.state = exponentSign
		} else {
			s.fail(c, "in exponent of numeric literal")
		}
		return true
	}
	return isDigit(c)
}

func (s *scanner) inside(c byte) {
	switch s.state {
	case inString:
		switch {
		case c == '"' && s.isKey:
			s.state = colon
		case c == '"':
			s.ended()
		case c == '\\':
			s.state = inEscape
		case c < 0x20:
			s.fail(c, "in string literal")
		}
	case inEscape:
		switch c {
		case 'b', 'f', 'n', 'r', 't', '\\', '/', '"':
			s.state = inString
		case 'u':
			s.state, s.hex = inHex, 4
		default:
			s.fail(c, "in string escape code")
		}
	case inHex:
		if !isDigit(c) && !('a' <= c && c <= 'f') && !('A' <= c && c <= 'F') {
			s.fail(c, `in \u hexadecimal character escape`)
		} else if s.hex--; s.hex == 0 {
			s.state = inString
		}
	case literal:
		if c != s.word[s.at] {
			s.fail(c, "in literal "+s.word+" (expecting "+quoteByte(s.word[s.at])+")")
		} else if s.at++; s.at == len(s.word) {
			s.ended()
		}
	}
}

// step takes the next byte. Numbers end only with the byte after them, which ends them and counts.
func (s *scanner) step(c byte) {
	s.n++
	switch s.state {
	case inString, inEscape, inHex, literal:
		s.inside(c)
		return
	case minus, zero, digits, point, fraction, exponent, exponentSign, exponentDigits:
		if s.number(c) {
			return
		}
		s.ended()
	case failed:
		return
	}
	if isSpace(c) {
		return
	}
	switch s.state {
	case value:
		s.begin(c)
	case valueOrEnd:
		if c == ']' {
			s.pop()
		} else {
			s.begin(c)
		}
	case keyOrEnd, keyNext:
		if c == '"' {
			s.state, s.isKey = inString, true
		} else if c == '}' && s.state == keyOrEnd {
			s.pop()
		} else {
			s.fail(c, "looking for beginning of object key string")
		}
	case colon:
		if c == ':' {
			s.state = value
		} else {
			s.fail(c, "after object key")
		}
	case afterValue:
		s.afterElement(c)
	case done:
		s.fail(c, "after top-level value")
	}
}

// complete says whether the text so far is a whole value.
func (s *scanner) complete() bool {
	return s.state == done || len(s.open) == 0 && s.inNumber()
}

// inNumber says whether a number was read that may end here.
func (s *scanner) inNumber() bool {
	return s.state == zero || s.state == digits || s.state == fraction || s.state == exponentDigits
}

// eof is the error of text that ends here, if it is one.
func (s *scanner) eof() error {
	if s.err == nil && !s.complete() {
		if s.step(' '); s.err != nil { // what a literal or number lacks
			s.err.(*SyntaxError).Offset--
			return s.err
		}
		s.err = &SyntaxError{"unexpected end of JSON input", s.n - 1}
	}
	return s.err
}

// check is the error of a text, nil when it is one valid value.
func (s *scanner) check(data []byte) error {
	s.reset()
	s.n = 0
	for i := 0; i < len(data); i++ {
		if s.state == inString { // most of a text: to the next byte that matters
			k := i
			for k < len(data) && data[k] >= 0x20 && data[k] != '"' && data[k] != '\\' {
				k++
			}
			s.n += int64(k - i)
			if i = k; i == len(data) {
				break
			}
		}
		if s.step(data[i]); s.state == failed {
			return s.err
		}
	}
	return s.eof()
}

// checkOnly is check for Compact, whose errors have no offset.
func checkOnly(data []byte) error {
	var s scanner
	err := s.check(data)
	if e, ok := err.(*SyntaxError); ok {
		e.Offset = 0
	}
	return err
}

// Valid reports whether data is one JSON value.
func Valid(data []byte) bool {
	var s scanner
	return s.check(data) == nil
}

// ---- the same text, laid out otherwise ----

const hexDigits = "0123456789abcdef"

// appendCompact appends valid JSON text without white space; escape: <, >, &, U+2028 and U+2029 are written as escapes.
func appendCompact(dst, src []byte, escape bool) []byte {
	str := false
	for i := 0; i < len(src); i++ {
		c := src[i]
		switch {
		case str && c == '\\':
			dst = append(dst, c, src[i+1])
			i++
			continue
		case c == '"':
			str = !str
		case !str && isSpace(c):
			continue
		case escape && (c == '<' || c == '>' || c == '&'):
			dst = append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
			continue
		case escape && c == 0xe2 && i+2 < len(src) && src[i+1] == 0x80 && src[i+2]&^1 == 0xa8:
			dst = append(dst, '\\', 'u', '2', '0', '2', hexDigits[src[i+2]&15])
			i += 2
			continue
		}
		dst = append(dst, c)
	}
	return dst
}

// Compact appends src to dst without its white space.
func Compact(dst *bytes.Buffer, src []byte) error {
	if err := checkOnly(src); err != nil {
		return err
	}
	dst.Write(appendCompact(nil, src, false))
	return nil
}

// HTMLEscape appends src to dst so that it may stand in an HTML script element.
func HTMLEscape(dst *bytes.Buffer, src []byte) {
	for i := 0; i < len(src); i++ {
		c := src[i]
		if c == '<' || c == '>' || c == '&' {
			dst.WriteString(`\u00`)
			dst.WriteByte(hexDigits[c>>4])
			dst.WriteByte(hexDigits[c&15])
		} else if c == 0xe2 && i+2 < len(src) && src[i+1] == 0x80 && src[i+2]&^1 == 0xa8 {
			dst.WriteString(`\u202`)
			dst.WriteByte(hexDigits[src[i+2]&15])
			i += 2
		} else {
			dst.WriteByte(c)
		}
	}
}

func appendNewline(dst []byte, prefix, indent string, depth int) []byte {
	dst = append(dst, '\n')
	dst = append(dst, prefix...)
	for range depth {
		dst = append(dst, indent...)
	}
	return dst
}

// appendIndent appends valid JSON text, each element on a line of its own.
func appendIndent(dst, src []byte, prefix, indent string) []byte {
	depth, str, fresh := 0, false, false // fresh: after an opening bracket
	for i := 0; i < len(src); i++ {
		c := src[i]
		if str {
			dst = append(dst, c)
			if c == '\\' {
				i++
				dst = append(dst, src[i])
			}
			str = c != '"'
			continue
		}
		if isSpace(c) {
			continue
		}
		if fresh && c != ']' && c != '}' {
			dst = appendNewline(dst, prefix, indent, depth)
		}
		wasFresh := fresh
		fresh = false
		switch c {
		case '"':
			str = true
			dst = append(dst, c)
		case '{', '[':
			depth++
			fresh = true
			dst = append(dst, c)
		case ',':
			dst = appendNewline(append(dst, c), prefix, indent, depth)
		case ':':
			dst = append(dst, c, ' ')
		case '}', ']':
			depth--
			if !wasFresh {
				dst = appendNewline(dst, prefix, indent, depth)
			}
			dst = append(dst, c)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// Indent appends src to dst, each element of an array or object on a line of its own that begins with prefix and one copy of indent
// for each level. White space after the value stays.
func Indent(dst *bytes.Buffer, src []byte, prefix, indent string) error {
	var s scanner
	if err := s.check(src); err != nil {
		return err
	}
	end := len(src)
	for end > 0 && isSpace(src[end-1]) {
		end--
	}
	dst.Write(appendIndent(nil, src[:end], prefix, indent))
	dst.Write(src[end:])
	return nil
}
