// Package json reads and writes JSON (RFC 8259), and turns it into Go values and back.
package json

import (
	"bytes"
	"cmp"
	"encoding"
	"encoding/base64"
	"errors"
	"math"
	"reflect"
	"slices"
	"strconv"
	"sync"
	"unicode/utf8"
)

// A Marshaler writes itself as JSON.
type Marshaler interface {
	MarshalJSON() ([]byte, error)
}

// An UnsupportedTypeError is of a type that JSON has nothing for: channels, functions, complex numbers.
type UnsupportedTypeError struct{ Type reflect.Type }

func (e *UnsupportedTypeError) Error() string { return "json: unsupported type: " + e.Type.String() }

// An UnsupportedValueError is of a value that JSON cannot express: NaN, infinities, cycles.
type UnsupportedValueError struct {
	Value reflect.Value
	Str   string
}

func (e *UnsupportedValueError) Error() string { return "json: unsupported value: " + e.Str }

// An InvalidUTF8Error is no longer returned.
type InvalidUTF8Error struct{ S string }

func (e *InvalidUTF8Error) Error() string {
	return "json: invalid UTF-8 in string: " + strconv.Quote(e.S)
}

// A MarshalerError is what a MarshalJSON or MarshalText method returned.
type MarshalerError struct {
	Type       reflect.Type
	Err        error
	sourceFunc string
}

func (e *MarshalerError) Error() string {
	return "json: error calling " + cmp.Or(e.sourceFunc, "MarshalJSON") + " for type " + e.Type.String() + ": " + e.Err.Error()
}

func (e *MarshalerError) Unwrap() error { return e.Err }

// A writer is a value being written.
type writer struct {
	buf    []byte
	escape bool // <, > and & in strings
	quote  bool // the ",string" option: numbers and booleans in quotes, strings twice
	depth  int  // of pointers, maps and slices: from cycleDepth on they are remembered, so that cycles are found
	seen   map[any]bool
}

const cycleDepth = 1000

// An encoder writes values of one type. Errors are panics with the type encodeError.
type encoder func(w *writer, v reflect.Value)

type encodeError struct{ error }

var writers = sync.Pool{New: func() any { return new(writer) }}

// marshal appends v to a writer's buffer, which the caller returns with release.
func marshal(v any, escape bool) (w *writer, err error) {
	w = writers.Get().(*writer)
	*w = writer{buf: w.buf[:0], escape: escape}
	defer func() {
		if e := recover(); e != nil {
			if e, ok := e.(encodeError); ok {
				err = e.error
				return
			}
			panic(e)
		}
	}()
	w.value(reflect.ValueOf(v))
	return w, nil
}

// Marshal returns v as JSON.
func Marshal(v any) ([]byte, error) {
	w, err := marshal(v, true)
	if err != nil {
		return nil, err
	}
	b := bytes.Clone(w.buf)
	if b == nil {
		b = []byte{}
	}
	writers.Put(w)
	return b, nil
}

// MarshalIndent is Marshal with each element on a line of its own, as by Indent.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	w, err := marshal(v, true)
	if err != nil {
		return nil, err
	}
	b := appendIndent(nil, w.buf, prefix, indent)
	writers.Put(w)
	return b, nil
}

func (w *writer) value(v reflect.Value) {
	if !v.IsValid() {
		w.buf = append(w.buf, "null"...)
		return
	}
	typeEncoder(v.Type())(w, v)
}

// enter and leave bracket what can lead back to itself.
func (w *writer) enter(v reflect.Value, id any) {
	if w.depth++; w.depth > cycleDepth {
		if w.seen == nil {
			w.seen = map[any]bool{}
		}
		if w.seen[id] {
			panic(encodeError{&UnsupportedValueError{v, "encountered a cycle via " + v.Type().String()}})
		}
		w.seen[id] = true
	}
}

func (w *writer) leave(id any) {
	if w.depth > cycleDepth {
		delete(w.seen, id)
	}
	w.depth--
}

var (
	encoders          sync.Map // reflect.Type -> encoder
	marshalerType     = reflect.TypeFor[Marshaler]()
	textMarshalerType = reflect.TypeFor[encoding.TextMarshaler]()
	numberType        = reflect.TypeFor[Number]()
)

