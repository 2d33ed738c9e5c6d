package fmt

import (
	"errors"
	"io"
	"os"
	"reflect"
	"strconv"
	"unicode/utf8"
)

// ScanState is what a Scanner is given.
type ScanState interface {
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error)
}

// A Scanner reads itself.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

func Scan(a ...any) (n int, err error)                 { return Fscan(os.Stdin, a...) }
func Scanln(a ...any) (n int, err error)               { return Fscanln(os.Stdin, a...) }
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }

type stringReader string

func (r *stringReader) Read(b []byte) (n int, err error) {
	n = copy(b, *r)
	*r = (*r)[n:]
	if n == 0 {
		err = io.EOF
	}
	return n, err
}

func Sscan(str string, a ...any) (n int, err error) { return Fscan((*stringReader)(&str), a...) }
func Sscanln(str string, a ...any) (n int, err error) {
	return Fscanln((*stringReader)(&str), a...)
}
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf((*stringReader)(&str), format, a...)
}

func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newScan(r, true)
	defer s.finish(&err)
	s.list(a, false, &n)
	return n, err
}

func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newScan(r, false)
	defer s.finish(&err)
	s.list(a, true, &n)
	return n, err
}

func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	s := newScan(r, false)
	defer s.finish(&err)
	s.format(format, a, &n)
	return n, err
}

const eof = -1

// A scan reads runes with a look back of one. Errors are panics of scanError inside.
type scan struct {
	rs        io.RuneScanner
	buf       []byte
	nlIsSpace bool
	limit     int // runes that may still be read for the verb; huge when there is no width
	width     int
	hasWidth  bool
}

type scanError struct{ err error }

const noLimit = 1 << 30

// readRunes makes a RuneScanner of a reader, byte by byte, so that nothing is read too far.
type readRunes struct {
	r       io.Reader
	last    rune
	size    int
	pending bool
}

func (r *readRunes) readByte() (byte, error) {
	var b [1]byte
	for i := 0; i < 100; i++ {
		n, err := r.r.Read(b[:])
		if n == 1 {
			return b[0], nil
		}
		if err != nil {
			return 0, err
		}
	}
	return 0, io.ErrNoProgress
}

func (r *readRunes) ReadRune() (rune, int, error) {
	if r.pending {
		r.pending = false
		return r.last, r.size, nil
	}
	c, err := r.readByte()
	if err != nil {
		return 0, 0, err
	}
	buf := []byte{c}
	for c >= utf8.RuneSelf && !utf8.FullRune(buf) {
		c, err := r.readByte()
		if err != nil {
			break
		}
		buf = append(buf, c)
	}
	r.last, r.size = utf8.DecodeRune(buf)
	return r.last, r.size, nil
}

func (r *readRunes) UnreadRune() error {
	r.pending = true
	return nil
}

func newScan(r io.Reader, nlIsSpace bool) *scan {
	s := &scan{nlIsSpace: nlIsSpace, limit: noLimit}
	if rs, ok := r.(io.RuneScanner); ok {
		s.rs = rs
	} else {
		s.rs = &readRunes{r: r}
	}
	return s
}

// finish turns a scanError into the result.
func (s *scan) finish(err *error) {
	switch e := recover().(type) {
	case nil:
	case scanError:
		*err = e.err
	default:
		panic(e)
	}
}

func (s *scan) fail(err error)    { panic(scanError{err}) }
func (s *scan) failText(t string) { panic(scanError{errors.New(t)}) }

func (s *scan) Width() (int, bool) { return s.width, s.hasWidth }

func (s *scan) Read([]byte) (int, error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scan) ReadRune() (r rune, size int, err error) {
	if s.limit <= 0 {
		return 0, 0, io.EOF
	}
	r, size, err = s.rs.ReadRune()
	if err == nil {
		s.limit--
	}
	return r, size, err
}

func (s *scan) UnreadRune() error {
	s.limit++
	return s.rs.UnreadRune()
}

func (s *scan) get() rune {
	r, _, err := s.ReadRune()
	if err != nil {
		if err == io.EOF {
			return eof
		}
		s.fail(err)
	}
	return r
}

// must is get where the end is an error.
func (s *scan) must() rune {
	r := s.get()
	if r == eof {
		s.fail(io.ErrUnexpectedEOF)
	}
	return r
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200a
}

