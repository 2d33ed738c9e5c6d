package strings

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// Lines yields the lines of s with their newlines.
func Lines(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for s != "" {
			line := s
			if i := IndexByte(s, '\n'); i >= 0 {
				line = s[:i+1]
			}
			s = s[len(line):]
			if !yield(line) {
				return
			}
		}
	}
}

func splitSeq(s, sep string, keep int) iter.Seq[string] {
	return func(yield func(string) bool) {
		rest := s
		for {
			i := -1
			if sep != "" {
				i = Index(rest, sep)
			} else if _, n := utf8.DecodeRuneInString(rest); n < len(rest) {
				i = n
			}
			if i < 0 {
				break
			}
			if !yield(rest[:i+keep]) {
				return
			}
			rest = rest[i+len(sep):]
		}
		if sep != "" || rest != "" {
			yield(rest)
		}
	}
}

// SplitSeq yields the parts of Split.
func SplitSeq(s, sep string) iter.Seq[string] { return splitSeq(s, sep, 0) }

// SplitAfterSeq yields the parts of SplitAfter.
func SplitAfterSeq(s, sep string) iter.Seq[string] { return splitSeq(s, sep, len(sep)) }

// FieldsSeq yields the parts of Fields.
func FieldsSeq(s string) iter.Seq[string] { return FieldsFuncSeq(s, unicode.IsSpace) }

// FieldsFuncSeq yields the parts of FieldsFunc.
func FieldsFuncSeq(s string, f func(rune) bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := -1
		for i, r := range s {
			if !f(r) {
				if start < 0 {
					start = i
				}
				continue
			}
			if start >= 0 {
				if !yield(s[start:i]) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(s[start:])
		}
	}
}
