// Iterating and converting strings with every kind of broken UTF-8; positions, widths and replacement agree with decoding by hand.
package main

import (
	"fmt"
	"unicode/utf8"
)

func decode(s string) (r rune, n int) {
	b := func(i int) rune { return rune(s[i]) }
	cont := func(i int) bool { return i < len(s) && s[i]&0xc0 == 0x80 }
	switch c := s[0]; {
	case c < 0x80:
		return rune(c), 1
	case c >= 0xc2 && c < 0xe0 && cont(1):
		return b(0)&0x1f<<6 | b(1)&0x3f, 2
	case c >= 0xe0 && c < 0xf0 && cont(1) && cont(2):
		if r = b(0)&0xf<<12 | b(1)&0x3f<<6 | b(2)&0x3f; r >= 0x800 && (r < 0xd800 || r > 0xdfff) {
			return r, 3
		}
	case c >= 0xf0 && c < 0xf5 && cont(1) && cont(2) && cont(3):
		if r = b(0)&7<<18 | b(1)&0x3f<<12 | b(2)&0x3f<<6 | b(3)&0x3f; r >= 0x10000 && r <= 0x10ffff {
			return r, 4
		}
	}
	return utf8.RuneError, 1
}

func check(s string) (h uint32, ok bool) {
	ok = true
	i, k := 0, 0
	rs := []rune(s)
	for p, r := range s {
		want, n := decode(s[i:])
		ok = ok && p == i && r == want && rs[k] == r
		h = h*31 + uint32(r) + uint32(p)
		i += n
		k++
	}
	n := 0
	for p := range s {
		n += p
	}
	for range s {
		k--
	}
	return h + uint32(n), ok && i == len(s) && k == 0 && len(rs) == utf8.RuneCountInString(s)
}

func main() {
	x := uint32(7)
	bad, h := 0, uint32(0)
	alphabet := []byte{'a', 0x7f, 0x80, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xa0, 0xed, 0x9f, 0xef, 0xf0, 0x90, 0xf4, 0x8f, 0xf5, 0xff}
	for n := range 600 {
		var b []byte
		for range n % 9 {
			x = x*1664525 + 1013904223
			b = append(b, alphabet[(x>>16)%uint32(len(alphabet))])
		}
		v, ok := check(string(b))
		if !ok {
			bad++
		}
		h = h*33 + v
		if back := string([]rune(string(b))); utf8.ValidString(string(b)) != (back == string(b)) {
			bad++
		}
	}
	fmt.Println(bad, h)
	for _, s := range []string{"\xe4\xb8", "\xe4\xb8\xadx", "\xf0\x9f\x98\x80", "\xf0\x9f\x98", "\xed\xa0\x80", "\xc0\xaf", "a\xffb", "\xf4\x90\x80\x80"} {
		for i, r := range s {
			fmt.Printf("%d:%x ", i, r)
		}
		fmt.Printf("%q\n", []rune(s))
	}
}
