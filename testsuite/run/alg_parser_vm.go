// A tokenizer, parser, compiler and stack machine for a small language: interfaces, closures, maps, panics as errors.
package main

import (
	"fmt"
	"strings"
)

type kind uint8

const (
	num kind = iota
	name
	op
	end
)

type token struct {
	kind
	text string
	val  int64
	pos  int
}
type op2 byte
type instr struct {
	code byte
	arg  int64
	s    string
}
type syntaxError struct {
	pos int
	msg string
}

func (e *syntaxError) Error() string { return fmt.Sprintf("%d: %s", e.pos, e.msg) }

func scan(src string) (ts []token) {
	for i := 0; i < len(src); {
		c := src[i]
		start := i
		switch {
		case c == ' ' || c == '\n':
			i++
			continue
		case '0' <= c && c <= '9':
			v := int64(0)
			for ; i < len(src) && '0' <= src[i] && src[i] <= '9'; i++ {
				v = v*10 + int64(src[i]-'0')
			}
			ts = append(ts, token{num, src[start:i], v, start})
		case 'a' <= c && c <= 'z':
			for i < len(src) && 'a' <= src[i] && src[i] <= 'z' {
				i++
			}
			ts = append(ts, token{kind: name, text: src[start:i], pos: start})
		default:
			i++
			if i < len(src) && strings.Contains("== != <= >= && ||", src[start:i+1]) && src[i] != ' ' {
				i++
			}
			ts = append(ts, token{kind: op, text: src[start:i], pos: start})
		}
	}
	return append(ts, token{kind: end, pos: len(src)})
}

type node interface{ emit(c *comp) }
type lit int64
type ref string
type bin struct {
	op   string
	l, r node
}
type set struct {
	name string
	v    node
}
type loop struct {
	cond node
	body []node
	once bool
	els  []node
}
type out struct{ v node }

type parser struct {
	ts []token
	i  int
}

func (p *parser) peek() token { return p.ts[p.i] }
func (p *parser) next() token { t := p.ts[p.i]; p.i++; return t }
func (p *parser) accept(s string) bool {
	if t := p.peek(); t.kind != end && t.kind != num && t.text == s {
		p.i++
		return true
	}
	return false
}
func (p *parser) want(s string) {
	if !p.accept(s) {
		panic(&syntaxError{p.peek().pos, "want " + s})
	}
}

var prec = map[string]int{"||": 1, "&&": 2, "==": 3, "!=": 3, "<": 3, "<=": 3, ">": 3, ">=": 3, "+": 4, "-": 4, "*": 5, "/": 5, "%": 5}

func (p *parser) expr(min int) node {
	var l node
	switch t := p.next(); {
	case t.kind == num:
		l = lit(t.val)
	case t.kind == name:
		l = ref(t.text)
	case t.text == "(":
		l = p.expr(1)
		p.want(")")
	case t.text == "-":
		l = bin{"-", lit(0), p.expr(6)}
	default:
		panic(&syntaxError{t.pos, "unexpected " + t.text})
	}
	for {
		t := p.peek()
		pr := prec[t.text]
		if t.kind != op || pr < min || pr == 0 {
			return l
		}
		p.i++
		l = bin{t.text, l, p.expr(pr + 1)}
	}
}

func (p *parser) block() (ns []node) {
	p.want("{")
	for !p.accept("}") {
		ns = append(ns, p.stmt())
	}
	return
}

func (p *parser) stmt() node {
	switch {
	case p.accept("while"):
		return &loop{cond: p.expr(1), body: p.block()}
	case p.accept("if"):
		l := &loop{cond: p.expr(1), body: p.block(), once: true}
		if p.accept("else") {
			l.els = p.block()
		}
		return l
	case p.accept("print"):
		return out{p.expr(1)}
	}
	t := p.next()
	if t.kind != name {
		panic(&syntaxError{t.pos, "statement expected"})
	}
	p.want("=")
	return set{t.text, p.expr(1)}
}

type comp struct {
	code []instr
	vars map[string]int64
}

