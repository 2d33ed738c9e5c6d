// unicode, unicode/utf8, unicode/utf16: encoding and decoding of every border, classes of characters, case mapping.
package main

import (
	"fmt"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

var borders = []rune{0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xfffd, 0xffff, 0x10000, 0x10ffff, 0x110000, -1}
var seqs = []string{"", "a", "\x80", "\xc0\x80", "\xc1\xbf", "\xc2", "\xc2\x80", "\xe0\x9f\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xed\xa0\x80", "\xef\xbf\xbf", "\xf0\x8f\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "\xe6\x97", "\xe6\x97a", "\xf0\x9f\x98\x80\x80"}

func classes(r rune) (s string) {
	for i, f := range []func(rune) bool{unicode.IsLetter, unicode.IsDigit, unicode.IsNumber, unicode.IsSpace, unicode.IsUpper, unicode.IsLower, unicode.IsTitle, unicode.IsPunct, unicode.IsSymbol, unicode.IsControl, unicode.IsGraphic, unicode.IsPrint, unicode.IsMark} {
		if f(r) {
			s += string("LDNSUlTPYCGpM"[i])
		}
	}
	return
}

func main() {
	for _, r := range borders {
		b := utf8.AppendRune(nil, r)
		d, n := utf8.DecodeRune(b)
		r1, r2 := utf16.EncodeRune(r)
		fmt.Printf("%x % x %x %d %d %t %t %x %x %x %d\n", r, b, d, n, utf8.RuneLen(r), utf8.ValidRune(r), utf16.IsSurrogate(r), r1, r2, string(r), utf16.RuneLen(r))
	}
	for _, s := range seqs {
		r, n := utf8.DecodeRuneInString(s)
		l, m := utf8.DecodeLastRuneInString(s)
		fmt.Print(r, n, l, m, utf8.ValidString(s), utf8.FullRuneInString(s), utf8.RuneCountInString(s), []rune(s), " ")
		for i, c := range s {
			fmt.Print(i, ":", c, ",")
		}
		if len(s) > 0 {
			fmt.Print(utf8.RuneStart(s[0]))
		}
		fmt.Println()
	}
	for _, r := range "aZ0_ é\u00a0ǅßẞſKΣς١五\u0301\u2028€+«\t\u200b\U0001F600ªⅧ½" {
		fmt.Print(string(r), classes(r), string(unicode.ToUpper(r)), string(unicode.ToLower(r)), string(unicode.ToTitle(r)), string(unicode.SimpleFold(r)), " ")
	}
	fmt.Println()
	u := utf16.Encode([]rune("aé世😀\U0010ffff"))
	fmt.Printf("%x %q %q\n", u, string(utf16.Decode(u)), string(utf16.Decode([]uint16{0xd800, 'a', 0xdc00, 0xd83d, 0xde00})))
	fmt.Println(unicode.Is(unicode.Han, '世'), unicode.Is(unicode.Latin, 'é'), unicode.In('я', unicode.Latin, unicode.Cyrillic), unicode.Is(unicode.Greek, 'a'), unicode.MaxRune, string(unicode.ReplacementChar))
	counts := map[string]int{}
	h := uint32(1)
	for r := rune(0); r < 0x3000; r++ {
		c := classes(r)
		counts[c[:min(1, len(c))]]++
		h = h*31 + uint32(unicode.ToUpper(r)) ^ uint32(unicode.ToLower(r))<<3
		for i := range len(c) {
			h = h*31 + uint32(c[i])
		}
	}
	fmt.Println(counts, h)
	buf := make([]byte, 4)
	n := utf8.EncodeRune(buf, '€')
	fmt.Println(buf[:n], utf8.UTFMax, utf8.RuneSelf, utf8.Valid(buf[:2]), utf8.RuneCount([]byte("é\xff")), utf8.FullRune(buf[:2]))
}
