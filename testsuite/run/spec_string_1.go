// Strings: invalid UTF-8, indexing, slicing, concatenation, iteration, comparison.
package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

func decode(s string) {
	fmt.Printf("%+q len=%d runes=%d valid=%t:", s, len(s), utf8.RuneCountInString(s), utf8.ValidString(s))
	for i, r := range s {
		fmt.Printf(" %d:%x", i, r)
	}
	fmt.Println()
}

func rev(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func main() {
	for _, s := range []string{"", "abc", "é", "\xc3", "\xc3\x28", "\xe2\x82", "€", "\xf0\x9f\x98", "😀", "\xed\xa0\x80", "\xc0\x80", "\xf4\x90\x80\x80", "a\x80b", "\xf8\x88\x80\x80\x80", "\ufffd", "\x00"} {
		decode(s)
	}
	raw := `a\n"b"
c`
	fmt.Printf("%q %d\n", raw, len(raw))
	fmt.Println(rev("héllo, 世界"), "\a\b\f\n\r\t\v\\\"" == "\x07\x08\x0c\x0a\x0d\x09\x0b\x5c\x22")
	s := "hello"
	t := s[1:4]
	u := t + s[:1] + string(s[4]) + fmt.Sprint(s[0])
	fmt.Println(t, u, s[5:] == "", len(s[2:2]))
	fmt.Println(s > t, s == "hel"+"lo", strings.Compare(s, t), "\xff" > "\u00ff", "a\x00" > "a")
	var b strings.Builder
	for i := range 5 {
		b.WriteByte(byte('a' + i))
		b.WriteRune(rune(0x3b1 + i))
	}
	fmt.Println(b.String(), b.Len())
	long := ""
	for i := 0; i < 100; i++ {
		long += string(rune('a' + i%26))
	}
	fmt.Println(len(long), long[95:], strings.Count(long, "a"))
	r, n := utf8.DecodeRuneInString("\xffabc")
	fmt.Println(r, n, utf8.RuneLen('世'), utf8.AppendRune(nil, 'é'))
	fmt.Printf("%x %X % x %q %v %s\n", "hi\xff", "hi", "hi", 'x', 'x', []byte("b"))
	fmt.Printf("%5s|%-5s|%.2s|%5.1q|%c|%U\n", "ab", "ab", "世界人", "xyz", 0x4e16, 0x4e16)
}