// SkipSpace skips spaces; newlines count as such or not by the function that was called.
func (s *scan) SkipSpace() {
	for {
		r := s.get()
		switch {
		case r == eof:
			return
		case r == '\r' && s.peek("\n"):
			continue
		case r == '\n':
			if s.nlIsSpace {
				continue
			}
			s.failText("unexpected newline")
		case !isSpace(r):
			s.UnreadRune()
			return
		}
	}
}

func (s *scan) peek(ok string) bool {
	r := s.get()
	if r != eof {
		s.UnreadRune()
	}
	return index(ok, r) >= 0
}

func index(s string, r rune) int {
	for i, c := range s {
		if c == r {
			return i
		}
	}
	return -1
}

func (s *scan) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	defer s.finish(&err)
	if f == nil {
		f = func(r rune) bool { return !isSpace(r) }
	}
	s.buf = s.buf[:0]
	if skipSpace {
		s.SkipSpace()
	}
	return s.while(f), nil
}

// while collects runes for which f holds.
func (s *scan) while(f func(rune) bool) []byte {
	for {
		r := s.get()
		if r == eof {
			return s.buf
		}
		if !f(r) {
			s.UnreadRune()
			return s.buf
		}
		s.buf = utf8.AppendRune(s.buf, r)
	}
}

// accept takes the next rune when it is in set.
func (s *scan) accept(set string) bool {
	r := s.get()
	if r == eof {
		return false
	}
	if index(set, r) >= 0 {
		s.buf = utf8.AppendRune(s.buf, r)
		return true
	}
	s.UnreadRune()
	return false
}

func (s *scan) notEOF() {
	if s.get() == eof {
		s.fail(io.EOF)
	}
	s.UnreadRune()
}

// list reads operands one after the other and counts them; with line, a newline must follow.
func (s *scan) list(a []any, line bool, n *int) {
	for _, arg := range a {
		s.one('v', arg)
		*n++
	}
	if !line {
		return
	}
	for {
		r := s.get()
		if r == '\n' || r == eof {
			return
		}
		if !isSpace(r) {
			s.failText("expected newline")
		}
	}
}

const (
	binary  = "01"
	octal   = "01234567"
	digits  = "0123456789"
	hexSet  = "0123456789aAbBcCdDeEfF"
	signSet = "+-"
)

func (s *scan) verbOK(verb rune, ok, typ string) {
	if index(ok, verb) < 0 {
		s.failText("bad verb '%" + string(verb) + "' for " + typ)
	}
}

func (s *scan) boolean(verb rune) bool {
	s.SkipSpace()
	s.notEOF()
	s.verbOK(verb, "tv", "boolean")
	switch s.get() {
	case '0':
		return false
	case '1':
		return true
	case 't', 'T':
		if s.accept("rR") && (!s.accept("uU") || !s.accept("eE")) {
			s.failText("syntax error scanning boolean")
		}
		return true
	case 'f', 'F':
		if s.accept("aA") && (!s.accept("lL") || !s.accept("sS") || !s.accept("eE")) {
			s.failText("syntax error scanning boolean")
		}
		return false
	}
	return false
}

func baseOf(verb rune) (int, string) {
	switch verb {
	case 'b':
		return 2, binary
	case 'o':
		return 8, octal
	case 'x', 'X', 'U':
		return 16, hexSet
	}
	return 10, digits
}

// number collects digits after a sign; haveDigits says that there was one already.
func (s *scan) number(set string, haveDigits bool) string {
	if !haveDigits {
		s.notEOF()
		if !s.accept(set) {
			s.failText("expected integer")
		}
	}
	for s.accept(set) {
	}
	return string(s.buf)
}

// prefix reads 0b, 0o, 0x or 0 for %v.
func (s *scan) prefix() (base int, set string, zero bool) {
	if !s.peek("0") {
		return 0, digits + "_", false
	}
	s.accept("0")
	switch {
	case s.peek("bB"):
		s.accept("bB")
		return 0, binary + "_", true
	case s.peek("oO"):
		s.accept("oO")
		return 0, octal + "_", true
	case s.peek("xX"):
		s.accept("xX")
		return 0, hexSet + "_", true
	}
	return 0, octal + "_", true
}

