package json

import (
	"encoding"
	"encoding/base64"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// An Unmarshaler reads itself from JSON, which it must copy if it keeps it.
type Unmarshaler interface {
	UnmarshalJSON([]byte) error
}

// An UnmarshalTypeError is of a JSON value that does not fit its Go type. Struct is the struct that has the field, Field
// the way to it from the outermost.
type UnmarshalTypeError struct {
	Value  string
	Type   reflect.Type
	Offset int64
	Struct string
	Field  string
	Err    error
}

func (e *UnmarshalTypeError) Error() string {
	s := "json: cannot unmarshal " + e.Value + " into Go value of type " + e.Type.String()
	if e.Struct != "" || e.Field != "" {
		s = "json: cannot unmarshal " + e.Value + " into Go struct field " + e.Struct + "." + e.Field + " of type " + e.Type.String()
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

func (e *UnmarshalTypeError) Unwrap() error { return e.Err }

// An UnmarshalFieldError is no longer returned.
type UnmarshalFieldError struct {
	Key   string
	Type  reflect.Type
	Field reflect.StructField
}

func (e *UnmarshalFieldError) Error() string {
	return "json: cannot unmarshal object key " + strconv.Quote(e.Key) + " into unexported field " + e.Field.Name + " of type " + e.Type.String()
}

// An InvalidUnmarshalError is of a call of Unmarshal without a pointer to fill.
type InvalidUnmarshalError struct{ Type reflect.Type }

func (e *InvalidUnmarshalError) Error() string {
	switch {
	case e.Type == nil:
		return "json: Unmarshal(nil)"
	case e.Type.Kind() != reflect.Pointer:
		return "json: Unmarshal(non-pointer " + e.Type.String() + ")"
	}
	return "json: Unmarshal(nil " + e.Type.String() + ")"
}

// A Number is a JSON number as it was written.
type Number string

func (n Number) String() string            { return string(n) }
func (n Number) Float64() (float64, error) { return strconv.ParseFloat(string(n), 64) }
func (n Number) Int64() (int64, error)     { return strconv.ParseInt(string(n), 10, 64) }

// A reader turns valid text into Go values. What does not fit is noted (the first of it is the result) and passed over; an error of
// another kind is a panic of type decodeError.
type reader struct {
	data      []byte
	i         int
	useNumber bool
	noUnknown bool
	err       error
	in        reflect.Type // the struct whose field is read
	path      []byte       // to it: names of fields, with points between
}

type decodeError struct{ error }

// Unmarshal reads the JSON value data into what v points to.
func Unmarshal(data []byte, v any) error {
	var s scanner
	if err := s.check(data); err != nil {
		return err
	}
	d := reader{data: data}
	return d.unmarshal(v)
}

func (d *reader) unmarshal(v any) (err error) {
	p := reflect.ValueOf(v)
	if p.Kind() != reflect.Pointer || p.IsNil() {
		return &InvalidUnmarshalError{reflect.TypeOf(v)}
	}
	defer func() {
		if e := recover(); e != nil {
			if e, ok := e.(decodeError); ok {
				err = e.error
				return
			}
			panic(e)
		}
	}()
	d.space()
	d.value(p)
	return d.err
}

// ---- the text ----

func (d *reader) space() {
	for d.i < len(d.data) && isSpace(d.data[d.i]) {
		d.i++
	}
}

// skipString passes over a string, whose opening quote is at d.i.
func (d *reader) skipString() []byte {
	from := d.i
	for d.i++; d.data[d.i] != '"'; d.i++ {
		if d.data[d.i] == '\\' {
			d.i++
		}
	}
	d.i++
	return d.data[from:d.i]
}

// skip passes over the value at d.i, and returns its text.
func (d *reader) skip() []byte {
	from := d.i
	switch d.data[d.i] {
	case '"':
		return d.skipString()
	case '{', '[':
		for depth := 0; ; {
			switch d.data[d.i] {
			case '"':
				d.skipString()
				continue
			case '{', '[':
				depth++
			case '}', ']':
				depth--
			}
			if d.i++; depth == 0 {
				return d.data[from:d.i]
			}
		}
	}
	for d.i < len(d.data) && !isSpace(d.data[d.i]) && d.data[d.i] != ',' && d.data[d.i] != ']' && d.data[d.i] != '}' {
		d.i++
	}
	return d.data[from:d.i]
}

// elements calls f for each element of the array or object at d.i, with d.i at an array's element or an object's key.
func (d *reader) elements(f func()) {
	d.i++
	for {
		d.space()
		if c := d.data[d.i]; c == ']' || c == '}' {
			d.i++
			return
		}
		f()
		d.space()
		if d.data[d.i] == ',' {
			d.i++
		}
	}
}

// key reads an object's key; d.i is then at its value.
func (d *reader) key() []byte {
	k := unquoteBytes(d.skipString())
	d.space()
	d.i++
	d.space()
	return k
}

func hex4(b []byte) rune {
	var r rune
	for _, c := range b[:4] {
		switch {
		case isDigit(c):
			c -= '0'
		case c >= 'a':
			c -= 'a' - 10
		default:
			c -= 'A' - 10
		}
		r = r<<4 | rune(c)
	}
	return r
}

// unquoteBytes is what a valid string in quotes means. The result shares memory with it when it can.
func unquoteBytes(s []byte) []byte {
	s = s[1 : len(s)-1]
	k := 0
	for k < len(s) && s[k] != '\\' {
		if s[k] < utf8.RuneSelf {
			k++
			continue
		}
		r, n := utf8.DecodeRune(s[k:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		k += n
	}
	if k == len(s) {
		return s
	}
	b := append(make([]byte, 0, len(s)+8), s[:k]...)
	for k < len(s) {
		c := s[k]
		if c != '\\' {
			if c < utf8.RuneSelf {
				b = append(b, c)
				k++
				continue
			}
			r, n := utf8.DecodeRune(s[k:])
			b = utf8.AppendRune(b, r)
			k += n
			continue
		}
		k += 2
		switch c := s[k-1]; c {
		case 'b':
			b = append(b, '\b')
		case 'f':
			b = append(b, '\f')
		case 'n':
			b = append(b, '\n')
		case 'r':
			b = append(b, '\r')
		case 't':
			b = append(b, '\t')
		case 'u':
			r := hex4(s[k:])
			k += 4
			if utf16.IsSurrogate(r) {
				pair := rune(unicode.ReplacementChar)
				if k+6 <= len(s) && s[k] == '\\' && s[k+1] == 'u' {
					pair = utf16.DecodeRune(r, hex4(s[k+2:]))
				}
				if pair != unicode.ReplacementChar {
					k += 6
				}
				r = pair
			}
			b = utf8.AppendRune(b, r)
		default:
			b = append(b, c)
		}
	}
	return b
}

// ---- errors ----

func (d *reader) note(err error) {
	if d.err == nil {
		d.err = d.located(err)
	}
}

// located adds the field to an error that has none.
func (d *reader) located(err error) error {
	if e, ok := err.(*UnmarshalTypeError); ok && d.in != nil {
		e.Struct = d.in.Name()
		if e.Field != "" {
			e.Field = string(d.path) + "." + e.Field
		} else {
			e.Field = string(d.path)
		}
	}
	return err
}

func (d *reader) mismatch(what string, t reflect.Type, offset int) {
	d.note(&UnmarshalTypeError{Value: what, Type: t, Offset: int64(offset)})
}

func (d *reader) fatal(err error) { panic(decodeError{d.located(err)}) }

// ---- values ----

// target follows pointers, made as needed, to what a value goes to: an Unmarshaler, a TextUnmarshaler, or a place. null stays at
// the last pointer, which becomes nil.
func target(v reflect.Value, null bool) (Unmarshaler, encoding.TextUnmarshaler, reflect.Value) {
	first, addressed := v, false
	if v.Kind() != reflect.Pointer && v.Type().Name() != "" && v.CanAddr() {
		v = v.Addr()
		addressed = true
	}
	for {
		if v.Kind() == reflect.Interface && !v.IsNil() {
			if e := v.Elem(); e.Kind() == reflect.Pointer && !e.IsNil() && (!null || e.Elem().Kind() == reflect.Pointer) {
				addressed = false
				v = e
				continue
			}
		}
		if v.Kind() != reflect.Pointer || null && v.CanSet() {
			break
		}
		if e := v.Elem(); e.Kind() == reflect.Interface && e.Elem().Equal(v) {
			v = e // a pointer to an interface that holds it
			break
		}
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		if v.Type().NumMethod() > 0 && v.CanInterface() {
			if u, ok := v.Interface().(Unmarshaler); ok {
				return u, nil, reflect.Value{}
			}
			if !null {
				if u, ok := v.Interface().(encoding.TextUnmarshaler); ok {
					return nil, u, reflect.Value{}
				}
			}
		}
		if addressed {
			v = first
			addressed = false
		} else {
			v = v.Elem()
		}
	}
	return nil, nil, v
}

// value reads the value at d.i into v; if v is not valid, into nothing.
func (d *reader) value(v reflect.Value) {
	if !v.IsValid() {
		d.skip()
		return
	}
	switch d.data[d.i] {
	case '{':
		d.object(v)
	case '[':
		d.array(v)
	default:
		d.literal(v, false)
	}
}

func isEmptyInterface(v reflect.Value) bool {
	return v.Kind() == reflect.Interface && v.NumMethod() == 0
}

// special gives the value to an Unmarshaler; a TextUnmarshaler takes none of this kind.
func (d *reader) special(u Unmarshaler, t encoding.TextUnmarshaler, v reflect.Value, what string) bool {
	if u != nil {
		text := d.skip()
		if err := u.UnmarshalJSON(text); err != nil {
			d.fatal(err)
		}
		return true
	}
	if t != nil {
		d.mismatch(what, v.Type(), d.i+1)
		d.skip()
		return true
	}
	return false
}

func (d *reader) array(v reflect.Value) {
	u, t, p := target(v, false)
	if d.special(u, t, v, "array") {
		return
	}
	v = p
	switch {
	case isEmptyInterface(v):
		v.Set(reflect.ValueOf(d.arrayAny()))
		return
	case v.Kind() != reflect.Slice && v.Kind() != reflect.Array:
		d.mismatch("array", v.Type(), d.i+1)
		d.skip()
		return
	}
	n := 0
	slice := v.Kind() == reflect.Slice
	d.elements(func() {
		if slice {
			if n >= v.Cap() {
				v.Grow(1)
			}
			if n >= v.Len() {
				v.SetLen(n + 1)
			}
		}
		if n < v.Len() {
			d.value(v.Index(n))
		} else {
			d.skip()
		}
		n++
	})
	if n == 0 && slice {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	} else if slice {
		v.SetLen(n)
	} else {
		for ; n < v.Len(); n++ {
			v.Index(n).SetZero()
		}
	}
}

var textUnmarshalerType = reflect.TypeFor[encoding.TextUnmarshaler]()

// mapKey is the key of a map of type t; not valid when it does not fit.
func (d *reader) mapKey(t reflect.Type, key []byte, at int) reflect.Value {
	kt := t.Key()
	switch {
	case reflect.PointerTo(kt).Implements(textUnmarshalerType):
		k := reflect.New(kt)
		if err := k.Interface().(encoding.TextUnmarshaler).UnmarshalText(key); err != nil {
			d.fatal(err)
		}
		return k.Elem()
	case kt.Kind() == reflect.String:
		k := reflect.New(kt).Elem()
		k.SetString(string(key))
		return k
	}
	k := reflect.New(kt).Elem()
	s := string(key)
	switch kt.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if n, err := strconv.ParseInt(s, 10, 64); err == nil && !k.OverflowInt(n) {
			k.SetInt(n)
			return k
		}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		if n, err := strconv.ParseUint(s, 10, 64); err == nil && !k.OverflowUint(n) {
			k.SetUint(n)
			return k
		}
	default:
		panic("json: Unexpected key type") // object has looked
	}
	d.mismatch("number "+s, kt, at+1)
	return reflect.Value{}
}

func isMapKey(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.String, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return true
	}
	return reflect.PointerTo(t).Implements(textUnmarshalerType)
}

func (d *reader) mapping(v reflect.Value) {
	t := v.Type()
	if !isMapKey(t.Key()) {
		d.mismatch("object", t, d.i+1)
		d.skip()
		return
	}
	if v.IsNil() {
		v.Set(reflect.MakeMap(t))
	}
	elem := reflect.New(t.Elem()).Elem()
	d.elements(func() {
		at := d.i
		key := d.key()
		elem.SetZero()
		d.value(elem)
		if k := d.mapKey(t, key, at); k.IsValid() {
			v.SetMapIndex(k, elem)
		}
	})
}

// fieldPlace is the field to fill, with embedded pointers made; not valid when one cannot be.
func (d *reader) fieldPlace(v reflect.Value, f *field) reflect.Value {
	for k, i := range f.index {
		if k > 0 && v.Kind() == reflect.Pointer {
			if v.IsNil() {
				if !v.CanSet() {
					d.note(fmt.Errorf("json: cannot set embedded pointer to unexported struct: %v", v.Type().Elem()))
					return reflect.Value{}
				}
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v
}

// enterField adds a field of t to the path, and the embedded ones that lead to it.
func (d *reader) enterField(t reflect.Type, f *field) {
	for k := range f.index {
		if len(d.path) > 0 {
			d.path = append(d.path, '.')
		}
		if k == len(f.index)-1 {
			break
		}
		d.path = append(d.path, typeByIndex(t, f.index[:k]).Field(f.index[k]).Name...)
	}
	d.path = append(d.path, f.name...)
}

func (d *reader) object(v reflect.Value) {
	u, t, p := target(v, false)
	if d.special(u, t, v, "object") {
		return
	}
	v = p
	switch {
	case isEmptyInterface(v):
		v.Set(reflect.ValueOf(d.objectAny()))
		return
	case v.Kind() == reflect.Map:
		d.mapping(v)
		return
	case v.Kind() != reflect.Struct:
		d.mismatch("object", v.Type(), d.i+1)
		d.skip()
		return
	}
	fs := cachedFields(v.Type())
	in, n := d.in, len(d.path)
	d.in = v.Type()
	d.elements(func() {
		key := d.key()
		f := fs.find(key)
		if f == nil {
			if d.noUnknown {
				d.note(fmt.Errorf("json: unknown field %q", key))
			}
			d.skip()
			return
		}
		d.enterField(v.Type(), f)
		if place := d.fieldPlace(v, f); !place.IsValid() {
			d.skip()
		} else if f.quoted {
			d.quotedLiteral(place)
		} else {
			d.value(place)
		}
		d.path = d.path[:n]
	})
	d.in = in
}

// quotedLiteral reads a field with the ",string" option.
func (d *reader) quotedLiteral(v reflect.Value) {
	c := d.data[d.i]
	switch {
	case c == 'n':
		d.literal(v, false)
		return
	case c == '"':
		text := unquoteBytes(d.skipString())
		if len(text) == 0 {
			d.note(badQuoted(text, v.Type()))
			return
		}
		inner := reader{data: text, useNumber: d.useNumber}
		inner.literal(v, true)
		if e, ok := inner.err.(*UnmarshalTypeError); ok {
			e.Offset = int64(d.i)
		}
		if inner.err != nil {
			d.note(inner.err)
		}
		return
	}
	d.skip()
	d.note(fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal unquoted value into %v", v.Type()))
}

func badQuoted(text []byte, t reflect.Type) error {
	return fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal %q into %v", text, t)
}

// misfit notes a value that does not fit, perhaps one from within quotes.
func (d *reader) misfit(quoted bool, text []byte, what string, t reflect.Type) {
	if quoted {
		d.note(badQuoted(text, t))
	} else {
		d.mismatch(what, t, d.i)
	}
}

// literalText is the literal at d.i. From within quotes it is all of the text, which nobody has checked.
func (d *reader) literalText(quoted bool, t reflect.Type) (text []byte, ok bool) {
	if !quoted {
		return d.skip(), true
	}
	text = d.data
	d.i = len(text)
	var s scanner
	switch c := text[0]; {
	case c == 'n' || c == 't' || c == 'f':
		if w := string(text); w != "null" && w != "true" && w != "false" {
			d.note(badQuoted(text, t))
			return text, false
		}
	case c == '"' && s.check(text) != nil, c != '"' && c != '-' && !isDigit(c):
		d.fatal(badQuoted(text, t))
	}
	return text, true
}

func kindOfLiteral(c byte) string {
	switch c {
	case '"':
		return "string"
	case 't', 'f':
		return "bool"
	case 'n':
		return "null"
	}
	return "number"
}

// literal reads a string, number, boolean or null. quoted: all of d.data is one, from within quotes.
func (d *reader) literal(v reflect.Value, quoted bool) {
	c := d.data[d.i]
	null := c == 'n'
	u, t, p := target(v, null)
	to := v
	if p.IsValid() {
		to = p
	}
	text, ok := d.literalText(quoted, to.Type())
	if !ok {
		return
	}
	if u != nil {
		if err := u.UnmarshalJSON(text); err != nil {
			d.fatal(err)
		}
		return
	}
	if t != nil {
		if c != '"' {
			d.misfit(quoted, text, kindOfLiteral(c), v.Type())
			return
		}
		if err := t.UnmarshalText(unquoteBytes(text)); err != nil {
			d.fatal(err)
		}
		return
	}
	v = p
	switch c {
	case 'n':
		switch v.Kind() {
		case reflect.Interface, reflect.Pointer, reflect.Map, reflect.Slice:
			v.SetZero()
		}
	case 't', 'f':
		switch {
		case v.Kind() == reflect.Bool:
			v.SetBool(c == 't')
		case isEmptyInterface(v):
			v.Set(reflect.ValueOf(c == 't'))
		default:
			d.misfit(quoted, text, "bool", v.Type())
		}
	case '"':
		d.str(v, text, quoted)
	default:
		d.number(v, string(text), quoted)
	}
}

func (d *reader) str(v reflect.Value, text []byte, quoted bool) {
	s := unquoteBytes(text)
	switch {
	case v.Kind() == reflect.String:
		if v.Type() == numberType && !validNumber(string(s)) {
			d.fatal(fmt.Errorf("json: invalid number literal, trying to unmarshal %q into Number", text))
		}
		v.SetString(string(s))
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8:
		b := make([]byte, base64.StdEncoding.DecodedLen(len(s)))
		n, err := base64.StdEncoding.Decode(b, s)
		if err != nil {
			d.note(err)
			return
		}
		v.SetBytes(b[:n])
	case isEmptyInterface(v):
		v.Set(reflect.ValueOf(string(s)))
	default:
		d.mismatch("string", v.Type(), d.i)
	}
}

// convertNumber is what a number is in an interface.
func (d *reader) convertNumber(s string) (any, error) {
	if d.useNumber {
		return Number(s), nil
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return nil, &UnmarshalTypeError{Value: "number " + s, Type: reflect.TypeFor[float64](), Offset: int64(d.i) + 1}
	}
	return f, nil
}

func (d *reader) number(v reflect.Value, s string, quoted bool) {
	switch v.Kind() {
	case reflect.Interface:
		if v.NumMethod() != 0 {
			d.mismatch("number", v.Type(), d.i)
			return
		}
		n, err := d.convertNumber(s)
		if err != nil {
			d.note(err)
			return
		}
		v.Set(reflect.ValueOf(n))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil || v.OverflowInt(n) {
			d.mismatch("number "+s, v.Type(), d.i)
			return
		}
		v.SetInt(n)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		n, err := strconv.ParseUint(s, 10, 64)
		if err != nil || v.OverflowUint(n) {
			d.mismatch("number "+s, v.Type(), d.i)
			return
		}
		v.SetUint(n)
	case reflect.Float32, reflect.Float64:
		f, err := strconv.ParseFloat(s, v.Type().Bits())
		if err != nil || v.OverflowFloat(f) {
			d.mismatch("number "+s, v.Type(), d.i)
			return
		}
		v.SetFloat(f)
	case reflect.String:
		if v.Type() == numberType {
			v.SetString(s)
			return
		}
		fallthrough
	default:
		if quoted {
			d.fatal(badQuoted([]byte(s), v.Type()))
		}
		d.mismatch("number", v.Type(), d.i)
	}
}

// ---- into interfaces, without reflection ----

func (d *reader) any() any {
	switch d.data[d.i] {
	case '{':
		return d.objectAny()
	case '[':
		return d.arrayAny()
	}
	text := d.skip()
	switch text[0] {
	case 'n':
		return nil
	case 't', 'f':
		return text[0] == 't'
	case '"':
		return string(unquoteBytes(text))
	}
	n, err := d.convertNumber(string(text))
	if err != nil {
		d.note(err)
	}
	return n
}

func (d *reader) arrayAny() []any {
	list := []any{}
	d.elements(func() { list = append(list, d.any()) })
	return list
}

func (d *reader) objectAny() map[string]any {
	m := map[string]any{}
	d.elements(func() {
		k := string(d.key())
		m[k] = d.any()
	})
	return m
}

var errNotRaw = errors.New("json.RawMessage: UnmarshalJSON on nil pointer")
