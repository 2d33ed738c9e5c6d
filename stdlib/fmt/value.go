package fmt

import (
	"internal/fmtsort"
	"reflect"
)

// badVerb writes %!verb(type=value).
func (p *printer) badVerb(verb rune) {
	p.erroring = true
	p.bang(verb, "(")
	switch {
	case p.arg != nil:
		p.text(reflect.TypeOf(p.arg).String())
		p.byte('=')
		p.printArg(p.arg, 'v')
	case p.value.IsValid():
		p.text(p.value.Type().String())
		p.byte('=')
		p.printValue(p.value, 'v', 0)
	default:
		p.text(nilAngle)
	}
	p.byte(')')
	p.erroring = false
}

func (p *printer) fmtBool(v bool, verb rune) {
	if verb != 't' && verb != 'v' {
		p.badVerb(verb)
		return
	}
	p.boolean(v)
}

// hexWord writes v in hexadecimal, with or without 0x.
func (p *printer) hexWord(v uint64, leading0x bool) {
	sharp := p.sharp
	p.sharp = leading0x
	p.integer(v, 16, unsigned, 'v', lowerHex)
	p.sharp = sharp
}

func (p *printer) fmtInteger(v uint64, isSigned bool, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV && !isSigned {
			p.hexWord(v, true)
		} else {
			p.integer(v, 10, isSigned, verb, lowerHex)
		}
	case 'd':
		p.integer(v, 10, isSigned, verb, lowerHex)
	case 'b':
		p.integer(v, 2, isSigned, verb, lowerHex)
	case 'o', 'O':
		p.integer(v, 8, isSigned, verb, lowerHex)
	case 'x':
		p.integer(v, 16, isSigned, verb, lowerHex)
	case 'X':
		p.integer(v, 16, isSigned, verb, upperHex)
	case 'c':
		p.char(v)
	case 'q':
		p.quotedChar(v)
	case 'U':
		p.unicode(v)
	default:
		p.badVerb(verb)
	}
}

// fmtFloat writes v by the verb. The link step leaves out what has a //go:kind line and no value of that kind can come to.
//
//go:kindfloat
//go:kindcomplex
func (p *printer) fmtFloat(v float64, size int, verb rune) {
	switch verb {
	case 'v':
		p.float(v, size, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.float(v, size, verb, -1)
	case 'f', 'e', 'E':
		p.float(v, size, verb, 6)
	case 'F':
		p.float(v, size, 'f', 6)
	default:
		p.badVerb(verb)
	}
}

// fmtComplex writes (a+bi), both parts by the verb.
//
//go:kindcomplex
func (p *printer) fmtComplex(v complex128, size int, verb rune) {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E':
		plus := p.plus
		p.byte('(')
		p.fmtFloat(real(v), size/2, verb)
		p.plus = true
		p.fmtFloat(imag(v), size/2, verb)
		p.text("i)")
		p.plus = plus
	default:
		p.badVerb(verb)
	}
}

func (p *printer) fmtString(v string, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV {
			p.quoted(v)
		} else {
			p.str(v)
		}
	case 's':
		p.str(v)
	case 'x':
		p.hexString(v, lowerHex)
	case 'X':
		p.hexString(v, upperHex)
	case 'q':
		p.quoted(v)
	default:
		p.badVerb(verb)
	}
}

func (p *printer) fmtBytes(v []byte, verb rune, typeString string) {
	switch verb {
	case 'v', 'd':
		if p.sharpV {
			p.text(typeString)
			if v == nil {
				p.text(nilParen)
				return
			}
			p.byte('{')
			for i, c := range v {
				if i > 0 {
					p.text(commaSpace)
				}
				p.hexWord(uint64(c), true)
			}
			p.byte('}')
			return
		}
		p.byte('[')
		for i, c := range v {
			if i > 0 {
				p.byte(' ')
			}
			p.integer(uint64(c), 10, unsigned, verb, lowerHex)
		}
		p.byte(']')
	case 's':
		p.bytes(v)
	case 'x':
		p.hexBytes(v, lowerHex)
	case 'X':
		p.hexBytes(v, upperHex)
	case 'q':
		p.quoted(string(v))
	default:
		p.printValue(reflect.ValueOf(v), verb, 0)
	}
}

