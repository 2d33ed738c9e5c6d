// A calculator language: numbers, variables, functions of one argument, if and while. A lexer, a parser that builds a tree
// of closures, and an environment.
package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode"
)

type kind int

const (
	number kind = iota
	name
	punct
	end
)

func (k kind) String() string { return [...]string{"number", "name", "punctuation", "end"}[k] }

type token struct {
	kind kind
	text string
	line int
}

var errEOF = errors.New("unexpected end of program")

type syntaxError struct {
	line int
	text string
}

func (e *syntaxError) Error() string { return fmt.Sprintf("line %d: %s", e.line, e.text) }

func lex(src string) ([]token, error) {
	var toks []token
	line := 1
	for i := 0; i < len(src); {
		c := rune(src[i])
		j := i
		switch {
		case c == '\n':
			line++
			i++
			continue
		case unicode.IsSpace(c):
			i++
			continue
		case c == '#':
			for i < len(src) && src[i] != '\n' {
				i++
			}
			continue
		case unicode.IsDigit(c):
			for j < len(src) && (src[j] == '.' || unicode.IsDigit(rune(src[j]))) {
				j++
			}
			toks = append(toks, token{number, src[i:j], line})
		case unicode.IsLetter(c):
			for j < len(src) && unicode.IsLetter(rune(src[j])) {
				j++
			}
			toks = append(toks, token{name, src[i:j], line})
		case strings.ContainsRune("+-*/(){}=<;,", c):
			j++
			toks = append(toks, token{punct, src[i:j], line})
		default:
			return nil, &syntaxError{line, fmt.Sprintf("strange character %q", c)}
		}
		i = j
	}
	return append(toks, token{end, "", line}), nil
}

type env struct {
	vars  map[string]float64
	outer *env
	funcs map[string]*function
	steps *int
}

type function struct {
	param string
	body  node
}

func (e *env) lookup(n string) (float64, bool) {
	for ; e != nil; e = e.outer {
		if v, ok := e.vars[n]; ok {
			return v, true
		}
	}
	return 0, false
}

type node func(e *env) float64

type parser struct {
	toks []token
	pos  int
}

func (p *parser) peek() token { return p.toks[p.pos] }

func (p *parser) next() token {
	t := p.toks[p.pos]
	if t.kind == end {
		panic(errEOF)
	}
	p.pos++
	return t
}

func (p *parser) accept(text string) bool {
	if t := p.peek(); t.kind == punct && t.text == text {
		p.pos++
		return true
	}
	return false
}

func (p *parser) want(text string) {
	if !p.accept(text) {
		panic(&syntaxError{p.peek().line, fmt.Sprintf("want %q, have %v %q", text, p.peek().kind, p.peek().text)})
	}
}

func (p *parser) block() node {
	p.want("{")
	var list []node
	for !p.accept("}") {
		list = append(list, p.statement())
	}
	return func(e *env) (v float64) {
		for _, n := range list {
			v = n(e)
		}
		return v
	}
}

func (p *parser) statement() node {
	t := p.peek()
	if t.kind != name {
		return p.simple()
	}
	switch t.text {
	case "if":
		p.next()
		cond, then := p.expr(0), p.block()
		var els node
		if t := p.peek(); t.text == "else" {
			p.next()
			els = p.block()
		}
		return func(e *env) float64 {
			if cond(e) != 0 {
				return then(e)
			}
			if els != nil {
				return els(e)
			}
			return 0
		}
	case "while":
		p.next()
		cond, body := p.expr(0), p.block()
		return func(e *env) (v float64) {
			for cond(e) != 0 {
				if *e.steps++; *e.steps > 100000 {
					panic(errors.New("too many steps"))
				}
				v = body(e)
			}
			return v
		}
	case "func":
		p.next()
		fn := p.next().text
		p.want("(")
		param := p.next().text
		p.want(")")
		body := p.block()
		return func(e *env) float64 {
			e.funcs[fn] = &function{param, body}
			return 0
		}
	case "print":
		p.next()
		x := p.expr(0)
		p.want(";")
		return func(e *env) float64 {
			v := x(e)
			fmt.Println(v)
			return v
		}
	}
	return p.simple()
}