func typeEncoder(t reflect.Type) encoder {
	if e, ok := encoders.Load(t); ok {
		return e.(encoder)
	}
	// While it is being made, recursive types find one that waits.
	var made encoder
	var ready sync.WaitGroup
	ready.Add(1)
	if e, loaded := encoders.LoadOrStore(t, encoder(func(w *writer, v reflect.Value) {
		ready.Wait()
		made(w, v)
	})); loaded {
		return e.(encoder)
	}
	made = newEncoder(t, true)
	ready.Done()
	encoders.Store(t, made)
	return made
}

// newEncoder makes t's encoder; methods of *t count when a value can have its address taken, and addr says to look.
func newEncoder(t reflect.Type, addr bool) encoder {
	addr = addr && t.Kind() != reflect.Pointer
	switch {
	case addr && reflect.PointerTo(t).Implements(marshalerType) && !t.Implements(marshalerType):
		return whenAddressable(addrMarshaler, newEncoder(t, false))
	case t.Implements(marshalerType):
		return valueMarshaler
	case addr && reflect.PointerTo(t).Implements(textMarshalerType) && !t.Implements(textMarshalerType):
		return whenAddressable(addrTextMarshaler, newEncoder(t, false))
	case t.Implements(textMarshalerType):
		return valueTextMarshaler
	}
	switch t.Kind() {
	case reflect.Bool:
		return encodeBool
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return encodeInt
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return encodeUint
	case reflect.Float32:
		return func(w *writer, v reflect.Value) { w.float(v, 32) }
	case reflect.Float64:
		return func(w *writer, v reflect.Value) { w.float(v, 64) }
	case reflect.String:
		if t == numberType {
			return encodeNumber
		}
		return encodeString
	case reflect.Interface:
		return encodeInterface
	case reflect.Struct:
		return structEncoder(t)
	case reflect.Map:
		return mapEncoder(t)
	case reflect.Slice:
		return sliceEncoder(t)
	case reflect.Array:
		return arrayEncoder(t)
	case reflect.Pointer:
		return pointerEncoder(t)
	}
	return unsupported
}

func unsupported(w *writer, v reflect.Value) { panic(encodeError{&UnsupportedTypeError{v.Type()}}) }

func whenAddressable(yes, no encoder) encoder {
	return func(w *writer, v reflect.Value) {
		if v.CanAddr() {
			yes(w, v)
		} else {
			no(w, v)
		}
	}
}

// ---- methods ----

func isNil(v reflect.Value) bool {
	return (v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface) && v.IsNil()
}

func (w *writer) marshaler(m Marshaler, t reflect.Type) {
	b, err := m.MarshalJSON()
	if err == nil {
		if err = checkOnly(b); err == nil {
			w.buf = appendCompact(w.buf, b, w.escape)
			return
		}
	}
	panic(encodeError{&MarshalerError{t, err, "MarshalJSON"}})
}

func (w *writer) textMarshaler(m encoding.TextMarshaler, t reflect.Type) {
	b, err := m.MarshalText()
	if err != nil {
		panic(encodeError{&MarshalerError{t, err, "MarshalText"}})
	}
	w.buf = appendString(w.buf, string(b), w.escape)
}

func valueMarshaler(w *writer, v reflect.Value) {
	if isNil(v) {
		w.buf = append(w.buf, "null"...)
		return
	}
	if m, ok := v.Interface().(Marshaler); ok {
		w.marshaler(m, v.Type())
	} else {
		w.buf = append(w.buf, "null"...)
	}
}

func addrMarshaler(w *writer, v reflect.Value) {
	w.marshaler(v.Addr().Interface().(Marshaler), v.Type())
}

func valueTextMarshaler(w *writer, v reflect.Value) {
	if isNil(v) {
		w.buf = append(w.buf, "null"...)
		return
	}
	if m, ok := v.Interface().(encoding.TextMarshaler); ok {
		w.textMarshaler(m, v.Type())
	} else {
		w.buf = append(w.buf, "null"...)
	}
}

func addrTextMarshaler(w *writer, v reflect.Value) {
	w.textMarshaler(v.Addr().Interface().(encoding.TextMarshaler), v.Type())
}

// ---- plain values ----

// quoted writes a value, in quotes if they are asked for.
func (w *writer) quoted(write func()) {
	if w.quote {
		w.buf = append(w.buf, '"')
	}
	write()
	if w.quote {
		w.buf = append(w.buf, '"')
	}
}

func encodeBool(w *writer, v reflect.Value) {
	w.quoted(func() { w.buf = strconv.AppendBool(w.buf, v.Bool()) })
}