func (c *comp) op(code byte, arg int64) int {
	c.code = append(c.code, instr{code: code, arg: arg})
	return len(c.code) - 1
}
func (c *comp) slot(s string) int64 {
	i, ok := c.vars[s]
	if !ok {
		i = int64(len(c.vars))
		c.vars[s] = i
	}
	return i
}

func (l lit) emit(c *comp) { c.op('k', int64(l)) }
func (r ref) emit(c *comp) { c.op('v', c.slot(string(r))) }
func (b bin) emit(c *comp) {
	b.l.emit(c)
	if b.op == "&&" || b.op == "||" {
		at := c.op(b.op[0], 0)
		b.r.emit(c)
		c.code[at].arg = int64(len(c.code))
		return
	}
	b.r.emit(c)
	c.code = append(c.code, instr{'b', 0, b.op})
}
func (s set) emit(c *comp) { s.v.emit(c); c.op('s', c.slot(s.name)) }
func (o out) emit(c *comp) { o.v.emit(c); c.op('p', 0) }
func (l *loop) emit(c *comp) {
	top := len(c.code)
	l.cond.emit(c)
	exit := c.op('z', 0)
	for _, n := range l.body {
		n.emit(c)
	}
	jump := c.op('j', int64(top))
	c.code[exit].arg = int64(len(c.code))
	if l.once {
		for _, n := range l.els {
			n.emit(c)
		}
		c.code[jump].arg = int64(len(c.code))
	}
}

func b2i(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

var binops = map[string]func(a, b int64) int64{
	"+": func(a, b int64) int64 { return a + b }, "-": func(a, b int64) int64 { return a - b }, "*": func(a, b int64) int64 { return a * b },
	"/": func(a, b int64) int64 { return a / b }, "%": func(a, b int64) int64 { return a % b }, "<": func(a, b int64) int64 { return b2i(a < b) },
	"<=": func(a, b int64) int64 { return b2i(a <= b) }, ">": func(a, b int64) int64 { return b2i(a > b) }, ">=": func(a, b int64) int64 { return b2i(a >= b) },
	"==": func(a, b int64) int64 { return b2i(a == b) }, "!=": func(a, b int64) int64 { return b2i(a != b) },
}

func run(src string) (res []int64, steps int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = r.(error)
		}
	}()
	p := &parser{ts: scan(src)}
	c := &comp{vars: map[string]int64{}}
	for p.peek().kind != end {
		p.stmt().emit(c)
	}
	vars := make([]int64, len(c.vars))
	var st []int64
	pop := func() (x int64) { x, st = st[len(st)-1], st[:len(st)-1]; return }
	for pc := 0; pc < len(c.code); steps++ {
		in := &c.code[pc]
		pc++
		switch in.code {
		case 'k':
			st = append(st, in.arg)
		case 'v':
			st = append(st, vars[in.arg])
		case 's':
			vars[in.arg] = pop()
		case 'b':
			b, a := pop(), pop()
			st = append(st, binops[in.s](a, b))
		case 'z':
			if pop() == 0 {
				pc = int(in.arg)
			}
		case '&', '|':
			if (st[len(st)-1] == 0) == (in.code == '&') {
				pc = int(in.arg)
			} else {
				pop()
			}
		case 'j':
			pc = int(in.arg)
		case 'p':
			res = append(res, pop())
		}
	}
	return
}

func main() {
	for _, src := range []string{
		"a=1 b=1 n=0 while n<50 { t=a+b a=b b=t n=n+1 } print a print a%1000",
		"n=2 while n<40 { p=1 d=2 while d*d<=n && p { if n%d==0 { p=0 } d=d+1 } if p { print n } n=n+1 }",
		"print (1+2)*-3 print 10-4-3 print 2*3+4*5==26 && 7>6 print 0||5 print 1&&0||3",
		"x=27 c=0 while x!=1 { if x%2==0 { x=x/2 } else { x=3*x+1 } c=c+1 } print c",
		"print 1/0", "print (1", "1=2", "print 3 $", "while 1 { print 5",
	} {
		res, steps, err := run(src)
		fmt.Println(res, steps, err)
	}
}