func (p *parser) simple() node {
	if t := p.peek(); t.kind == name && p.toks[p.pos+1].text == "=" {
		p.pos += 2
		x := p.expr(0)
		p.want(";")
		return func(e *env) float64 {
			v := x(e)
			e.vars[t.text] = v
			return v
		}
	}
	x := p.expr(0)
	p.want(";")
	return x
}

var precedence = map[string]int{"<": 1, "+": 2, "-": 2, "*": 3, "/": 3}

func (p *parser) expr(min int) node {
	x := p.primary()
	for {
		op := p.peek()
		prec := precedence[op.text]
		if op.kind != punct || prec == 0 || prec <= min {
			return x
		}
		p.next()
		l, r := x, p.expr(prec)
		switch op.text {
		case "+":
			x = func(e *env) float64 { return l(e) + r(e) }
		case "-":
			x = func(e *env) float64 { return l(e) - r(e) }
		case "*":
			x = func(e *env) float64 { return l(e) * r(e) }
		case "/":
			x = func(e *env) float64 { return l(e) / r(e) }
		case "<":
			x = func(e *env) float64 {
				if l(e) < r(e) {
					return 1
				}
				return 0
			}
		}
	}
}

func (p *parser) primary() node {
	t := p.next()
	switch {
	case t.kind == number:
		v, err := strconv.ParseFloat(t.text, 64)
		if err != nil {
			panic(&syntaxError{t.line, err.Error()})
		}
		return func(*env) float64 { return v }
	case t.text == "(":
		x := p.expr(0)
		p.want(")")
		return x
	case t.text == "-":
		x := p.primary()
		return func(e *env) float64 { return -x(e) }
	case t.kind == name && p.accept("("):
		arg := p.expr(0)
		p.want(")")
		return func(e *env) float64 {
			f := e.funcs[t.text]
			if f == nil {
				panic(fmt.Errorf("line %d: no function %s", t.line, t.text))
			}
			return f.body(&env{map[string]float64{f.param: arg(e)}, e, e.funcs, e.steps})
		}
	case t.kind == name:
		return func(e *env) float64 {
			v, ok := e.lookup(t.text)
			if !ok {
				panic(fmt.Errorf("line %d: no variable %s", t.line, t.text))
			}
			return v
		}
	}
	panic(&syntaxError{t.line, "unexpected " + strconv.Quote(t.text)})
}

func run(src string) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = fmt.Errorf("run: %w", r)
		default:
			panic(r)
		}
	}()
	toks, err := lex(src)
	if err != nil {
		return err
	}
	p := &parser{toks: toks}
	e := &env{map[string]float64{}, nil, map[string]*function{}, new(int)}
	for p.peek().kind != end {
		p.statement()(e)
	}
	return nil
}

const program = `
# greatest common divisor by subtraction, factorial by recursion
func fact(n) { if n < 2 { 1; } else { n * fact(n - 1); } }
print fact(10);
a = 1071; b = 462;
while a - b < 0 - 0.5 { b = b - a; }
i = 0; sum = 0;
while i < 10 { i = i + 1; sum = sum + i / 4; }
print sum;
print (1 + 2) * 3 - -4;
`

func main() {
	for _, src := range []string{program, "print 1 +;", "x = 1 $ 2;", "print y;", "while 1 { z = 1; }", "print (1", "q(1);"} {
		if err := run(src); err != nil {
			var s *syntaxError
			fmt.Println("error:", err, errors.As(err, &s), errors.Is(err, errEOF))
		}
	}
	if len(os.Args) > 1 {
		b, err := os.ReadFile(os.Args[1])
		if err == nil {
			err = run(string(b))
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}