func encodeInt(w *writer, v reflect.Value) {
	w.quoted(func() { w.buf = strconv.AppendInt(w.buf, v.Int(), 10) })
}

func encodeUint(w *writer, v reflect.Value) {
	w.quoted(func() { w.buf = strconv.AppendUint(w.buf, v.Uint(), 10) })
}

// appendFloat writes as ECMAScript does: exponents only for what is very small or large, and without a leading zero.
func appendFloat(b []byte, f float64, bits int) []byte {
	abs, format := math.Abs(f), byte('f')
	if abs != 0 && (bits == 64 && (abs < 1e-6 || abs >= 1e21) || bits == 32 && (float32(abs) < 1e-6 || float32(abs) >= 1e21)) {
		format = 'e'
	}
	b = strconv.AppendFloat(b, f, format, -1, bits)
	if n := len(b); format == 'e' && n >= 4 && b[n-4] == 'e' && b[n-3] == '-' && b[n-2] == '0' {
		b[n-2] = b[n-1]
		b = b[:n-1]
	}
	return b
}

func (w *writer) float(v reflect.Value, bits int) {
	f := v.Float()
	if math.IsInf(f, 0) || math.IsNaN(f) {
		panic(encodeError{&UnsupportedValueError{v, strconv.FormatFloat(f, 'g', -1, bits)}})
	}
	w.quoted(func() { w.buf = appendFloat(w.buf, f, bits) })
}

func encodeNumber(w *writer, v reflect.Value) {
	s := v.String()
	if s == "" {
		s = "0"
	}
	if !validNumber(s) {
		panic(encodeError{errors.New("json: invalid number literal " + strconv.Quote(s))})
	}
	w.quoted(func() { w.buf = append(w.buf, s...) })
}

func validNumber(s string) bool {
	var c scanner
	c.reset()
	for i := range len(s) {
		if i == 0 && s[0] != '-' && !isDigit(s[0]) {
			return false
		}
		if c.step(s[i]); c.state == failed || c.state == done {
			return false
		}
	}
	return c.inNumber()
}

func encodeString(w *writer, v reflect.Value) {
	if w.quote {
		w.buf = appendString(w.buf, string(appendString(nil, v.String(), w.escape)), false)
	} else {
		w.buf = appendString(w.buf, v.String(), w.escape)
	}
}

// plain: bytes that stand for themselves in strings.
var plain = func() (p [2][utf8.RuneSelf]bool) {
	for c := byte(0x20); c < utf8.RuneSelf; c++ {
		p[0][c] = c != '"' && c != '\\'
		p[1][c] = p[0][c] && c != '<' && c != '>' && c != '&'
	}
	return p
}()

func appendEscape(b []byte, c byte) []byte {
	switch c {
	case '\\', '"':
		return append(b, '\\', c)
	case '\b':
		return append(b, '\\', 'b')
	case '\f':
		return append(b, '\\', 'f')
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	}
	return append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
}

// appendString appends s in quotes. Invalid UTF-8 becomes U+FFFD, and U+2028 and U+2029, which JavaScript takes for ends of lines,
// escapes.
func appendString(b []byte, s string, escape bool) []byte {
	table := &plain[0]
	if escape {
		table = &plain[1]
	}
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if !table[c] {
				b = append(b, s[from:i]...)
				b = appendEscape(b, c)
				from = i + 1
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			b = append(append(b, s[from:i]...), `\ufffd`...)
			from = i + 1
		} else if r == '\u2028' || r == '\u2029' {
			b = append(append(b, s[from:i]...), '\\', 'u', '2', '0', '2', hexDigits[r&15])
			from = i + n
		}
		i += n
	}
	return append(append(b, s[from:]...), '"')
}

// ---- composite values ----

func encodeInterface(w *writer, v reflect.Value) {
	if v.IsNil() {
		w.buf = append(w.buf, "null"...)
		return
	}
	w.value(v.Elem())
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct, reflect.Complex64, reflect.Complex128, reflect.Chan, reflect.Func, reflect.UnsafePointer:
		return false
	}
	return v.IsZero()
}

