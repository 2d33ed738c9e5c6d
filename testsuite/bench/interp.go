// A bytecode interpreter running a loop of its own: a big switch, a stack in a slice.
package main

import "fmt"

type op byte

const (
	push op = iota
	load
	store
	add
	sub
	mul
	mod
	less
	jump
	jumpZero
	halt
)

type instr struct {
	op  op
	arg int
}

type machine struct {
	stack []int
	vars  [8]int
	steps int
}

func (m *machine) run(code []instr) {
	pc, sp := 0, 0
	s := m.stack
	for {
		in := code[pc]
		pc++
		m.steps++
		switch in.op {
		case push:
			s[sp] = in.arg
			sp++
		case load:
			s[sp] = m.vars[in.arg]
			sp++
		case store:
			sp--
			m.vars[in.arg] = s[sp]
		case add:
			sp--
			s[sp-1] += s[sp]
		case sub:
			sp--
			s[sp-1] -= s[sp]
		case mul:
			sp--
			s[sp-1] *= s[sp]
		case mod:
			sp--
			s[sp-1] %= s[sp]
		case less:
			sp--
			if s[sp-1] < s[sp] {
				s[sp-1] = 1
			} else {
				s[sp-1] = 0
			}
		case jump:
			pc = in.arg
		case jumpZero:
			sp--
			if s[sp] == 0 {
				pc = in.arg
			}
		case halt:
			return
		}
	}
}

func main() {
	// for i = 0; i < n; i++ { x = (x*31 + i) % 1000003 }
	code := []instr{
		{push, 0}, {store, 0}, {push, 1}, {store, 1},
		{load, 0}, {push, 12000000}, {less, 0}, {jumpZero, 20},
		{load, 1}, {push, 31}, {mul, 0}, {load, 0}, {add, 0}, {push, 1000003}, {mod, 0}, {store, 1},
		{load, 0}, {push, 1}, {add, 0}, {jump, 21},
		{halt, 0},
		{store, 0}, {jump, 4},
	}
	m := &machine{stack: make([]int, 64)}
	m.run(code)
	fmt.Println(m.vars[1], m.steps)
}
