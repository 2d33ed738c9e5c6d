package strings

import (
	"unicode"
	"unicode/utf8"
)

// explode cuts s into its runes, n parts at most (-1: all).
func explode(s string, n int) []string {
	if count := utf8.RuneCountInString(s); n < 0 || n > count {
		n = count
	}
	parts := make([]string, n)
	for i := range parts {
		if i == n-1 {
			parts[i] = s
			break
		}
		_, w := utf8.DecodeRuneInString(s)
		parts[i], s = s[:w], s[w:]
	}
	return parts
}

// split cuts s at sep into n parts at most (-1: all), each with the first keep bytes of its separator.
func split(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return explode(s, n)
	}
	if n < 0 {
		n = Count(s, sep) + 1
	}
	if n > len(s)+1 {
		n = len(s) + 1
	}
	parts := make([]string, 0, n)
	for len(parts) < n-1 {
		i := Index(s, sep)
		if i < 0 {
			break
		}
		parts = append(parts, s[:i+keep])
		s = s[i+len(sep):]
	}
	return append(parts, s)
}

func Split(s, sep string) []string              { return split(s, sep, 0, -1) }
func SplitN(s, sep string, n int) []string      { return split(s, sep, 0, n) }
func SplitAfter(s, sep string) []string         { return split(s, sep, len(sep), -1) }
func SplitAfterN(s, sep string, n int) []string { return split(s, sep, len(sep), n) }

// Fields cuts s around runs of white space.
func Fields(s string) []string {
	n, inField := 0, false
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return FieldsFunc(s, unicode.IsSpace)
		}
		if space := asciiSpace(s[i]); space == inField {
			inField = !space
			if inField {
				n++
			}
		}
	}
	fields := make([]string, 0, n)
	for i := 0; i < len(s); {
		for i < len(s) && asciiSpace(s[i]) {
			i++
		}
		start := i
		for i < len(s) && !asciiSpace(s[i]) {
			i++
		}
		if start < i {
			fields = append(fields, s[start:i])
		}
	}
	return fields
}

func asciiSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

// FieldsFunc cuts s around runs of runes for which f holds.
func FieldsFunc(s string, f func(rune) bool) []string {
	fields := make([]string, 0, 8)
	start := -1
	for i, r := range s {
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		fields = append(fields, s[start:])
	}
	return fields
}

// Join puts the elements together with sep between them.
func Join(elems []string, sep string) string {
	switch len(elems) {
	case 0:
		return ""
	case 1:
		return elems[0]
	}
	n := 0
	if len(sep) > 0 {
		if len(sep) >= int(^uint(0)>>1)/(len(elems)-1) {
			panic("strings: Join output length overflow")
		}
		n = len(sep) * (len(elems) - 1)
	}
	for _, e := range elems {
		if len(e) > int(^uint(0)>>1)-n {
			panic("strings: Join output length overflow")
		}
		n += len(e)
	}
	var b Builder
	b.Grow(n)
	b.WriteString(elems[0])
	for _, e := range elems[1:] {
		b.WriteString(sep)
		b.WriteString(e)
	}
	return b.String()
}

// Repeat returns count copies of s.
func Repeat(s string, count int) string {
	switch {
	case count < 0:
		panic("strings: negative Repeat count")
	case count == 0 || s == "":
		return ""
	case count == 1:
		return s
	case len(s) > int(^uint(0)>>1)/count:
		panic("strings: Repeat output length overflow")
	}
	n := len(s) * count
	buf := make([]byte, n)
	for have := copy(buf, s); have < n; {
		have += copy(buf[have:], buf[:have])
	}
	return bytesToString(buf)
}
