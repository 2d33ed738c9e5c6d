package json

import (
	"bytes"
	"io"
)

// RawMessage is a JSON value left as it is.
type RawMessage []byte

func (m RawMessage) MarshalJSON() ([]byte, error) {
	if m == nil {
		return []byte("null"), nil
	}
	return m, nil
}

func (m *RawMessage) UnmarshalJSON(data []byte) error {
	if m == nil {
		return errNotRaw
	}
	*m = append((*m)[:0], data...)
	return nil
}

// An Encoder writes values to a stream, a line each.
type Encoder struct {
	w              io.Writer
	err            error
	plain          bool // no escapes for HTML
	prefix, indent string
	buf            []byte
}

func NewEncoder(w io.Writer) *Encoder { return &Encoder{w: w} }

// SetIndent makes later values come as by MarshalIndent.
func (e *Encoder) SetIndent(prefix, indent string) { e.prefix, e.indent = prefix, indent }

// SetEscapeHTML says whether <, > and & in strings are written as escapes, which is the default.
func (e *Encoder) SetEscapeHTML(on bool) { e.plain = !on }

func (e *Encoder) Encode(v any) error {
	if e.err != nil {
		return e.err
	}
	w, err := marshal(v, !e.plain)
	if err != nil {
		return err
	}
	w.buf = append(w.buf, '\n')
	b := w.buf
	if e.prefix != "" || e.indent != "" {
		e.buf = append(appendIndent(e.buf[:0], b[:len(b)-1], e.prefix, e.indent), '\n')
		b = e.buf
	}
	_, e.err = e.w.Write(b)
	writers.Put(w)
	return e.err
}

// A Token is a Delim, bool, float64, Number, string, or nil for null.
type Token any

// A Delim is one of [ ] { }.
type Delim rune

func (d Delim) String() string { return string(d) }

// What Token expects next; the ones with values may also be read by Decode.
type tokenState uint8

const (
	topValue tokenState = iota
	arrayFirst
	arrayNext
	arrayComma
	objectFirst
	objectKey
	objectColon
	objectValue
	objectComma
)

// A Decoder reads values, or tokens, from a stream.
type Decoder struct {
	r         io.Reader
	buf       []byte
	i         int   // the first byte not used
	base      int64 // of buf in the stream
	err       error
	scan      scanner
	useNumber bool
	noUnknown bool
	state     tokenState
	stack     []tokenState
}

func NewDecoder(r io.Reader) *Decoder { return &Decoder{r: r} }

// UseNumber makes numbers in interfaces Numbers instead of float64.
func (d *Decoder) UseNumber() { d.useNumber = true }

// DisallowUnknownFields makes an object's key that no field has an error.
func (d *Decoder) DisallowUnknownFields() { d.noUnknown = true }

// Buffered is what was read and not used; it is valid until the next Decode.
func (d *Decoder) Buffered() io.Reader { return bytes.NewReader(d.buf[d.i:]) }

// InputOffset is the place in the stream at the end of the last token.
func (d *Decoder) InputOffset() int64 { return d.base + int64(d.i) }

// refill reads more behind what there is.
func (d *Decoder) refill() error {
	if d.i > 0 {
		d.base += int64(d.i)
		d.buf = d.buf[:copy(d.buf, d.buf[d.i:])]
		d.i = 0
	}
	if cap(d.buf)-len(d.buf) < 512 {
		d.buf = append(make([]byte, 0, 2*cap(d.buf)+512), d.buf...)
	}
	n, err := d.r.Read(d.buf[len(d.buf):cap(d.buf)])
	d.buf = d.buf[:len(d.buf)+n]
	return err
}

// next is the end of the value that begins at d.i, after white space.
func (d *Decoder) next() (int, error) {
	d.scan.reset()
	d.scan.n = d.base + int64(d.i)
	k := d.i
	var err error
	for {
		for ; k < len(d.buf); k++ {
			number := d.scan.inNumber() && len(d.scan.open) == 0
			d.scan.step(d.buf[k])
			if number && !d.scan.inNumber() && d.scan.err == nil && (d.scan.state == done) {
				return k, nil
			}
			switch {
			case d.scan.state == failed && number && len(d.scan.open) == 0:
				return k, nil // the byte after a number is the next value's
			case d.scan.state == failed:
				d.err = d.scan.err
				return 0, d.err
			case d.scan.state == done && !number && len(d.scan.open) == 0 && !isSpace(d.buf[k]):
				return k + 1, nil
			}
		}
		if err != nil {
			if err == io.EOF {
				if d.scan.complete() {
					return k, nil
				}
				if len(bytes.TrimSpace(d.buf[d.i:])) > 0 {
					err = io.ErrUnexpectedEOF
				}
			}
			d.err = err
			return 0, err
		}
		n := k - d.i
		err = d.refill()
		k = d.i + n
	}
}

