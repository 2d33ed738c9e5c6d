// Package strings looks into and changes UTF-8 strings.
package strings

import (
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// bytesToString hands buf over: nobody may write to it afterwards.
func bytesToString(buf []byte) string { return unsafe.String(unsafe.SliceData(buf), len(buf)) }

// Clone returns a fresh copy of s.
func Clone(s string) string {
	if s == "" {
		return ""
	}
	return bytesToString(append([]byte(nil), s...))
}

// Map replaces each rune by f's result; a negative one drops it. f is called once a rune, in order.
func Map(f func(rune) rune, s string) string {
	var buf []byte
	copied := false // until a rune changes, s itself is the result
	for i, r := range s {
		m := f(r)
		if !copied {
			if m == r && (r != utf8.RuneError || validAt(s, i)) {
				continue
			}
			buf = make([]byte, i, len(s)+utf8.UTFMax)
			copy(buf, s[:i])
			copied = true
		}
		if m >= 0 {
			buf = utf8.AppendRune(buf, m)
		}
	}
	if !copied {
		return s
	}
	return bytesToString(buf)
}

// validAt tells a U+FFFD that is written in s from an invalid byte, which Map writes anew.
func validAt(s string, i int) bool {
	_, n := utf8.DecodeRuneInString(s[i:])
	return n != 1
}

// caseOf says whether s is ASCII, and whether it has letters of that case's other side.
func caseOf(s string, lo, hi byte) (ascii, other bool) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return false, false
		}
		other = other || lo <= c && c <= hi
	}
	return true, other
}

func flip(s string, lo, hi byte) string {
	buf := []byte(s)
	for i, c := range buf {
		if lo <= c && c <= hi {
			buf[i] = c ^ 0x20
		}
	}
	return bytesToString(buf)
}

func ToUpper(s string) string {
	if ascii, other := caseOf(s, 'a', 'z'); ascii {
		if !other {
			return s
		}
		return flip(s, 'a', 'z')
	}
	return Map(unicode.ToUpper, s)
}

func ToLower(s string) string {
	if ascii, other := caseOf(s, 'A', 'Z'); ascii {
		if !other {
			return s
		}
		return flip(s, 'A', 'Z')
	}
	return Map(unicode.ToLower, s)
}

func ToTitle(s string) string { return Map(unicode.ToTitle, s) }

func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }
func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }
func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }

// ToValidUTF8 replaces each run of invalid bytes.
func ToValidUTF8(s, replacement string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b Builder
	invalid := false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			if !invalid {
				b.WriteString(replacement)
			}
			invalid = true
		} else {
			invalid = false
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

// Title upper-cases the first letter of each word, by a simple idea of words.
func Title(s string) string {
	before := ' '
	return Map(func(r rune) rune {
		start := separator(before)
		before = r
		if start {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

func separator(r rune) bool {
	if r < utf8.RuneSelf {
		return !('0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z' || r == '_')
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && unicode.IsSpace(r)
}

func TrimLeftFunc(s string, f func(rune) bool) string {
	i := indexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	return s[i:]
}

func TrimRightFunc(s string, f func(rune) bool) string {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[:i+n]
}

func TrimFunc(s string, f func(rune) bool) string { return TrimRightFunc(TrimLeftFunc(s, f), f) }

func Trim(s, cutset string) string { return TrimRight(TrimLeft(s, cutset), cutset) }

func TrimLeft(s, cutset string) string {
	if s == "" || cutset == "" {
		return s
	}
	if set, ok := makeASCIISet(cutset); ok {
		i := 0
		for i < len(s) && set.has(s[i]) {
			i++
		}
		return s[i:]
	}
	return TrimLeftFunc(s, func(r rune) bool { return IndexRune(cutset, r) >= 0 })
}

func TrimRight(s, cutset string) string {
	if s == "" || cutset == "" {
		return s
	}
	if set, ok := makeASCIISet(cutset); ok {
		i := len(s)
		for i > 0 && set.has(s[i-1]) {
			i--
		}
		return s[:i]
	}
	return TrimRightFunc(s, func(r rune) bool { return IndexRune(cutset, r) >= 0 })
}

func TrimSpace(s string) string {
	i, j := 0, len(s)
	for i < j && asciiSpace(s[i]) {
		i++
	}
	for i < j && asciiSpace(s[j-1]) {
		j--
	}
	s = s[i:j]
	if s != "" && (s[0] >= utf8.RuneSelf || s[len(s)-1] >= utf8.RuneSelf) {
		return TrimFunc(s, unicode.IsSpace)
	}
	return s
}

func TrimPrefix(s, prefix string) string {
	after, _ := CutPrefix(s, prefix)
	return after
}

func TrimSuffix(s, suffix string) string {
	before, _ := CutSuffix(s, suffix)
	return before
}

func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }

// Replace replaces the first n old by new (all when n is negative); an empty old stands before each rune and at the end.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	if m := Count(s, old); m == 0 {
		return s
	} else if n < 0 || m < n {
		n = m
	}
	var b Builder
	b.Grow(len(s) + n*(len(new)-len(old)))
	start := 0
	for i := 0; i < n; i++ {
		at := start
		if old == "" {
			if i > 0 {
				_, w := utf8.DecodeRuneInString(s[start:])
				at += w
			}
		} else {
			at += Index(s[start:], old)
		}
		b.WriteString(s[start:at])
		b.WriteString(new)
		start = at + len(old)
	}
	b.WriteString(s[start:])
	return b.String()
}