// fieldOf is the field's value; false when a nil pointer is on the way.
func fieldOf(v reflect.Value, index []int) (reflect.Value, bool) {
	for _, i := range index {
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return v, false
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v, true
}

func structEncoder(t reflect.Type) encoder {
	get := sync.OnceValue(func() *fields { return cachedFields(t) })
	return func(w *writer, v reflect.Value) {
		list := get().list
		key := 0
		if w.escape {
			key = 1
		}
		next := byte('{')
		quote := w.quote
		for i := range list {
			f := &list[i]
			x, ok := fieldOf(v, f.index)
			if !ok || f.omitEmpty && isEmpty(x) || f.omitZero && (f.isZero != nil && f.isZero(x) || f.isZero == nil && x.IsZero()) {
				continue
			}
			w.buf = append(w.buf, next)
			next = ','
			w.buf = append(w.buf, f.key[key]...)
			w.quote = f.quoted
			f.encode(w, x)
		}
		w.quote = quote
		if next == '{' {
			w.buf = append(w.buf, '{')
		}
		w.buf = append(w.buf, '}')
	}
}

// keyText is a map's key as a string.
func keyText(k reflect.Value) (string, error) {
	if k.Kind() == reflect.String {
		return k.String(), nil
	}
	if m, ok := k.Interface().(encoding.TextMarshaler); ok {
		if isNil(k) {
			return "", nil
		}
		b, err := m.MarshalText()
		return string(b), err
	}
	if k.CanInt() {
		return strconv.FormatInt(k.Int(), 10), nil
	}
	return strconv.FormatUint(k.Uint(), 10), nil
}

func isKeyType(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.String, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return true
	}
	return t.Implements(textMarshalerType)
}

type pair struct {
	key   string
	value reflect.Value
}

func mapEncoder(t reflect.Type) encoder {
	if !isKeyType(t.Key()) {
		return unsupported
	}
	elem := typeEncoder(t.Elem())
	return func(w *writer, v reflect.Value) {
		if v.IsNil() {
			w.buf = append(w.buf, "null"...)
			return
		}
		id := v.UnsafePointer()
		w.enter(v, id)
		pairs := make([]pair, 0, v.Len())
		for it := v.MapRange(); it.Next(); {
			k, err := keyText(it.Key())
			if err != nil {
				panic(encodeError{&MarshalerError{t, err, "MarshalText"}})
			}
			pairs = append(pairs, pair{k, it.Value()})
		}
		slices.SortFunc(pairs, func(a, b pair) int { return cmp.Compare(a.key, b.key) })
		w.buf = append(w.buf, '{')
		for i := range pairs {
			if i > 0 {
				w.buf = append(w.buf, ',')
			}
			w.buf = append(appendString(w.buf, pairs[i].key, w.escape), ':')
			elem(w, pairs[i].value)
		}
		w.buf = append(w.buf, '}')
		w.leave(id)
	}
}

func encodeBytes(w *writer, v reflect.Value) {
	if v.IsNil() {
		w.buf = append(w.buf, "null"...)
		return
	}
	w.buf = append(w.buf, '"')
	w.buf = base64.StdEncoding.AppendEncode(w.buf, v.Bytes())
	w.buf = append(w.buf, '"')
}

func sliceEncoder(t reflect.Type) encoder {
	if t.Elem().Kind() == reflect.Uint8 {
		p := reflect.PointerTo(t.Elem())
		if !p.Implements(marshalerType) && !p.Implements(textMarshalerType) {
			return encodeBytes
		}
	}
	type place struct {
		p any
		n int
	}
	array := arrayEncoder(t)
	return func(w *writer, v reflect.Value) {
		if v.IsNil() {
			w.buf = append(w.buf, "null"...)
			return
		}
		var id any
		if w.depth >= cycleDepth {
			id = place{v.UnsafePointer(), v.Len()}
		}
		w.enter(v, id)
		array(w, v)
		w.leave(id)
	}
}

func arrayEncoder(t reflect.Type) encoder {
	elem := typeEncoder(t.Elem())
	return func(w *writer, v reflect.Value) {
		w.buf = append(w.buf, '[')
		for i := range v.Len() {
			if i > 0 {
				w.buf = append(w.buf, ',')
			}
			elem(w, v.Index(i))
		}
		w.buf = append(w.buf, ']')
	}
}

func pointerEncoder(t reflect.Type) encoder {
	elem := typeEncoder(t.Elem())
	return func(w *writer, v reflect.Value) {
		if v.IsNil() {
			w.buf = append(w.buf, "null"...)
			return
		}
		id := v.Interface()
		w.enter(v, id)
		elem(w, v.Elem())
		w.leave(id)
	}
}
