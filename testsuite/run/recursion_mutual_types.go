// Mutually recursive functions, methods and types: JSON-like values encoded, decoded, compared, transformed by visitors.
package main

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

type Value interface{ write(*strings.Builder) }
type Num float64
type Str string
type Bool bool
type Null struct{}
type List []Value
type Obj map[string]Value

func (n Num) write(b *strings.Builder)  { b.WriteString(strconv.FormatFloat(float64(n), 'g', -1, 64)) }
func (s Str) write(b *strings.Builder)  { b.WriteString(strconv.Quote(string(s))) }
func (t Bool) write(b *strings.Builder) { fmt.Fprint(b, bool(t)) }
func (Null) write(b *strings.Builder)   { b.WriteString("null") }
func (l List) write(b *strings.Builder) {
	sep := "["
	for _, v := range l {
		b.WriteString(sep)
		v.write(b)
		sep = ","
	}
	if sep == "[" {
		b.WriteByte('[')
	}
	b.WriteByte(']')
}
func (o Obj) write(b *strings.Builder) {
	ks := make([]string, 0, len(o))
	for k := range o {
		ks = append(ks, k)
	}
	sort.Strings(ks)
	b.WriteByte('{')
	for i, k := range ks {
		if i > 0 {
			b.WriteByte(',')
		}
		Str(k).write(b)
		b.WriteByte(':')
		o[k].write(b)
	}
	b.WriteByte('}')
}

func show(v Value) string { var b strings.Builder; v.write(&b); return b.String() }

type parser struct {
	s string
	i int
}
type perr struct {
	at   int
	what string
}

func (p *parser) fail(what string) { panic(perr{p.i, what}) }
func (p *parser) ws() byte {
	for p.i < len(p.s) && strings.IndexByte(" \n\t", p.s[p.i]) >= 0 {
		p.i++
	}
	if p.i == len(p.s) {
		return 0
	}
	return p.s[p.i]
}
func (p *parser) want(c byte) {
	if p.ws() != c {
		p.fail(fmt.Sprintf("want %q", c))
	}
	p.i++
}
func (p *parser) value() Value {
	switch c := p.ws(); {
	case c == '{':
		o := Obj{}
		p.seq('{', '}', func() {
			p.ws()
			k := p.str()
			p.want(':')
			o[string(k)] = p.value()
		})
		return o
	case c == '[':
		l := List{}
		p.seq('[', ']', func() { l = append(l, p.value()) })
		return l
	case c == '"':
		return p.str()
	case c == '-' || c >= '0' && c <= '9':
		j := p.i
		for p.i < len(p.s) && strings.IndexByte("+-.eE0123456789", p.s[p.i]) >= 0 {
			p.i++
		}
		f, err := strconv.ParseFloat(p.s[j:p.i], 64)
		if err != nil {
			p.fail(err.Error())
		}
		return Num(f)
	}
	for w, v := range map[string]Value{"true": Bool(true), "false": Bool(false), "null": Null{}} {
		if strings.HasPrefix(p.s[p.i:], w) {
			p.i += len(w)
			return v
		}
	}
	p.fail("value expected")
	return nil
}
func (p *parser) seq(open, end byte, item func()) {
	p.want(open)
	for first := true; p.ws() != end; first = false {
		if !first {
			p.want(',')
		}
		item()
	}
	p.i++
}
func (p *parser) str() Str {
	q, err := strconv.QuotedPrefix(p.s[p.i:])
	if err != nil {
		p.fail("string expected")
	}
	p.i += len(q)
	s, _ := strconv.Unquote(q)
	return Str(s)
}

func parse(s string) (v Value, err error) {
	p := &parser{s: s}
	defer func() {
		if e, ok := recover().(perr); ok {
			v, err = nil, fmt.Errorf("%d: %s", e.at, e.what)
		}
	}()
	v = p.value()
	if p.ws() != 0 {
		p.fail("rest")
	}
	return
}

func transform(v Value, f func(Value) Value) Value {
	switch w := v.(type) {
	case List:
		out := List{}
		for _, x := range w {
			out = append(out, transform(x, f))
		}
		v = out
	case Obj:
		out := Obj{}
		for k, x := range w {
			out[k+"'"] = transform(x, f)
		}
		v = out
	}
	return f(v)
}

func main() {
	for _, s := range []string{`{"b":[1,2.5,-3e2,{"x":null}],"a":"q\"\u00e9\n","c":{}, "t" : true}`, `[]`, ` [ [ ] , {} ] `, `[1,]`, `{"a" 1}`, `nul`, `[1 2]`, `"open`, `-`, `1 x`, ``} {
		v, err := parse(s)
		if err != nil {
			fmt.Println("error", err)
			continue
		}
		again, err := parse(show(v))
		fmt.Println(show(v), show(again) == show(v), err)
		fmt.Println(show(transform(v, func(v Value) Value {
			switch v := v.(type) {
			case Num:
				return v * 2
			case Str:
				return List{v, Num(len(v))}
			case List:
				return append(v, Bool(len(v) > 1))
			}
			return v
		})))
	}
}
