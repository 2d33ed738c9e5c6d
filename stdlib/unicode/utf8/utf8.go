// Package utf8 encodes and decodes runes as UTF-8 (RFC 3629).
package utf8

const (
	RuneError = '\uFFFD'
	RuneSelf  = 0x80
	MaxRune   = '\U0010FFFF'
	UTFMax    = 4
)

const (
	surrogateMin = 0xD800
	surrogateMax = 0xDFFF
)

// sequence describes a lead byte: the length of its sequence (0 when it is no lead byte) and the range that the second
// byte must lie in, which rules out overlong forms, surrogates and values past MaxRune.
func sequence(lead byte) (n int, lo, hi byte) {
	switch {
	case lead < 0xC2:
		return 0, 0, 0
	case lead < 0xE0:
		return 2, 0x80, 0xBF
	case lead == 0xE0:
		return 3, 0xA0, 0xBF
	case lead == 0xED:
		return 3, 0x80, 0x9F
	case lead < 0xF0:
		return 3, 0x80, 0xBF
	case lead == 0xF0:
		return 4, 0x90, 0xBF
	case lead < 0xF4:
		return 4, 0x80, 0xBF
	case lead == 0xF4:
		return 4, 0x80, 0x8F
	}
	return 0, 0, 0
}

func continues(b byte) bool { return b&0xC0 == 0x80 }

// DecodeRune unpacks the first rune of p and its width: (RuneError, 0) when p is empty, (RuneError, 1) when it is invalid.
func DecodeRune(p []byte) (rune, int) {
	if len(p) == 0 {
		return RuneError, 0
	}
	b0 := p[0]
	if b0 < RuneSelf {
		return rune(b0), 1
	}
	n, lo, hi := sequence(b0)
	if n == 0 || len(p) < n || p[1] < lo || p[1] > hi {
		return RuneError, 1
	}
	switch n {
	case 2:
		return rune(b0&0x1F)<<6 | rune(p[1]&0x3F), 2
	case 3:
		if !continues(p[2]) {
			return RuneError, 1
		}
		return rune(b0&0x0F)<<12 | rune(p[1]&0x3F)<<6 | rune(p[2]&0x3F), 3
	}
	if !continues(p[2]) || !continues(p[3]) {
		return RuneError, 1
	}
	return rune(b0&0x07)<<18 | rune(p[1]&0x3F)<<12 | rune(p[2]&0x3F)<<6 | rune(p[3]&0x3F), 4
}

