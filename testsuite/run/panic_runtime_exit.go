// A run-time error that nobody recovers, in a deferred function after a recovered one; goexit status 2.
package main

import (
	"fmt"
	"runtime"
)

type stack[T any] struct{ xs []T }

func (s *stack[T]) push(x T) { s.xs = append(s.xs, x) }
func (s *stack[T]) pop() (x T) {
	x = s.xs[len(s.xs)-1]
	s.xs = s.xs[:len(s.xs)-1]
	return
}

func eval(prog string) (r int, err error) {
	defer func() {
		if e, ok := recover().(runtime.Error); ok {
			err = e
		}
	}()
	var s stack[int]
	for _, c := range prog {
		switch {
		case c >= '0' && c <= '9':
			s.push(int(c - '0'))
		case c == '+':
			s.push(s.pop() + s.pop())
		case c == '/':
			b, a := s.pop(), s.pop()
			s.push(a / b)
		case c == '<':
			b, a := s.pop(), s.pop()
			s.push(a << (b - 5))
		}
	}
	return s.pop(), nil
}

func main() {
	for _, p := range []string{"12+", "84/", "80/", "1+", "19<", "11<", "", "9"} {
		r, err := eval(p)
		fmt.Println(p, r, err)
	}
	defer func() {
		e := recover().(error)
		fmt.Println("recovered:", e)
		var m map[[2]string]int
		m[[2]string{e.Error()}]++
	}()
	var p *stack[int]
	fmt.Println(*&p.xs == nil, p.xs)
}
