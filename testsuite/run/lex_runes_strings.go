// Rune and string literals: every escape, raw strings, surrogates and bytes that are no UTF-8.
package main

import (
	"fmt"
	"unicode/utf8"
)

var runes = []rune{
	'a', 'ä', '本', '\t', '\000', '\007', '\377', '\x07', '\xff', '\u12e4', '\U00101234', '\'', '"', '\\', '\a', '\b', '\f', '\n', '\r', '\v',
	'\u0000', '\uFFFD', '\U0010FFFF', '😀', ' ', '`', '\ufeff', 'ÿ', '世', '\ud7ff', '\ue000',
}

var strs = []string{
	`abc`, `\n
\n`, "\n", "\"", "Hello, world!\n", "日本語", "\u65e5本\U00008a9e", "\xff\u00FF", `a"b'c`, "", ``, "\a\b\f\n\r\t\v\\\"",
	"\000\001\177\200\377", "\x00\x7f\x80", "日本語"[1:5], `tab	tab`, "//", "/*", "a\u0301", "\U0001F600", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\x80",
}

var same = [...]string{
	"日本語",
	`日本語`,
	"\u65e5\u672c\u8a9e",
	"\U000065e5\U0000672c\U00008a9e",
	"\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e",
	"\346\227\245\346\234\254\350\252\236",
	"日" + `本` + "\u8a9e",
}

func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func main() {
	for i, r := range runes {
		fmt.Print(r, " ", len(string(r)), "; ")
		if i%10 == 9 {
			fmt.Println()
		}
	}
	fmt.Println()
	for _, s := range strs {
		fmt.Printf("%q %+q %x len %d runes %d valid %t hash %08x\n", s, s, s, len(s), utf8.RuneCountInString(s), utf8.ValidString(s), hash(s))
	}
	for i, s := range same {
		if s != same[0] || hash(s) != hash(same[0]) {
			fmt.Println("differs", i)
		}
	}
	raw := `first
	second \x41 ` + "`" + `quoted` + "`" + `
`
	fmt.Printf("%q %d\n", raw, len(raw))
	const c = "const \u00e9" + `\u00e9`
	const n = len(c)
	var arr [n]byte
	fmt.Println(copy(arr[:], c), arr, c[n-1] == '9')
	for _, s := range []string{"a\xffb", "\xe6\x97", "\xed\xa0\x80x", "\xf0\x9f\x98", "é\x80é"} {
		for i, r := range s {
			fmt.Print(i, ":", r, " ")
		}
		fmt.Println([]rune(s), []byte(s), string([]rune(s)))
	}
	switch 'x' {
	case 'x' + 0:
		fmt.Println("rune arithmetic", 'a'+1, string(rune('a'+1)), 'z'-'a', '9'-'0')
	}
}
