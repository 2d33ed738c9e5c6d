// State functions that return state functions, a recursive func type, and a table of methods.
package main

import (
	"fmt"
	"strings"
)

type lexer struct {
	in    string
	start int
	pos   int
	toks  []token
	depth int
}

type token struct {
	kind kind
	text string
}

type kind int

const (
	word kind = iota
	number
	quoted
	open
	closing
	bad
)

func (k kind) String() string {
	return [...]string{"word", "number", "quoted", "open", "closing", "bad"}[k]
}

type stateFn func(*lexer) stateFn

func (l *lexer) emit(k kind) {
	l.toks = append(l.toks, token{k, l.in[l.start:l.pos]})
	l.start = l.pos
}

func (l *lexer) accept(set string) {
	for l.pos < len(l.in) && strings.IndexByte(set, l.in[l.pos]) >= 0 {
		l.pos++
	}
}

const letters, digits = "abcdefghijklmnopqrstuvwxyz_", "0123456789"

func outside(l *lexer) stateFn {
	l.accept(" \t\n")
	l.start = l.pos
	if l.pos == len(l.in) {
		if l.depth != 0 {
			l.emit(bad)
		}
		return nil
	}
	switch c := l.in[l.pos]; {
	case c == '(' || c == '[':
		l.depth++
		l.pos++
		l.emit(open)
		return outside
	case c == ')' || c == ']':
		l.pos++
		if l.depth--; l.depth < 0 {
			l.emit(bad)
			return nil
		}
		l.emit(closing)
		return outside
	case c == '"':
		return inQuotes('"')
	case strings.IndexByte(digits, c) >= 0:
		return inNumber
	case strings.IndexByte(letters, c) >= 0:
		return func(l *lexer) stateFn {
			l.accept(letters + digits)
			l.emit(word)
			return outside
		}
	}
	l.pos++
	l.emit(bad)
	return outside
}

func inNumber(l *lexer) stateFn {
	l.accept(digits)
	if l.pos < len(l.in) && l.in[l.pos] == '.' {
		l.pos++
		return inNumber
	}
	l.emit(number)
	return outside
}

func inQuotes(q byte) stateFn {
	return func(l *lexer) stateFn {
		for l.pos++; l.pos < len(l.in); l.pos++ {
			switch l.in[l.pos] {
			case '\\':
				l.pos++
			case q:
				l.pos++
				l.emit(quoted)
				return outside
			}
		}
		l.pos = len(l.in)
		l.emit(bad)
		return nil
	}
}

func main() {
	for _, in := range []string{`foo (bar 12.5 [x_1 "a\"b"]) 7`, `(a`, `a) b`, `"open`, `?!`, ``, "one\ttwo\n3"} {
		l := &lexer{in: in}
		n := 0
		for state := stateFn(outside); state != nil; n++ {
			state = state(l)
		}
		fmt.Printf("%d %v\n", n, l.toks)
	}
}