func (s *scan) integer(verb rune, isSigned bool, bits int) (i int64, u uint64) {
	s.buf = s.buf[:0]
	if verb == 'c' {
		s.notEOF()
		r := s.get()
		return int64(r), uint64(r)
	}
	s.SkipSpace()
	s.notEOF()
	s.verbOK(verb, "bdoUxXv", "integer")
	base, set := baseOf(verb)
	have := false
	if verb == 'U' {
		if !s.accept("U") || !s.accept("+") {
			s.failText("bad unicode format ")
		}
		s.buf = s.buf[:0]
	} else {
		if isSigned {
			s.accept(signSet)
		}
		if verb == 'v' {
			base, set, have = s.prefix()
		}
	}
	text := s.number(set, have)
	var err error
	if isSigned {
		i, err = strconv.ParseInt(text, base, 64)
	} else {
		u, err = strconv.ParseUint(text, base, 64)
	}
	if err != nil {
		s.fail(err)
	}
	shift := uint(64 - bits)
	if isSigned && i<<shift>>shift != i {
		s.failText("integer overflow on token " + text)
	}
	if !isSigned && u<<shift>>shift != u {
		s.failText("unsigned integer overflow on token " + text)
	}
	return i, u
}

// floatToken collects what may be a float.
func (s *scan) floatToken() string {
	s.buf = s.buf[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return string(s.buf)
	}
	s.accept(signSet)
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return string(s.buf)
	}
	set, exp := digits+"_", "eEpP"
	if s.accept("0") && s.accept("xX") {
		set, exp = hexSet+"_", "pP"
	}
	for s.accept(set) {
	}
	if s.accept(".") {
		for s.accept(set) {
		}
	}
	if s.accept(exp) {
		s.accept(signSet)
		for s.accept(digits + "_") {
		}
	}
	return string(s.buf)
}

func (s *scan) toFloat(text string, bits int) float64 {
	if p := index(text, 'p'); p >= 0 && !(len(text) > 2 && (text[0] == '0' || text[1] == '0') && index(text, 'x') >= 0) {
		f, err := strconv.ParseFloat(text[:p], bits) // decimal mantissa, binary exponent: from %b
		if err != nil {
			s.fail(err)
		}
		e, err := strconv.Atoi(text[p+1:])
		if err != nil {
			s.fail(err)
		}
		for ; e > 0; e-- {
			f *= 2
		}
		for ; e < 0; e++ {
			f /= 2
		}
		return f
	}
	f, err := strconv.ParseFloat(text, bits)
	if err != nil {
		s.fail(err)
	}
	return f
}

func (s *scan) float(verb rune, bits int) float64 {
	s.SkipSpace()
	s.notEOF()
	s.verbOK(verb, "beEfFgGv", "float"+strconv.Itoa(bits))
	return s.toFloat(s.floatToken(), bits)
}

func (s *scan) complex(verb rune, bits int) complex128 {
	s.verbOK(verb, "beEfFgGv", "complex")
	s.SkipSpace()
	s.notEOF()
	parens := s.accept("(")
	re := s.toFloat(s.floatToken(), bits/2)
	s.buf = s.buf[:0]
	if !s.accept(signSet) {
		s.failText("syntax error scanning complex number")
	}
	sign := string(s.buf)
	im := s.toFloat(sign+s.floatToken(), bits/2)
	if !s.accept("i") || parens && !s.accept(")") {
		s.failText("syntax error scanning complex number")
	}
	return complex(re, im)
}

func (s *scan) str(verb rune) string {
	s.verbOK(verb, "svqxX", "string")
	s.SkipSpace()
	s.notEOF()
	switch verb {
	case 'q':
		return s.quoted()
	case 'x', 'X':
		return s.hex()
	}
	s.buf = s.buf[:0]
	return string(s.while(func(r rune) bool { return !isSpace(r) }))
}

func (s *scan) quoted() string {
	s.notEOF()
	s.buf = s.buf[:0]
	quote := s.get()
	switch quote {
	case '`':
		for {
			r := s.must()
			if r == quote {
				return string(s.buf)
			}
			s.buf = utf8.AppendRune(s.buf, r)
		}
	case '"':
		s.buf = append(s.buf, '"')
		for {
			r := s.must()
			s.buf = utf8.AppendRune(s.buf, r)
			if r == '\\' {
				s.buf = utf8.AppendRune(s.buf, s.must())
			} else if r == '"' {
				break
			}
		}
		out, err := strconv.Unquote(string(s.buf))
		if err != nil {
			s.fail(err)
		}
		return out
	}
	s.failText("expected quoted string")
	return ""
}