func (p *printer) fmtPointer(value reflect.Value, verb rune) {
	var u uintptr
	switch value.Kind() {
	case reflect.Chan, reflect.Func, reflect.Map, reflect.Pointer, reflect.Slice, reflect.UnsafePointer:
		u = uintptr(value.UnsafePointer())
	default:
		p.badVerb(verb)
		return
	}
	switch verb {
	case 'v':
		switch {
		case p.sharpV:
			p.byte('(')
			p.text(value.Type().String())
			p.text(")(")
			if u == 0 {
				p.text(nilWord)
			} else {
				p.hexWord(uint64(u), true)
			}
			p.byte(')')
		case u == 0:
			p.padString(nilAngle)
		default:
			p.hexWord(uint64(u), !p.sharp)
		}
	case 'p':
		p.hexWord(uint64(u), !p.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.fmtInteger(uint64(u), unsigned, verb)
	default:
		p.badVerb(verb)
	}
}

// catchPanic writes a panic of a method into the text, and for nil receivers just <nil>.
func (p *printer) catchPanic(arg any, verb rune, method string) {
	err := recover()
	if err == nil {
		return
	}
	if v := reflect.ValueOf(arg); v.Kind() == reflect.Pointer && v.IsNil() {
		p.text(nilAngle)
		return
	}
	if p.panicking {
		panic(err)
	}
	old := p.flags
	p.flags = flags{}
	p.bang(verb, panicText)
	p.text(method)
	p.text(" method: ")
	p.panicking = true
	p.printArg(err, 'v')
	p.panicking = false
	p.byte(')')
	p.flags = old
}

func (p *printer) callFormat(f Formatter, verb rune) {
	defer p.catchPanic(p.arg, verb, "Format")
	f.Format(p, verb)
}

func (p *printer) callGoString(s GoStringer, verb rune) {
	defer p.catchPanic(p.arg, verb, "GoString")
	p.str(s.GoString())
}

func (p *printer) callError(e error, verb rune) {
	defer p.catchPanic(p.arg, verb, "Error")
	p.fmtString(e.Error(), verb)
}

func (p *printer) callString(s Stringer, verb rune) {
	defer p.catchPanic(p.arg, verb, "String")
	p.fmtString(s.String(), verb)
}

// handleMethods lets the operand format itself, if it can.
func (p *printer) handleMethods(verb rune) (handled bool) {
	if p.erroring {
		return false
	}
	if verb == 'w' {
		if _, ok := p.arg.(error); !ok || !p.wrapErrs {
			p.badVerb(verb)
			return true
		}
		verb = 'v'
	}
	if f, ok := p.arg.(Formatter); ok {
		p.callFormat(f, verb)
		return true
	}
	if p.sharpV {
		if s, ok := p.arg.(GoStringer); ok {
			p.callGoString(s, verb)
			return true
		}
		return false
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch v := p.arg.(type) {
		case error:
			p.callError(v, verb)
			return true
		case Stringer:
			p.callString(v, verb)
			return true
		}
	}
	return false
}

func (p *printer) printArg(arg any, verb rune) {
	p.arg = arg
	p.value = reflect.Value{}
	if arg == nil {
		switch verb {
		case 'T', 'v':
			p.padString(nilAngle)
		default:
			p.badVerb(verb)
		}
		return
	}
	switch verb {
	case 'T':
		p.fmtString(reflect.TypeOf(arg).String(), 's')
		return
	case 'p':
		p.fmtPointer(reflect.ValueOf(arg), 'p')
		return
	}
	switch f := arg.(type) {
	case bool:
		p.fmtBool(f, verb)
	case float32:
		p.fmtFloat(float64(f), 32, verb)
	case float64:
		p.fmtFloat(f, 64, verb)
	case complex64:
		p.fmtComplex(complex128(f), 64, verb)
	case complex128:
		p.fmtComplex(f, 128, verb)
	case int:
		p.fmtInteger(uint64(f), signed, verb)
	case int8:
		p.fmtInteger(uint64(f), signed, verb)
	case int16:
		p.fmtInteger(uint64(f), signed, verb)
	case int32:
		p.fmtInteger(uint64(f), signed, verb)
	case int64:
		p.fmtInteger(uint64(f), signed, verb)
	case uint:
		p.fmtInteger(uint64(f), unsigned, verb)
	case uint8:
		p.fmtInteger(uint64(f), unsigned, verb)
	case uint16:
		p.fmtInteger(uint64(f), unsigned, verb)
	case uint32:
		p.fmtInteger(uint64(f), unsigned, verb)
	case uint64:
		p.fmtInteger(f, unsigned, verb)
	case uintptr:
		p.fmtInteger(uint64(f), unsigned, verb)
	case string:
		p.fmtString(f, verb)
	case []byte:
		p.fmtBytes(f, verb, "[]byte")
	case reflect.Value: // stands for the value that it holds
		if f.IsValid() && f.CanInterface() {
			p.arg = f.Interface()
			if p.handleMethods(verb) {
				return
			}
		}
		p.printValue(f, verb, 0)
	default:
		if !p.handleMethods(verb) {
			p.printValue(reflect.ValueOf(f), verb, 0)
		}
	}
}

// printValue prints by kind. Depth counts the composites around it; methods of inner values are looked for first.
func (p *printer) printValue(value reflect.Value, verb rune, depth int) {
	if depth > 0 && value.IsValid() && value.CanInterface() {
		p.arg = value.Interface()
		if p.handleMethods(verb) {
			return
		}
	}
	p.arg = nil
	p.value = value
	switch value.Kind() {
	case reflect.Invalid:
		switch {
		case depth == 0:
			p.text(invalidReflex)
		case verb == 'v':
			p.text(nilAngle)
		default:
			p.badVerb(verb)
		}
	case reflect.Bool:
		p.fmtBool(value.Bool(), verb)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		p.fmtInteger(uint64(value.Int()), signed, verb)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		p.fmtInteger(value.Uint(), unsigned, verb)
	case reflect.Float32:
		p.fmtFloat(value.Float(), 32, verb)
	case reflect.Float64:
		p.fmtFloat(value.Float(), 64, verb)
	case reflect.Complex64:
		p.fmtComplex(value.Complex(), 64, verb)
	case reflect.Complex128:
		p.fmtComplex(value.Complex(), 128, verb)
	case reflect.String:
		p.fmtString(value.String(), verb)
	case reflect.Map:
		p.printMap(value, verb, depth)
	case reflect.Struct:
		p.printStruct(value, verb, depth)
	case reflect.Interface:
		switch elem := value.Elem(); {
		case elem.IsValid():
			p.printValue(elem, verb, depth+1)
		case p.sharpV:
			p.text(value.Type().String())
			p.text(nilParen)
		default:
			p.text(nilAngle)
		}
	case reflect.Array, reflect.Slice:
		p.printList(value, verb, depth)
	case reflect.Pointer:
		if depth == 0 && value.UnsafePointer() != nil { // only at the top, since there may be cycles
			switch elem := value.Elem(); elem.Kind() {
			case reflect.Array, reflect.Slice, reflect.Struct, reflect.Map:
				p.byte('&')
				p.printValue(elem, verb, depth+1)
				return
			}
		}
		p.fmtPointer(value, verb)
	case reflect.Chan, reflect.Func, reflect.UnsafePointer:
		p.fmtPointer(value, verb)
	}
}

// separator comes between elements: a space, or a comma in Go syntax.
func (p *printer) separator(i int) {
	switch {
	case i == 0:
	case p.sharpV:
		p.text(commaSpace)
	default:
		p.byte(' ')
	}
}

// printMap writes a map, sorted by key.
//
//go:kindmap
func (p *printer) printMap(value reflect.Value, verb rune, depth int) {
	if p.sharpV {
		p.text(value.Type().String())
		if value.IsNil() {
			p.text(nilParen)
			return
		}
		p.byte('{')
	} else {
		p.text("map[")
	}
	for i, e := range fmtsort.Sort(value) {
		p.separator(i)
		p.printValue(e.Key, verb, depth+1)
		p.byte(':')
		p.printValue(e.Value, verb, depth+1)
	}
	if p.sharpV {
		p.byte('}')
	} else {
		p.byte(']')
	}
}

func (p *printer) printStruct(value reflect.Value, verb rune, depth int) {
	t := value.Type()
	if p.sharpV {
		p.text(t.String())
	}
	p.byte('{')
	for i, n := 0, value.NumField(); i < n; i++ {
		p.separator(i)
		if p.plusV || p.sharpV {
			if name := t.Field(i).Name; name != "" {
				p.text(name)
				p.byte(':')
			}
		}
		f := value.Field(i)
		if f.Kind() == reflect.Interface && !f.IsNil() {
			f = f.Elem()
		}
		p.printValue(f, verb, depth+1)
	}
	p.byte('}')
}

func (p *printer) printList(value reflect.Value, verb rune, depth int) {
	switch verb {
	case 's', 'q', 'x', 'X': // bytes are like a string
		if value.Type().Elem().Kind() == reflect.Uint8 {
			p.fmtBytes(bytesOf(value), verb, value.Type().String())
			return
		}
	}
	open, closing := byte('['), byte(']')
	if p.sharpV {
		p.text(value.Type().String())
		if value.Kind() == reflect.Slice && value.IsNil() {
			p.text(nilParen)
			return
		}
		open, closing = '{', '}'
	}
	p.byte(open)
	for i, n := 0, value.Len(); i < n; i++ {
		p.separator(i)
		p.printValue(value.Index(i), verb, depth+1)
	}
	p.byte(closing)
}

func bytesOf(value reflect.Value) []byte {
	if value.Kind() == reflect.Slice || value.CanAddr() {
		return value.Bytes()
	}
	b := make([]byte, value.Len())
	for i := range b {
		b[i] = byte(value.Index(i).Uint())
	}
	return b
}
