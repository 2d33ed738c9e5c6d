// Strings are immutable byte sequences: indexing, slicing, comparison, concatenation, conversion, building, aliasing with bytes.
package main

import (
	"fmt"
	"strings"
	"unsafe"
)

type Str string
type Chars []byte

func (s Str) rev() (r Str) {
	for _, c := range s {
		r = Str(c) + r
	}
	return
}

func concat(a, b, c, d, e, f string) []string {
	s := a + b
	s += c
	t := s + d + e + f
	u := "<" + t + ">" + s + ""
	return []string{a + "", "" + b, s, t, u, a + b + c + d + e + f + a}
}

func count(s string) (bytes, runes, bad int) {
	for i, r := range s {
		bytes = i
		runes++
		if r == 0xfffd {
			bad++
		}
	}
	return
}

func sortBytes(s string) string {
	b := []byte(s)
	for i := range b {
		for j := i; j > 0 && b[j-1] > b[j]; j-- {
			b[j-1], b[j] = b[j], b[j-1]
		}
	}
	return string(b)
}

func cmp(a, b string) string {
	return fmt.Sprint(a == b, a != b, a < b, a <= b, a > b, a >= b, max(a, b) == b, min(a, b))
}

func immut() (out []string) {
	b := []byte("mutable")
	s := string(b)
	b[0] = 'M'
	t := string(b)
	m := map[string]int{string(b): 1}
	b[1] = 'U'
	out = append(out, s, t, string(b), fmt.Sprint(m, m[string(b)]))
	for i, c := range []byte(s) {
		b[i] = c + 1
	}
	sub := s[1:4]
	s = "changed"
	f := func() string { return s + sub }
	s = sub + s
	return append(out, string(b), sub, f())
}

func appendStr(b []byte) []byte {
	b = append(b, "str"...)
	b = append(b, Str("ing")...)
	b = append(b, b[:2]...)
	n := copy(b[1:], "XY")
	n += copy(b[len(b)-1:], "long")
	return append(b, byte('0'+n))
}

func switchStr(s string) int {
	switch s {
	case "":
		return 0
	case "a", "b", "ab":
		return 1
	case "abc" + "def", "zzz":
		return 2
	case s[:1] + "q":
		return 3
	}
	return 4
}

func main() {
	fmt.Printf("%q\n", concat("a", "", "cc", "d\x00", "é", "\xff"))
	fmt.Printf("%q\n", concat("", "", "", "", "", ""))
	fmt.Println(count("aé世\xff\xf0\x9f\x98x"))
	fmt.Println(sortBytes("hello, world"), Str("añb").rev(), len(Str("añb").rev()))
	for _, p := range [][2]string{{"", ""}, {"a", ""}, {"a", "b"}, {"ab", "a"}, {"a\xff", "aé"}, {"abcdefgh1", "abcdefgh2"}, {"same", strings.Clone("same")}, {"Z", "a"}} {
		fmt.Println(cmp(p[0], p[1]))
	}
	fmt.Println(immut())
	fmt.Printf("%q %q\n", appendStr(nil), appendStr(make([]byte, 1, 100)))
	fmt.Println(switchStr(""), switchStr("ab"), switchStr("abcdef"), switchStr("xq"), switchStr("x"))
	s := "hello"
	lo, hi := 1, 3
	fmt.Println(s[lo], s[lo:], s[:hi], s[lo:hi], s[:], s[5:] == "", s[hi:hi] == "", len(s[lo:hi]), string(s[0]), s[len(s)-1]-'a')
	fmt.Println(unsafe.StringData(s[1:]) == unsafe.StringData(s[1:3]), []byte("x")[0], []rune("é世")[1], string([]rune{'x', 0x1F600}), string(Chars{104, 105}), Chars("q"))
	var sb strings.Builder
	for i := range 300 {
		sb.WriteString(s[i%5 : i%5+1])
		sb.WriteByte(byte('0' + i%10))
		sb.WriteRune(rune(0x100 + i))
	}
	x := sb.String()
	h := 0
	for i := range len(x) {
		h = h*31 + int(x[i])
	}
	fmt.Println(len(x), h, x[590:600], strings.Count(x, "l"), strings.Repeat("ab", 3) == "ab"+"ab"+"ab")
	acc := ""
	for i := range 100 {
		acc += string(rune('a' + i%26))
		if len(acc) > 40 {
			acc = acc[20:]
		}
	}
	fmt.Println(acc)
}
