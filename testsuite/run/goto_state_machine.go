// goto: loops, state machines, jumps out of blocks and switches, with closures capturing variables of each round.
package main

import (
	"fmt"
	"strings"
)

func collatz(n int) (steps int) {
top:
	if n == 1 {
		return
	}
	steps++
	if n&1 == 0 {
		n >>= 1
		goto top
	}
	n = 3*n + 1
	goto top
}

func number(s string) (kind string, end int) {
	i := 0
	c := func() byte {
		if i < len(s) {
			return s[i]
		}
		return 0
	}
	digit := func() bool { return c() >= '0' && c() <= '9' }
	if c() == '-' || c() == '+' {
		i++
	}
	if c() == '.' {
		goto point
	}
	if !digit() {
		goto bad
	}
digits:
	if digit() {
		i++
		goto digits
	}
	switch c() {
	case '.':
		goto point
	case 'e', 'E':
		goto exp
	case 0:
		return "int", i
	}
	goto bad
point:
	i++
	if !digit() {
		goto bad
	}
frac:
	if digit() {
		i++
		goto frac
	}
	if c() == 'e' {
		goto exp
	}
	if i == len(s) {
		return "float", i
	}
	goto bad
exp:
	i++
	if c() == '-' || c() == '+' {
		i++
	}
	if !digit() {
		goto bad
	}
	for digit() {
		i++
	}
	if i == len(s) {
		return "exp", i
	}
bad:
	return "bad", i
}

func rounds() (out []int) {
	var fs []func() int
	i := 0
again:
	{
		v := i * i
		fs = append(fs, func() int { v++; return v })
		i++
		if i < 4 {
			goto again
		}
	}
	for _, f := range fs {
		out = append(out, f(), f())
	}
	return
}

func outOfNest() (s string) {
	for i := range 5 {
		for j := range 5 {
			switch {
			case i*j == 6:
				s += fmt.Sprint("found", i, j)
				goto done
			case j > i:
				goto nexti
			default:
				select {
				default:
					if i == 4 {
						goto done
					}
				}
			}
		}
	nexti:
		s += fmt.Sprint(i, ",")
	}
done:
	return s + "."
}

func intoDefer() (n int) {
	k := 3
loop:
	defer func(k int) { n = n*10 + k }(k)
	if k--; k > 0 {
		goto loop
	}
	return
}

func main() {
	fmt.Println(collatz(27), collatz(1), collatz(97))
	for _, s := range strings.Fields("12 -3.5 .5 1e9 1.5e-3 x 1. 1.2.3 +7 1e 12a -") {
		k, n := number(s)
		fmt.Print(s, ":", k, n, " ")
	}
	fmt.Println()
	fmt.Println(rounds(), outOfNest(), intoDefer())
	goto L
L:
	for {
		goto M
	}
M:
}