func (s *scan) hex() string {
	s.notEOF()
	var out []byte
	digit := func() (int, bool) {
		r := s.get()
		if i := index("0123456789abcdef", r|0x20); r != eof && i >= 0 {
			return i, true
		}
		if i := index(digits, r); i >= 0 {
			return i, true
		}
		if r != eof {
			s.UnreadRune()
		}
		return 0, false
	}
	for {
		hi, ok := digit()
		if !ok {
			break
		}
		lo, ok := digit()
		if !ok {
			s.must()
			s.failText("illegal hex digit")
		}
		out = append(out, byte(hi<<4|lo))
	}
	if len(out) == 0 {
		s.failText("no hex data for %x string")
	}
	return string(out)
}

// one reads an operand.
func (s *scan) one(verb rune, arg any) {
	s.buf = s.buf[:0]
	if v, ok := arg.(Scanner); ok {
		if err := v.Scan(s, verb); err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			s.fail(err)
		}
		return
	}
	ptr := reflect.ValueOf(arg)
	if ptr.Kind() != reflect.Pointer {
		if arg == nil {
			s.failText("type not a pointer: <nil>")
		}
		s.failText("type not a pointer: " + ptr.Type().String())
	}
	v := ptr.Elem()
	switch k := v.Kind(); k {
	case reflect.Bool:
		v.SetBool(s.boolean(verb))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		i, _ := s.integer(verb, true, v.Type().Bits())
		v.SetInt(i)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		_, u := s.integer(verb, false, v.Type().Bits())
		v.SetUint(u)
	case reflect.Float32, reflect.Float64:
		v.SetFloat(s.float(verb, v.Type().Bits()))
	case reflect.Complex64, reflect.Complex128:
		v.SetComplex(s.complex(verb, v.Type().Bits()))
	case reflect.String:
		v.SetString(s.str(verb))
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			s.failText("can't scan type: " + ptr.Type().String())
		}
		v.SetBytes([]byte(s.str(verb)))
	default:
		s.failText("can't scan type: " + ptr.Type().String())
	}
}

// format reads by a format: white space in it matches white space, newlines newlines, other text itself.
func (s *scan) format(format string, a []any, n *int) {
	end := len(format)
	for i := 0; i < end; {
		c, size := utf8.DecodeRuneInString(format[i:])
		if c != '%' || i+1 < end && format[i+1] == '%' {
			if c == '%' {
				s.SkipSpace()
				if r := s.get(); r != '%' {
					s.failMismatch(r, "missing literal %")
				}
				i += 2
				continue
			}
			if isSpace(c) {
				i += s.spaces(format[i:])
				continue
			}
			if r := s.get(); r != c {
				s.failMismatch(r, "input does not match format")
			}
			i += size
			continue
		}
		i++
		s.width, s.hasWidth, i = number(format, i, end)
		if i >= end {
			s.failText("too few operands for format '%'")
		}
		verb, size := utf8.DecodeRuneInString(format[i:])
		i += size
		if verb != 'c' {
			s.SkipSpace()
		}
		if *n >= len(a) {
			s.failText("too few operands for format '%" + format[i-size:] + "'")
		}
		s.limit = noLimit
		if s.hasWidth {
			s.limit = s.width
		}
		s.one(verb, a[*n])
		s.limit = noLimit
		*n++
	}
	if *n < len(a) {
		s.failText("too many operands")
	}
}

func (s *scan) failMismatch(r rune, text string) {
	if r == eof {
		s.fail(io.ErrUnexpectedEOF)
	}
	s.UnreadRune()
	s.failText(text)
}

// spaces matches a run of white space in the format and returns its length.
func (s *scan) spaces(format string) int {
	n, newlines := 0, 0
	trailing := false
	for n < len(format) {
		c, size := utf8.DecodeRuneInString(format[n:])
		if !isSpace(c) {
			break
		}
		if c == '\n' {
			newlines++
		}
		trailing = c != '\n'
		n += size
	}
	for i := 0; i < newlines; i++ {
		r := s.get()
		for isSpace(r) && r != '\n' {
			r = s.get()
		}
		if r != '\n' && r != eof {
			s.UnreadRune()
			s.failText("newline in format does not match input")
		}
	}
	if trailing || newlines == 0 {
		r := s.get()
		if newlines == 0 && !isSpace(r) && r != eof {
			s.UnreadRune()
			s.failText("expected space in input to match format")
		}
		for isSpace(r) && r != '\n' {
			r = s.get()
		}
		if r == '\n' && newlines == 0 {
			s.failText("newline in input does not match format")
		}
		if r != eof {
			s.UnreadRune()
		}
	}
	return n
}
