// Package bytes looks into and changes slices of bytes. Searching is that of package strings, on a view of the slices.
package bytes

import (
	"internal/bytealg"
	"strings"
	"unicode"
	"unicode/utf8"
)

func view(b []byte) string { return bytealg.View(b) }

func Equal(a, b []byte) bool                        { return view(a) == view(b) }
func Compare(a, b []byte) int                       { return bytealg.Compare(view(a), view(b)) }
func EqualFold(s, t []byte) bool                    { return strings.EqualFold(view(s), view(t)) }
func Count(s, sep []byte) int                       { return strings.Count(view(s), view(sep)) }
func Contains(b, sub []byte) bool                   { return Index(b, sub) >= 0 }
func ContainsAny(b []byte, chars string) bool       { return IndexAny(b, chars) >= 0 }
func ContainsRune(b []byte, r rune) bool            { return IndexRune(b, r) >= 0 }
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }
func Index(s, sep []byte) int                       { return bytealg.Index(view(s), view(sep)) }
func LastIndex(s, sep []byte) int                   { return bytealg.LastIndex(view(s), view(sep)) }
func IndexByte(b []byte, c byte) int                { return bytealg.IndexByte(view(b), c) }
func LastIndexByte(s []byte, c byte) int            { return bytealg.LastIndexByte(view(s), c) }
func IndexRune(s []byte, r rune) int                { return strings.IndexRune(view(s), r) }
func IndexAny(s []byte, chars string) int           { return strings.IndexAny(view(s), chars) }
func LastIndexAny(s []byte, chars string) int       { return strings.LastIndexAny(view(s), chars) }
func HasPrefix(s, prefix []byte) bool               { return strings.HasPrefix(view(s), view(prefix)) }
func HasSuffix(s, suffix []byte) bool               { return strings.HasSuffix(view(s), view(suffix)) }

func IndexFunc(s []byte, f func(r rune) bool) int     { return strings.IndexFunc(view(s), f) }
func LastIndexFunc(s []byte, f func(r rune) bool) int { return strings.LastIndexFunc(view(s), f) }

func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// fromLeft turns an end of s's view back into a part of s: left trimming.
func fromLeft(s []byte, trimmed string) []byte {
	if trimmed == "" {
		return nil
	}
	return s[len(s)-len(trimmed):]
}

func Trim(s []byte, cutset string) []byte { return TrimRight(TrimLeft(s, cutset), cutset) }
func TrimLeft(s []byte, cutset string) []byte {
	return fromLeft(s, strings.TrimLeft(view(s), cutset))
}
func TrimRight(s []byte, cutset string) []byte {
	return s[:len(strings.TrimRight(view(s), cutset))]
}
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	return fromLeft(s, strings.TrimLeftFunc(view(s), f))
}
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(view(s), f))]
}
func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }
func TrimSpace(s []byte) []byte {
	out := TrimFunc(s, unicode.IsSpace)
	if len(out) == 0 {
		return nil
	}
	return out
}

func TrimPrefix(s, prefix []byte) []byte {
	after, _ := CutPrefix(s, prefix)
	return after
}

func TrimSuffix(s, suffix []byte) []byte {
	before, _ := CutSuffix(s, suffix)
	return before
}

// parts turns consecutive parts of s's view into parts of s, without room to grow; skip are the bytes between two.
func parts(s []byte, list []string, skip int) [][]byte {
	if list == nil {
		return nil
	}
	out := make([][]byte, len(list))
	at := 0
	for i, p := range list {
		if i == len(list)-1 {
			out[i] = s[at : at+len(p)]
			break
		}
		out[i] = s[at : at+len(p) : at+len(p)]
		at += len(p) + skip
	}
	return out
}

func Split(s, sep []byte) [][]byte { return SplitN(s, sep, -1) }
func SplitN(s, sep []byte, n int) [][]byte {
	return parts(s, strings.SplitN(view(s), view(sep), n), len(sep))
}
func SplitAfter(s, sep []byte) [][]byte { return SplitAfterN(s, sep, -1) }
func SplitAfterN(s, sep []byte, n int) [][]byte {
	return parts(s, strings.SplitAfterN(view(s), view(sep), n), 0)
}

func Fields(s []byte) [][]byte { return FieldsFunc(s, unicode.IsSpace) }

func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	out := [][]byte{}
	start := -1
	for i, r := range view(s) {
		if f(r) {
			if start >= 0 {
				out = append(out, s[start:i:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		out = append(out, s[start:len(s):len(s)])
	}
	return out
}

func Join(s [][]byte, sep []byte) []byte {
	n := 0
	for _, p := range s {
		n += len(p) + len(sep)
	}
	out := make([]byte, 0, max(n-len(sep), 0))
	for i, p := range s {
		if i > 0 {
			out = append(out, sep...)
		}
		out = append(out, p...)
	}
	return out
}

func Repeat(b []byte, count int) []byte {
	if count == 0 {
		return []byte{}
	}
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	if len(b) > int(^uint(0)>>1)/count {
		panic("bytes: Repeat output length overflow")
	}
	n := len(b) * count
	out := make([]byte, n)
	if n > 0 {
		for have := copy(out, b); have < n; {
			have += copy(out[have:], out[:have])
		}
	}
	return out
}

func Map(mapping func(r rune) rune, s []byte) []byte {
	out := make([]byte, 0, len(s))
	for _, r := range view(s) {
		if r = mapping(r); r >= 0 {
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}

func ToUpper(s []byte) []byte { return Map(unicode.ToUpper, s) }
func ToLower(s []byte) []byte { return Map(unicode.ToLower, s) }
func ToTitle(s []byte) []byte { return Map(unicode.ToTitle, s) }
func Title(s []byte) []byte   { return []byte(strings.Title(view(s))) }

func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

func ToValidUTF8(s, replacement []byte) []byte {
	return []byte(strings.ToValidUTF8(view(s), view(replacement)))
}

func Replace(s, old, new []byte, n int) []byte {
	return []byte(strings.Replace(view(s), view(old), view(new), n))
}

func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

func Runes(s []byte) []rune { return []rune(view(s)) }
