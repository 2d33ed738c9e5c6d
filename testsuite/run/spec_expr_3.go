// Expressions: short circuit, mixed precedence, unary operators, address-of.
package main

import "fmt"

type Stack struct{ data []int }

func (s *Stack) Push(v int)   { s.data = append(s.data, v) }
func (s *Stack) Pop() (v int) { n := len(s.data) - 1; v, s.data = s.data[n], s.data[:n]; return }

func eval(tokens string) int {
	var s Stack
	for _, c := range tokens {
		switch {
		case '0' <= c && c <= '9':
			s.Push(int(c - '0'))
		case c == '+':
			s.Push(s.Pop() + s.Pop())
		case c == '*':
			s.Push(s.Pop() * s.Pop())
		case c == '-':
			b, a := s.Pop(), s.Pop()
			s.Push(a - b)
		case c == '~':
			s.Push(-s.Pop())
		}
	}
	return s.Pop()
}

func safe(p *int) bool { return p != nil && *p > 0 || p == nil && len("x") == 1 }

func main() {
	fmt.Println(eval("34+2*7-~"), eval("12345++++"))
	a, b, c := 7, 3, 2
	fmt.Println(a+b*c, a-b-c, a/b*c, a%b<<c, a&b|c, a&b == b, a^b&^c, a|b<<1, -a/b, -a%b, ^a&b)
	fmt.Println(a<<1+1, a&1 == 1 && b&1 == 1, !(a < b) == true, a-(b-c), - -a, +a, ^^a)
	x := 0
	fmt.Println(safe(nil), safe(&x), safe(&a))
	p := &[]int{1, 2, 3}[1]
	*p += 40
	q := &struct{ n, m int }{1, 2}
	r := &q.m
	*r = 9
	fmt.Println(*p, *q, &*r == r)
	*&a = 100
	fmt.Println(a, *(&b), (*q).n)
	inc := func() int { x++; return x }
	fmt.Println(inc() == 1 || inc() == 5, inc() == 1 && inc() == 5)
	fmt.Println(x)
	t := true
	t = t && !t || t != (a == 100)
	fmt.Println(t, 1 < 2 == true, "a"+"b" == "ab" && len("ab") == 2)
	var u8 uint8 = 200
	var i8 int8 = 100
	fmt.Println(u8+100, i8+100, u8*2, -i8-100, ^u8, -u8, u8<<1>>1, (u8<<1)>>1, int(u8)<<1>>1)
	x = 5
	x, y := x+1, x*2
	fmt.Println(x, y)
	x <<= 2
	x |= 1
	x &^= 8
	x ^= 3
	x %= 7
	fmt.Println(x)
	str := "a"
	str += str + "b"
	str += str[:1]
	fmt.Println(str)
	var arr [3]int
	i := 0
	for i < 3 {
		arr[i], i = i*i, i+1
	}
	fmt.Println(arr)
}
