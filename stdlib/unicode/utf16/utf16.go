// Package utf16 encodes and decodes runes as UTF-16 (RFC 2781).
package utf16

const (
	replacement = '\uFFFD'
	maxRune     = '\U0010FFFF'
	highMin     = 0xD800
	lowMin      = 0xDC00
	lowEnd      = 0xE000
	supplement  = 0x10000
)

// IsSurrogate reports whether r is one half of a surrogate pair.
func IsSurrogate(r rune) bool { return highMin <= r && r < lowEnd }

// DecodeRune joins a surrogate pair; U+FFFD when it is none.
func DecodeRune(r1, r2 rune) rune {
	if highMin <= r1 && r1 < lowMin && lowMin <= r2 && r2 < lowEnd {
		return (r1-highMin)<<10 | (r2 - lowMin) + supplement
	}
	return replacement
}

// EncodeRune splits r into a surrogate pair; (U+FFFD, U+FFFD) when r needs none or is invalid.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < supplement || r > maxRune {
		return replacement, replacement
	}
	r -= supplement
	return highMin + r>>10&0x3FF, lowMin + r&0x3FF
}

// RuneLen returns the number of 16-bit words for r, -1 when it is invalid.
func RuneLen(r rune) int {
	switch {
	case 0 <= r && r < highMin, lowEnd <= r && r < supplement:
		return 1
	case supplement <= r && r <= maxRune:
		return 2
	}
	return -1
}

// AppendRune appends the encoding of r.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, replacement)
}

// Encode returns the encoding of s.
func Encode(s []rune) []uint16 {
	a := make([]uint16, 0, len(s))
	for _, r := range s {
		a = AppendRune(a, r)
	}
	return a
}

// Decode returns the runes that s encodes.
func Decode(s []uint16) []rune {
	out := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			pair := rune(replacement)
			if i+1 < len(s) {
				pair = DecodeRune(r, rune(s[i+1]))
			}
			if r = pair; r != replacement {
				i++
			}
		}
		out = append(out, r)
	}
	return out
}
