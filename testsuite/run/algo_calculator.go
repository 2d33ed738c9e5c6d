// A calculator: scanner, recursive descent with precedence climbing, variables, functions and errors with columns.
package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
)

type parser struct {
	src  []rune
	pos  int
	vars map[string]float64
}

type syntaxError struct {
	col  int
	what string
}

func (e *syntaxError) Error() string { return fmt.Sprintf("column %d: %s", e.col, e.what) }

func (p *parser) fail(format string, args ...any) {
	panic(&syntaxError{p.pos + 1, fmt.Sprintf(format, args...)})
}

func (p *parser) peek() rune {
	for p.pos < len(p.src) && unicode.IsSpace(p.src[p.pos]) {
		p.pos++
	}
	if p.pos == len(p.src) {
		return 0
	}
	return p.src[p.pos]
}

func (p *parser) word(ok func(rune) bool) string {
	from := p.pos
	for p.pos < len(p.src) && ok(p.src[p.pos]) {
		p.pos++
	}
	return string(p.src[from:p.pos])
}

var functions = map[string]func(float64) float64{
	"sqrt": math.Sqrt, "abs": math.Abs, "twice": func(x float64) float64 { return 2 * x },
}

func (p *parser) primary() float64 {
	switch c := p.peek(); {
	case c == '(':
		p.pos++
		v := p.binary(0)
		if p.peek() != ')' {
			p.fail("missing )")
		}
		p.pos++
		return v
	case c == '-':
		p.pos++
		return -p.binary(3)
	case unicode.IsDigit(c) || c == '.':
		s := p.word(func(r rune) bool { return unicode.IsDigit(r) || r == '.' })
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			p.fail("%v", err)
		}
		return v
	case unicode.IsLetter(c):
		name := p.word(unicode.IsLetter)
		if f, ok := functions[name]; ok {
			return f(p.primary())
		}
		if v, ok := p.vars[name]; ok {
			return v
		}
		p.fail("no variable %s", name)
	case c == 0:
		p.fail("unexpected end")
	default:
		p.fail("unexpected %q", c)
	}
	return 0
}

var prec = map[rune]int{'+': 1, '-': 1, '*': 2, '/': 2, '%': 2, '^': 4}

func (p *parser) binary(min int) float64 {
	x := p.primary()
	for {
		op := p.peek()
		n, ok := prec[op]
		if !ok || n < min {
			return x
		}
		p.pos++
		next := n + 1
		if op == '^' {
			next = n
		}
		y := p.binary(next)
		switch op {
		case '+':
			x += y
		case '-':
			x -= y
		case '*':
			x *= y
		case '/':
			x /= y
		case '%':
			x = math.Mod(x, y)
		case '^':
			x = math.Pow(x, y)
		}
	}
}

func eval(line string, vars map[string]float64) (v float64, err error) {
	defer func() {
		if e, ok := recover().(*syntaxError); ok {
			err = e
		}
	}()
	name, expr, assign := strings.Cut(line, "=")
	if !assign {
		expr = line
	}
	p := &parser{src: []rune(expr), vars: vars}
	v = p.binary(0)
	if c := p.peek(); c != 0 {
		p.fail("unexpected %q", c)
	}
	if assign {
		vars[strings.TrimSpace(name)] = v
	}
	return
}

func main() {
	vars := map[string]float64{"pi": 3.25}
	for _, l := range []string{"1 + 2*3", "(1+2)*3", "2^3^2", "-2^2", "x = 10 % 4", "x*x - 1/4", "sqrt 16 + abs(-3)", "twice twice 5",
		"1/0", "(1+2", "1 +", "y", "3 $ 4", "1.2.3", "pi * -x", "ä = 7", "ä*ä"} {
		v, err := eval(l, vars)
		fmt.Printf("%-20s %v %v\n", l, v, err)
	}
	fmt.Println(vars)
}
