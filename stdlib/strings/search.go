package strings

import (
	"internal/bytealg"
	"unicode"
	"unicode/utf8"
)

// Count counts the non-overlapping substr in s; an empty one stands before each rune and at the end.
func Count(s, substr string) int {
	if substr == "" {
		return utf8.RuneCountInString(s) + 1
	}
	return bytealg.CountString(s, substr)
}

func Contains(s, substr string) bool                { return Index(s, substr) >= 0 }
func ContainsAny(s, chars string) bool              { return IndexAny(s, chars) >= 0 }
func ContainsRune(s string, r rune) bool            { return IndexRune(s, r) >= 0 }
func ContainsFunc(s string, f func(rune) bool) bool { return IndexFunc(s, f) >= 0 }

func Index(s, substr string) int         { return bytealg.Index(s, substr) }
func LastIndex(s, substr string) int     { return bytealg.LastIndex(s, substr) }
func IndexByte(s string, c byte) int     { return bytealg.IndexByte(s, c) }
func LastIndexByte(s string, c byte) int { return bytealg.LastIndexByte(s, c) }
func HasPrefix(s, prefix string) bool    { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }
func HasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}
func Compare(a, b string) int { return bytealg.Compare(a, b) }

// IndexRune returns the first index of r; for utf8.RuneError also that of the first invalid byte.
func IndexRune(s string, r rune) int {
	switch {
	case 0 <= r && r < utf8.RuneSelf:
		return IndexByte(s, byte(r))
	case r == utf8.RuneError:
		for i, c := range s {
			if c == utf8.RuneError {
				return i
			}
		}
		return -1
	case !utf8.ValidRune(r):
		return -1
	}
	return Index(s, string(r))
}

// asciiSet has a bit for each ASCII character in it.
type asciiSet [4]uint32

func makeASCIISet(chars string) (set asciiSet, ok bool) {
	for i := 0; i < len(chars); i++ {
		c := chars[i]
		if c >= utf8.RuneSelf {
			return set, false
		}
		set[c/32] |= 1 << (c % 32)
	}
	return set, true
}

func (set *asciiSet) has(c byte) bool { return c < utf8.RuneSelf && set[c/32]>>(c%32)&1 != 0 }

// IndexAny returns the first index of a rune that is in chars.
func IndexAny(s, chars string) int {
	if len(chars) == 1 && chars[0] < utf8.RuneSelf {
		return IndexByte(s, chars[0])
	}
	if set, ok := makeASCIISet(chars); ok {
		for i := 0; i < len(s); i++ {
			if set.has(s[i]) {
				return i
			}
		}
		return -1
	}
	for i, c := range s {
		if IndexRune(chars, c) >= 0 {
			return i
		}
	}
	return -1
}

// LastIndexAny returns the last index of a rune that is in chars.
func LastIndexAny(s, chars string) int {
	if set, ok := makeASCIISet(chars); ok {
		for i := len(s) - 1; i >= 0; i-- {
			if set.has(s[i]) {
				return i
			}
		}
		return -1
	}
	for i := len(s); i > 0; {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		i -= n
		if IndexRune(chars, r) >= 0 {
			return i
		}
	}
	return -1
}

// IndexFunc returns the first index of a rune for which f holds.
func IndexFunc(s string, f func(rune) bool) int { return indexFunc(s, f, true) }

func indexFunc(s string, f func(rune) bool, want bool) int {
	for i, r := range s {
		if f(r) == want {
			return i
		}
	}
	return -1
}

// LastIndexFunc returns the last index of a rune for which f holds.
func LastIndexFunc(s string, f func(rune) bool) int { return lastIndexFunc(s, f, true) }

func lastIndexFunc(s string, f func(rune) bool, want bool) int {
	for i := len(s); i > 0; {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		i -= n
		if f(r) == want {
			return i
		}
	}
	return -1
}

// EqualFold reports whether s and t are equal under simple Unicode case folding.
func EqualFold(s, t string) bool {
	for s != "" && t != "" {
		a, n := rune(s[0]), 1
		if a >= utf8.RuneSelf {
			a, n = utf8.DecodeRuneInString(s)
		}
		b, m := rune(t[0]), 1
		if b >= utf8.RuneSelf {
			b, m = utf8.DecodeRuneInString(t)
		}
		if a != b && !foldsTo(a, b) {
			return false
		}
		s, t = s[n:], t[m:]
	}
	return s == t
}

func foldsTo(a, b rune) bool {
	if a < utf8.RuneSelf && b < utf8.RuneSelf {
		return a|0x20 == b|0x20 && 'a' <= a|0x20 && a|0x20 <= 'z'
	}
	for r := unicode.SimpleFold(a); r != a; r = unicode.SimpleFold(r) {
		if r == b {
			return true
		}
	}
	return false
}

// Cut splits s around the first sep.
func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

func CutPrefix(s, prefix string) (after string, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

func CutSuffix(s, suffix string) (before string, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}