// DecodeRuneInString is DecodeRune for strings.
func DecodeRuneInString(s string) (rune, int) {
	if len(s) == 0 {
		return RuneError, 0
	}
	b0 := s[0]
	if b0 < RuneSelf {
		return rune(b0), 1
	}
	n, lo, hi := sequence(b0)
	if n == 0 || len(s) < n || s[1] < lo || s[1] > hi {
		return RuneError, 1
	}
	switch n {
	case 2:
		return rune(b0&0x1F)<<6 | rune(s[1]&0x3F), 2
	case 3:
		if !continues(s[2]) {
			return RuneError, 1
		}
		return rune(b0&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	if !continues(s[2]) || !continues(s[3]) {
		return RuneError, 1
	}
	return rune(b0&0x07)<<18 | rune(s[1]&0x3F)<<12 | rune(s[2]&0x3F)<<6 | rune(s[3]&0x3F), 4
}

// FullRune reports whether p starts with a complete encoding; an invalid one counts as complete (of width 1).
func FullRune(p []byte) bool {
	if len(p) == 0 {
		return false
	}
	n, lo, hi := sequence(p[0])
	if len(p) >= n {
		return true
	}
	if len(p) > 1 && (p[1] < lo || p[1] > hi) {
		return true
	}
	return len(p) > 2 && !continues(p[2])
}

// FullRuneInString is FullRune for strings.
func FullRuneInString(s string) bool {
	if len(s) == 0 {
		return false
	}
	n, lo, hi := sequence(s[0])
	if len(s) >= n {
		return true
	}
	if len(s) > 1 && (s[1] < lo || s[1] > hi) {
		return true
	}
	return len(s) > 2 && !continues(s[2])
}

// DecodeLastRune unpacks the last rune of p and its width.
func DecodeLastRune(p []byte) (rune, int) {
	end := len(p)
	if end == 0 {
		return RuneError, 0
	}
	if p[end-1] < RuneSelf {
		return rune(p[end-1]), 1
	}
	for start := end - 1; start >= 0 && start >= end-UTFMax; start-- {
		if RuneStart(p[start]) {
			if r, n := DecodeRune(p[start:end]); start+n == end {
				return r, n
			}
			break
		}
	}
	return RuneError, 1
}

// DecodeLastRuneInString is DecodeLastRune for strings.
func DecodeLastRuneInString(s string) (rune, int) {
	end := len(s)
	if end == 0 {
		return RuneError, 0
	}
	if s[end-1] < RuneSelf {
		return rune(s[end-1]), 1
	}
	for start := end - 1; start >= 0 && start >= end-UTFMax; start-- {
		if RuneStart(s[start]) {
			if r, n := DecodeRuneInString(s[start:end]); start+n == end {
				return r, n
			}
			break
		}
	}
	return RuneError, 1
}

// RuneLen returns the bytes that r takes, or -1 when it cannot be encoded.
func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case surrogateMin <= r && r <= surrogateMax:
		return -1
	case r < 0x10000:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

// EncodeRune writes r into p, which must be large enough, and returns the bytes written; RuneError stands for invalid runes.
func EncodeRune(p []byte, r rune) int {
	switch n := RuneLen(r); n {
	case 1:
		p[0] = byte(r)
		return 1
	case 2:
		_ = p[1]
		p[0] = 0xC0 | byte(r>>6)
		p[1] = 0x80 | byte(r)&0x3F
		return 2
	case 4:
		_ = p[3]
		p[0] = 0xF0 | byte(r>>18)
		p[1] = 0x80 | byte(r>>12)&0x3F
		p[2] = 0x80 | byte(r>>6)&0x3F
		p[3] = 0x80 | byte(r)&0x3F
		return 4
	case -1:
		r = RuneError
	}
	_ = p[2]
	p[0] = 0xE0 | byte(r>>12)
	p[1] = 0x80 | byte(r>>6)&0x3F
	p[2] = 0x80 | byte(r)&0x3F
	return 3
}

// AppendRune appends the encoding of r to p.
func AppendRune(p []byte, r rune) []byte {
	if uint32(r) < RuneSelf {
		return append(p, byte(r))
	}
	switch RuneLen(r) {
	case 2:
		return append(p, 0xC0|byte(r>>6), 0x80|byte(r)&0x3F)
	case 4:
		return append(p, 0xF0|byte(r>>18), 0x80|byte(r>>12)&0x3F, 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	case -1:
		r = RuneError
	}
	return append(p, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
}

// RuneCount counts the runes of p, each invalid byte as one.
func RuneCount(p []byte) int {
	n := 0
	for i := 0; i < len(p); n++ {
		if p[i] < RuneSelf {
			i++
			continue
		}
		_, w := DecodeRune(p[i:])
		i += w
	}
	return n
}

// RuneCountInString is RuneCount for strings.
func RuneCountInString(s string) int {
	n := 0
	for range s {
		n++
	}
	return n
}

// RuneStart reports whether b could be the first byte of a rune.
func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

// Valid reports whether p is entirely valid UTF-8.
func Valid(p []byte) bool {
	for i := 0; i < len(p); {
		if p[i] < RuneSelf {
			i++
			continue
		}
		_, w := DecodeRune(p[i:])
		if w == 1 {
			return false
		}
		i += w
	}
	return true
}

// ValidString is Valid for strings.
func ValidString(s string) bool {
	for i := 0; i < len(s); {
		if s[i] < RuneSelf {
			i++
			continue
		}
		_, w := DecodeRuneInString(s[i:])
		if w == 1 {
			return false
		}
		i += w
	}
	return true
}

// ValidRune reports whether r can be encoded.
func ValidRune(r rune) bool {
	return 0 <= r && r < surrogateMin || surrogateMax < r && r <= MaxRune
}
