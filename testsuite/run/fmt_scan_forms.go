// fmt scanning: Sscan, Sscanf, Sscanln and Fscan into all kinds, verbs, widths, errors, custom scanners.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

type pt struct{ x, y int }

func (p *pt) Scan(s fmt.ScanState, verb rune) error {
	_, err := fmt.Fscanf(s, "<%d,%d>", &p.x, &p.y)
	if verb == 'z' {
		p.x *= 100
	}
	return err
}

type word string

func scan(in string, args ...any) {
	n, err := fmt.Sscan(in, args...)
	show(n, err, args)
}

func scanf(in, f string, args ...any) {
	n, err := fmt.Sscanf(in, f, args...)
	show(n, err, args)
}

func show(n int, err error, args []any) {
	fmt.Print(n, " ", err, ":")
	for _, a := range args {
		switch a := a.(type) {
		case *int:
			fmt.Print(" ", *a)
		case *string:
			fmt.Printf(" %q", *a)
		case *float64:
			fmt.Print(" ", *a)
		case *uint8:
			fmt.Print(" ", *a)
		case *int8:
			fmt.Print(" ", *a)
		case *rune:
			fmt.Print(" ", string(*a))
		case *bool:
			fmt.Print(" ", *a)
		case *[]byte:
			fmt.Printf(" %q", *a)
		case *complex128:
			fmt.Print(" ", *a)
		case *word:
			fmt.Printf(" %q", *a)
		case *pt:
			fmt.Print(" ", *a)
		}
	}
	fmt.Println()
}

func main() {
	v := func() (*int, *string, *float64, *uint8, *int8, *rune, *bool, *[]byte, *complex128, *word, *pt) {
		return new(int), new(string), new(float64), new(uint8), new(int8), new(rune), new(bool), new([]byte), new(complex128), new(word), new(pt)
	}
	i, s, f, u, i8, r, b, bs, c, w, p := v()
	scan("42 word 2.5e3", i, s, f)
	scan("  -7\n\ttab 1", i, s, u)
	scan("0x1F 0b101 0o17", i, u, i8)
	scan("300", u)
	scan("-129", i8)
	scan("abc", i)
	scan("1", i, s)
	scan("", i)
	scan("true bytes (1+2i) named <3,4>", b, bs, c, w, p)
	scan("T inf -0", b, f, i)
	i, s, f, u, i8, r, b, bs, c, w, p = v()
	scanf("12:34", "%d:%d", i, u)
	scanf("ff 077 1010", "%x %o %b", i, u, i8)
	scanf("12345", "%2d%3d", i, u)
	scanf("abcdef", "%3s%c%s", s, r, w)
	scanf("é世", "%c%c", r, r)
	scanf("\"quo ted\" `raw`", "%q %q", s, bs)
	scanf("68656c", "%x", s)
	scanf("3.5%", "%f%%", f)
	scanf("x=5", "y=%d", i)
	scanf("5 apples", "%d pears", i)
	scanf("<7,8>", "%z", p)
	scanf("<9,10", "%v", p)
	scanf("1 2", "%d", i)
	scanf("1", "%d %d", i, i)
	scanf("t f", "%t %v", b, b)
	scanf("1e2 nan", "%g %e", f, f)
	n, err := fmt.Sscanln("1 2\n3", i, u, i8)
	fmt.Println(n, err, *i, *u)
	rd := strings.NewReader("10 20 thirty\n40 rest of line")
	for {
		var x int
		n, err := fmt.Fscan(rd, &x)
		if err != nil {
			fmt.Println(n, err, errors.Is(err, io.EOF))
			break
		}
		fmt.Print(x, " ")
	}
	br := bufio.NewReader(strings.NewReader("a 1\nb 2\n\nc 3"))
	for {
		var k string
		var x int
		n, err := fmt.Fscanln(br, &k, &x)
		fmt.Print(n, " ", err, " ", k, x, "; ")
		if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
			break
		}
	}
	fmt.Println()
}
