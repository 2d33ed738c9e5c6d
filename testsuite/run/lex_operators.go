// Operators and punctuation: longest match, precedence of all levels, unary chains, assignment operators.
package main

import "fmt"

func f(s string, v int) int {
	fmt.Print(s)
	return v
}

func precedence(a, b, c, d int) []any {
	return []any{
		a + b*c - d/b, a<<1 + b, a + b<<1, a&b == c, a | b&c ^ d, a&^b | c, a == b || c < d && a != d,
		-a * -b, - -a, ^-a, -^a, +a - +b, a - -b, a + +b, a & ^b, a &^ b, !(a == b) == true,
		a * b % c, a % b * c, a/b*b + a%b, a << b >> c, a >> 1 << 1, a - b - c, a - (b - c), a^b^c == a^(b^c), a < b == (c < d), a&b | c&d,
		a << b & c, a+b == c+d, a|b == c|d && a&b != 0,
	}
}

func pointers() int {
	x := 6
	p := &x
	pp := &p
	y := **pp / *p * **pp
	z := x**p - -*p
	ch := make(chan int, 3)
	ch <- *p
	ch <- -x
	ch <- ^x
	w := <-ch + -<-ch - <-ch
	return y*10000 + z*100 + w
}

func assignOps() []int {
	a := []int{7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7}
	a[0] += 3
	a[1] -= 3
	a[2] *= 3
	a[3] /= 3
	a[4] %= 3
	a[5] &= 3
	a[6] |= 24
	a[7] ^= 3
	a[8] <<= 3
	a[9] >>= 1
	a[10] &^= 3
	return a
}

func once() (n int) {
	i := 0
	next := func() int { i++; return i }
	a := [5]int{}
	a[next()]++
	a[next()] += 10
	a[next()] |= 1 << next()
	m := map[int]int{}
	m[next()]--
	m[next()] ^= 255
	fmt.Println(a, m, i)
	return
}

type bits uint8

func main() {
	fmt.Println(precedence(13, 3, 5, 2)...)
	fmt.Println(precedence(-7, 2, 3, 1)...)
	fmt.Println(pointers(), assignOps())
	once()
	fmt.Println(f("a", 1)+f("b", 2)*f("c", 3)-(f("d", 4)-f("e", 5)) == f("g", 8))
	fmt.Println(f("x", 0) == 1 && f("y", 1) == 1 || f("z", 2) == 2 && f("w", 3) != 3 || f("v", 4) == 4)
	var b bits = 0xf0
	b >>= 2
	b |= b << 3
	b ^= ^b & 1
	b = ^b
	fmt.Println(b, -b, +b, b&-b, b&^(b-1), !!(b > 0))
	x := 3
	q := &x
	*q *= *q
	*q <<= *q & 3
	x--
	fmt.Println(x)
}
