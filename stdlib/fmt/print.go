// Package fmt writes and reads formatted text, with verbs like C's printf.
package fmt

import (
	"io"
	"os"
	"reflect"
	"strconv"
	"unicode/utf8"
)

// State is what a Formatter is given: where to write to, and the flags and options of the verb.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// A Formatter formats itself.
type Formatter interface{ Format(f State, verb rune) }

// A Stringer has a text form for %v and %s.
type Stringer interface{ String() string }

// A GoStringer has a text form for %#v.
type GoStringer interface{ GoString() string }

const (
	commaSpace    = ", "
	nilAngle      = "<nil>"
	nilParen      = "(nil)"
	nilWord       = "nil"
	percentBang   = "%!"
	missingText   = "(MISSING)"
	badIndexText  = "(BADINDEX)"
	panicText     = "(PANIC="
	extraText     = "%!(EXTRA "
	badWidthText  = "%!(BADWIDTH)"
	badPrecText   = "%!(BADPREC)"
	noVerbText    = "%!(NOVERB)"
	invalidReflex = "<invalid reflect.Value>"
)

// FormatString gives back the directive that f and verb came from.
func FormatString(state State, verb rune) string {
	b := []byte{'%'}
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if w, ok := state.Width(); ok {
		b = strconv.AppendInt(b, int64(w), 10)
	}
	if p, ok := state.Precision(); ok {
		b = append(b, '.')
		b = strconv.AppendInt(b, int64(p), 10)
	}
	return string(utf8.AppendRune(b, verb))
}

// A printer is one call's state.
type printer struct {
	formatter
	arg       any           // the operand
	value     reflect.Value // set instead of arg inside composite values
	reordered bool          // an argument index was used
	goodIndex bool          // and it was in order
	panicking bool          // inside the print of a panic: further ones go through
	erroring  bool          // printing an error string: methods are not called
	wrapErrs  bool          // %w is allowed
	wrapped   []int         // arguments of %w
}

func (p *printer) Write(b []byte) (int, error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

func (p *printer) WriteString(s string) (int, error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}

func (p *printer) Width() (int, bool)     { return p.wid, p.widPresent }
func (p *printer) Precision() (int, bool) { return p.prec, p.precPresent }

func (p *printer) Flag(c int) bool {
	switch c {
	case '-':
		return p.minus
	case '+':
		return p.plus || p.plusV
	case '#':
		return p.sharp || p.sharpV
	case ' ':
		return p.space
	case '0':
		return p.zero
	}
	return false
}

func (p *printer) text(s string) { p.buf = append(p.buf, s...) }
func (p *printer) byte(c byte)   { p.buf = append(p.buf, c) }

func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.printf(format, a)
	n, err = w.Write(p.buf)
	p.free()
	return n, err
}

func Printf(format string, a ...any) (n int, err error) { return Fprintf(os.Stdout, format, a...) }

func Sprintf(format string, a ...any) string {
	p := newPrinter()
	p.printf(format, a)
	s := string(p.buf)
	p.free()
	return s
}

func Appendf(b []byte, format string, a ...any) []byte {
	p := newPrinter()
	p.printf(format, a)
	b = append(b, p.buf...)
	p.free()
	return b
}

func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.print(a)
	n, err = w.Write(p.buf)
	p.free()
	return n, err
}

func Print(a ...any) (n int, err error) { return Fprint(os.Stdout, a...) }

func Sprint(a ...any) string {
	p := newPrinter()
	p.print(a)
	s := string(p.buf)
	p.free()
	return s
}

func Append(b []byte, a ...any) []byte {
	p := newPrinter()
	p.print(a)
	b = append(b, p.buf...)
	p.free()
	return b
}

func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.println(a)
	n, err = w.Write(p.buf)
	p.free()
	return n, err
}

func Println(a ...any) (n int, err error) { return Fprintln(os.Stdout, a...) }

func Sprintln(a ...any) string {
	p := newPrinter()
	p.println(a)
	s := string(p.buf)
	p.free()
	return s
}

func Appendln(b []byte, a ...any) []byte {
	p := newPrinter()
	p.println(a)
	b = append(b, p.buf...)
	p.free()
	return b
}

// print puts a space between operands when neither is a string.
func (p *printer) print(a []any) {
	wasString := false
	for i, arg := range a {
		isString := arg != nil && reflect.TypeOf(arg).Kind() == reflect.String
		if i > 0 && !isString && !wasString {
			p.byte(' ')
		}
		p.printArg(arg, 'v')
		wasString = isString
	}
}

func (p *printer) println(a []any) {
	for i, arg := range a {
		if i > 0 {
			p.byte(' ')
		}
		p.printArg(arg, 'v')
	}
	p.byte('\n')
}

func tooLarge(x int) bool { return x > 1e6 || x < -1e6 }

// number reads digits of s[start:end]; isNum is false when there are none or too many.
func number(s string, start, end int) (num int, isNum bool, next int) {
	for next = start; next < end && '0' <= s[next] && s[next] <= '9'; next++ {
		if tooLarge(num) {
			return 0, false, end
		}
		num = num*10 + int(s[next]-'0')
		isNum = true
	}
	if start >= end {
		return 0, false, end
	}
	return num, isNum, next
}