// Decode reads the next value into what v points to.
func (d *Decoder) Decode(v any) error {
	if d.err != nil {
		return d.err
	}
	if err := d.prepare(); err != nil {
		return err
	}
	if !d.mayValue() {
		return &SyntaxError{"not at beginning of value", d.InputOffset()}
	}
	end, err := d.next()
	if err != nil {
		return err
	}
	r := reader{data: d.buf[d.i:end], useNumber: d.useNumber, noUnknown: d.noUnknown}
	d.i = end
	err = r.unmarshal(v)
	d.valueDone()
	return err
}

// ---- tokens ----

func (d *Decoder) mayValue() bool {
	switch d.state {
	case topValue, arrayFirst, arrayNext, objectValue:
		return true
	}
	return false
}

func (d *Decoder) valueDone() {
	switch d.state {
	case arrayFirst, arrayNext:
		d.state = arrayComma
	case objectValue:
		d.state = objectComma
	}
}

// prepare takes the comma or colon before a value that Decode reads.
func (d *Decoder) prepare() error {
	if d.state != arrayComma && d.state != objectColon {
		return nil
	}
	c, err := d.peek()
	if err != nil {
		return err
	}
	if d.state == arrayComma {
		if c != ',' {
			return &SyntaxError{"expected comma after array element", d.InputOffset()}
		}
		d.state = arrayNext
	} else {
		if c != ':' {
			return &SyntaxError{"expected colon after object key", d.InputOffset()}
		}
		d.state = objectValue
	}
	d.i++
	return nil
}

// peek is the next byte that is not white space, not taken.
func (d *Decoder) peek() (byte, error) {
	var err error
	for n := 0; ; {
		for ; d.i+n < len(d.buf); n++ {
			if c := d.buf[d.i+n]; !isSpace(c) {
				d.i += n
				return c, nil
			}
		}
		if err != nil {
			return 0, err
		}
		err = d.refill()
	}
}

// More reports whether the array or object being read goes on.
func (d *Decoder) More() bool {
	c, err := d.peek()
	return err == nil && c != ']' && c != '}'
}

func (d *Decoder) open(c byte, first tokenState) Token {
	d.i++
	d.stack = append(d.stack, d.state)
	d.state = first
	return Delim(c)
}

func (d *Decoder) shut(c byte) Token {
	d.i++
	d.state = d.stack[len(d.stack)-1]
	d.stack = d.stack[:len(d.stack)-1]
	d.valueDone()
	return Delim(c)
}

func (d *Decoder) unexpected(c byte) error {
	where := ""
	switch d.state {
	case topValue, arrayFirst, arrayNext, objectValue:
		where = " looking for beginning of value"
	case arrayComma:
		where = " after array element"
	case objectKey:
		where = " looking for beginning of object key string"
	case objectColon:
		where = " after object key"
	case objectComma:
		where = " after object key:value pair"
	}
	return &SyntaxError{"invalid character " + quoteByte(c) + where, d.InputOffset()}
}

// Token is the next token; commas and colons are checked and left out. At the end of the stream it returns io.EOF.
func (d *Decoder) Token() (Token, error) {
	for {
		c, err := d.peek()
		if err != nil {
			return nil, err
		}
		switch {
		case c == '[' && d.mayValue():
			return d.open(c, arrayFirst), nil
		case c == '{' && d.mayValue():
			return d.open(c, objectFirst), nil
		case c == ']' && (d.state == arrayFirst || d.state == arrayComma), c == '}' && (d.state == objectFirst || d.state == objectComma):
			return d.shut(c), nil
		case c == ':' && d.state == objectColon:
			d.i++
			d.state = objectValue
		case c == ',' && d.state == arrayComma:
			d.i++
			d.state = arrayNext
		case c == ',' && d.state == objectComma:
			d.i++
			d.state = objectKey
		case c == '"' && (d.state == objectFirst || d.state == objectKey):
			old := d.state
			d.state = topValue
			var s string
			err := d.Decode(&s)
			d.state = old
			if err != nil {
				return nil, err
			}
			d.state = objectColon
			return s, nil
		case d.mayValue():
			var x any
			if err := d.Decode(&x); err != nil {
				return nil, err
			}
			return x, nil
		default:
			return nil, d.unexpected(c)
		}
	}
}
