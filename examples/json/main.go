// A JSON printer and reader for a small document type: interfaces, type switches, recursion, escapes.
package main

import (
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
)

type Value interface{ write(w *writer) }

type (
	Null   struct{}
	Bool   bool
	Number float64
	String string
	Array  []Value
	Object map[string]Value
)

type writer struct {
	strings.Builder
	indent int
}

func (w *writer) newline() {
	w.WriteByte('\n')
	for i := 0; i < w.indent; i++ {
		w.WriteString("  ")
	}
}

func (Null) write(w *writer)     { w.WriteString("null") }
func (b Bool) write(w *writer)   { w.WriteString(strconv.FormatBool(bool(b))) }
func (n Number) write(w *writer) { w.WriteString(strconv.FormatFloat(float64(n), 'g', -1, 64)) }

func (s String) write(w *writer) {
	w.WriteByte('"')
	for _, r := range string(s) {
		switch {
		case r == '"' || r == '\\':
			w.WriteByte('\\')
			w.WriteRune(r)
		case r == '\n':
			w.WriteString(`\n`)
		case r < ' ':
			fmt.Fprintf(w, `\u%04x`, r)
		default:
			w.WriteRune(r)
		}
	}
	w.WriteByte('"')
}

func (a Array) write(w *writer) {
	if len(a) == 0 {
		w.WriteString("[]")
		return
	}
	w.WriteByte('[')
	w.indent++
	for i, v := range a {
		if i > 0 {
			w.WriteByte(',')
		}
		w.newline()
		v.write(w)
	}
	w.indent--
	w.newline()
	w.WriteByte(']')
}

func (o Object) write(w *writer) {
	if len(o) == 0 {
		w.WriteString("{}")
		return
	}
	keys := make([]string, 0, len(o))
	for k := range o {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	w.WriteByte('{')
	w.indent++
	for i, k := range keys {
		if i > 0 {
			w.WriteByte(',')
		}
		w.newline()
		String(k).write(w)
		w.WriteString(": ")
		o[k].write(w)
	}
	w.indent--
	w.newline()
	w.WriteByte('}')
}

type reader struct {
	s   string
	pos int
}

type ParseError struct {
	Pos  int
	Want string
}

func (e ParseError) Error() string { return fmt.Sprintf("offset %d: want %s", e.Pos, e.Want) }

func (r *reader) fail(want string) { panic(ParseError{r.pos, want}) }

func (r *reader) space() {
	for r.pos < len(r.s) && strings.IndexByte(" \t\r\n", r.s[r.pos]) >= 0 {
		r.pos++
	}
}

func (r *reader) accept(c byte) bool {
	r.space()
	if r.pos < len(r.s) && r.s[r.pos] == c {
		r.pos++
		return true
	}
	return false
}

func (r *reader) word(w string, v Value) Value {
	if !strings.HasPrefix(r.s[r.pos:], w) {
		r.fail(w)
	}
	r.pos += len(w)
	return v
}

func (r *reader) value() Value {
	r.space()
	if r.pos == len(r.s) {
		r.fail("a value")
	}
	switch c := r.s[r.pos]; c {
	case 'n':
		return r.word("null", Null{})
	case 't':
		return r.word("true", Bool(true))
	case 'f':
		return r.word("false", Bool(false))
	case '"':
		return String(r.str())
	case '[':
		r.pos++
		a := Array{}
		for !r.accept(']') {
			if len(a) > 0 && !r.accept(',') {
				r.fail("comma or ]")
			}
			a = append(a, r.value())
		}
		return a
	case '{':
		r.pos++
		o := Object{}
		for !r.accept('}') {
			if len(o) > 0 && !r.accept(',') {
				r.fail("comma or }")
			}
			r.space()
			k := r.str()
			if !r.accept(':') {
				r.fail("colon")
			}
			o[k] = r.value()
		}
		return o
	}
	end := r.pos
	for end < len(r.s) && strings.IndexByte("+-.eE0123456789", r.s[end]) >= 0 {
		end++
	}
	f, err := strconv.ParseFloat(r.s[r.pos:end], 64)
	if err != nil {
		r.fail("a number")
	}
	r.pos = end
	return Number(f)
}

func (r *reader) str() string {
	end := r.pos + 1
	for end < len(r.s) && r.s[end] != '"' {
		if r.s[end] == '\\' {
			end++
		}
		end++
	}
	if end >= len(r.s) {
		r.fail("closing quote")
	}
	s, err := strconv.Unquote(r.s[r.pos : end+1])
	if err != nil {
		r.fail("a string")
	}
	r.pos = end + 1
	return s
}

func Parse(s string) (v Value, err error) {
	defer func() {
		if e, ok := recover().(ParseError); ok {
			err = e
		}
	}()
	r := &reader{s: s}
	v = r.value()
	r.space()
	if r.pos != len(s) {
		r.fail("the end")
	}
	return v, nil
}

func depth(v Value) int {
	d := 0
	switch v := v.(type) {
	case Array:
		for _, e := range v {
			d = max(d, depth(e))
		}
		return d + 1
	case Object:
		for _, e := range v {
			d = max(d, depth(e))
		}
		return d + 1
	case nil:
		return -1
	}
	return d
}

func main() {
	for _, s := range []string{
		`{"name": "minigo", "tags": ["small", "fast", ""], "size": 24.5e3, "nested": {"a": [[], {}, null, true]}, "q": "tab\there \"x\" \u00e9\n"}`,
		`[1, -2.5, 1e100, 0.1]`, `[1, 2`, `{"a" 1}`, `tru`, `"open`, `1 2`, ``,
	} {
		v, err := Parse(s)
		if err != nil {
			fmt.Println("error:", err)
			continue
		}
		w := &writer{}
		v.write(w)
		fmt.Println(w.String(), depth(v))
		again, err := Parse(w.String())
		w2 := &writer{}
		again.write(w2)
		if err != nil || w.String() != w2.String() {
			fmt.Println("round trip failed")
			os.Exit(1)
		}
	}
}