// intArg takes argument argNum as a width or precision.
func intArg(a []any, argNum int) (num int, isInt bool, next int) {
	next = argNum
	if argNum >= len(a) {
		return 0, false, next
	}
	num, isInt = a[argNum].(int)
	if !isInt {
		switch v := reflect.ValueOf(a[argNum]); v.Kind() {
		case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
			n := v.Int()
			if int64(int(n)) == n {
				num, isInt = int(n), true
			}
		case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
			n := v.Uint()
			if int64(n) >= 0 && uint64(int(n)) == n {
				num, isInt = int(n), true
			}
		}
	}
	next++
	if tooLarge(num) {
		num, isInt = 0, false
	}
	return num, isInt, next
}

// bracket reads [n] at the start of format: n-1, the bytes it takes, and whether it is a number.
func bracket(format string) (index, width int, ok bool) {
	if len(format) < 3 {
		return 0, 1, false
	}
	for i := 1; i < len(format); i++ {
		if format[i] == ']' {
			n, ok, next := number(format, 1, i)
			if !ok || next != i {
				return 0, i + 1, false
			}
			return n - 1, i + 1, true
		}
	}
	return 0, 1, false
}

// argIndex handles an argument index such as [3] at format[i].
func (p *printer) argIndex(argNum int, format string, i, numArgs int) (newNum, newI int, found bool) {
	if len(format) <= i || format[i] != '[' {
		return argNum, i, false
	}
	p.reordered = true
	index, width, ok := bracket(format[i:])
	if ok && 0 <= index && index < numArgs {
		return index, i + width, true
	}
	p.goodIndex = false
	return argNum, i + width, ok
}

func (p *printer) bang(verb rune, text string) {
	p.text(percentBang)
	p.buf = utf8.AppendRune(p.buf, verb)
	p.text(text)
}

func (p *printer) printf(format string, a []any) {
	end := len(format)
	argNum := 0
	afterIndex := false // the previous item was an index like [3]
	p.reordered = false
formats:
	for i := 0; i < end; {
		p.goodIndex = true
		start := i
		for i < end && format[i] != '%' {
			i++
		}
		if i > start {
			p.text(format[start:i])
		}
		if i >= end {
			break
		}
		i++
		p.flags = flags{}
	flagLoop:
		for ; i < end; i++ {
			c := format[i]
			switch c {
			case '#':
				p.sharp = true
			case '0':
				p.zero = true
			case '+':
				p.plus = true
			case '-':
				p.minus = true
			case ' ':
				p.space = true
			default:
				if 'a' <= c && c <= 'z' && argNum < len(a) { // the common case: no width, precision or index
					p.oneArg(a, argNum, rune(c))
					argNum++
					i++
					continue formats
				}
				break flagLoop
			}
		}
		argNum, i, afterIndex = p.argIndex(argNum, format, i, len(a))
		if i < end && format[i] == '*' {
			i++
			p.wid, p.widPresent, argNum = intArg(a, argNum)
			if !p.widPresent {
				p.text(badWidthText)
			}
			if p.wid < 0 {
				p.wid = -p.wid
				p.minus = true
				p.zero = false
			}
			afterIndex = false
		} else {
			p.wid, p.widPresent, i = number(format, i, end)
			if afterIndex && p.widPresent { // "%[3]2d"
				p.goodIndex = false
			}
		}
		if i+1 <= end && format[i] == '.' {
			i++
			if afterIndex { // "%[3].2d"
				p.goodIndex = false
			}
			argNum, i, afterIndex = p.argIndex(argNum, format, i, len(a))
			if i < end && format[i] == '*' {
				i++
				p.prec, p.precPresent, argNum = intArg(a, argNum)
				if p.prec < 0 {
					p.prec = 0
					p.precPresent = false
				}
				if !p.precPresent {
					p.text(badPrecText)
				}
				afterIndex = false
			} else {
				p.prec, p.precPresent, i = number(format, i, end)
				if !p.precPresent {
					p.prec = 0
					p.precPresent = true
				}
			}
		}
		if !afterIndex {
			argNum, i, afterIndex = p.argIndex(argNum, format, i, len(a))
		}
		if i >= end {
			p.text(noVerbText)
			break
		}
		verb, size := rune(format[i]), 1
		if verb >= utf8.RuneSelf {
			verb, size = utf8.DecodeRuneInString(format[i:])
		}
		i += size
		switch {
		case verb == '%':
			p.byte('%')
		case !p.goodIndex:
			p.bang(verb, badIndexText)
		case argNum >= len(a):
			p.bang(verb, missingText)
		default:
			p.oneArg(a, argNum, verb)
			argNum++
		}
	}
	if !p.reordered && argNum < len(a) {
		p.flags = flags{}
		p.text(extraText)
		for i, arg := range a[argNum:] {
			if i > 0 {
				p.text(commaSpace)
			}
			if arg == nil {
				p.text(nilAngle)
			} else {
				p.text(reflect.TypeOf(arg).String())
				p.byte('=')
				p.printArg(arg, 'v')
			}
		}
		p.byte(')')
	}
}

// oneArg prints a verb's operand.
func (p *printer) oneArg(a []any, argNum int, verb rune) {
	switch verb {
	case 'w':
		p.wrapped = append(p.wrapped, argNum)
		fallthrough
	case 'v':
		p.sharpV, p.sharp = p.sharp, false
		p.plusV, p.plus = p.plus, false
	}
	p.printArg(a[argNum], verb)
}
