// Package unicode has the properties of Unicode's code points. The tables in tables*.go are made by
// testsuite/tools/unicode_tables.go from the Unicode Character Database.
package unicode

const (
	MaxRune         = '\U0010FFFF'
	ReplacementChar = '\uFFFD'
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
)

// A RangeTable is a set of runes: ranges in order, those below 1<<16 in R16.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int // entries of R16 with Hi <= MaxLatin1
}

type Range16 struct{ Lo, Hi, Stride uint16 }
type Range32 struct{ Lo, Hi, Stride uint32 }

// A CaseRange maps each of its runes by adding deltas; UpperLower stands for alternating upper and lower case.
type CaseRange struct {
	Lo, Hi uint32
	Delta  d
}

// SpecialCase has language-specific mappings, tried before the standard ones.
type SpecialCase []CaseRange

const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

type d [MaxCase]rune

const UpperLower = MaxRune + 1

const linear = 18 // ranges up to this many are searched one by one

func is16(ranges []Range16, r uint16) bool {
	lo, hi := 0, len(ranges)
	for hi-lo > linear {
		if mid := int(uint(lo+hi) >> 1); ranges[mid].Lo <= r {
			lo = mid
		} else {
			hi = mid
		}
	}
	for i := lo; i < hi; i++ {
		if x := &ranges[i]; r < x.Lo {
			return false
		} else if r <= x.Hi {
			return x.Stride == 1 || (r-x.Lo)%x.Stride == 0
		}
	}
	return false
}

func is32(ranges []Range32, r uint32) bool {
	lo, hi := 0, len(ranges)
	for hi-lo > linear {
		if mid := int(uint(lo+hi) >> 1); ranges[mid].Lo <= r {
			lo = mid
		} else {
			hi = mid
		}
	}
	for i := lo; i < hi; i++ {
		if x := &ranges[i]; r < x.Lo {
			return false
		} else if r <= x.Hi {
			return x.Stride == 1 || (r-x.Lo)%x.Stride == 0
		}
	}
	return false
}

// Is reports whether r is in the table.
func Is(t *RangeTable, r rune) bool {
	if n := len(t.R16); n > 0 && uint32(r) <= uint32(t.R16[n-1].Hi) {
		return is16(t.R16, uint16(r))
	}
	if n := len(t.R32); n > 0 && r >= rune(t.R32[0].Lo) {
		return is32(t.R32, uint32(r))
	}
	return false
}

// isAbove is Is for runes above Latin-1.
func isAbove(t *RangeTable, r rune) bool {
	if n := len(t.R16); n > 0 && uint32(r) <= uint32(t.R16[n-1].Hi) {
		return is16(t.R16[t.LatinOffset:], uint16(r))
	}
	if n := len(t.R32); n > 0 && r >= rune(t.R32[0].Lo) {
		return is32(t.R32, uint32(r))
	}
	return false
}

// In reports whether r is in one of the tables.
func In(r rune, ranges ...*RangeTable) bool { return IsOneOf(ranges, r) }

// IsOneOf is In with a slice.
func IsOneOf(ranges []*RangeTable, r rune) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}

// bits of latin1, the properties of the first 256 runes
const (
	pC = 1 << iota // control
	pP             // punctuation
	pN             // number
	pS             // symbol
	pZ             // space
	pU             // upper case
	pL             // lower case
	pp             // printable by Go's definition
	pg = pp | pZ   // graphical by Unicode's
	pa = pL | pU   // letter without case
	pm = pa
)

func IsControl(r rune) bool { return uint32(r) <= MaxLatin1 && latin1[uint8(r)]&pC != 0 }

func IsLetter(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin1[uint8(r)]&pm != 0
	}
	return isAbove(Letter, r)
}

func IsUpper(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin1[uint8(r)]&pm == pU
	}
	return isAbove(Upper, r)
}

func IsLower(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin1[uint8(r)]&pm == pL
	}
	return isAbove(Lower, r)
}

func IsTitle(r rune) bool { return r > MaxLatin1 && isAbove(Title, r) }

func IsDigit(r rune) bool {
	if r <= MaxLatin1 {
		return '0' <= r && r <= '9'
	}
	return isAbove(Digit, r)
}

func IsNumber(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin1[uint8(r)]&pN != 0
	}
	return isAbove(Number, r)
}

func IsPunct(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin1[uint8(r)]&pP != 0
	}
	return Is(Punct, r)
}

func IsSymbol(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin1[uint8(r)]&pS != 0
	}
	return isAbove(Symbol, r)
}

func IsMark(r rune) bool { return r > MaxLatin1 && isAbove(Mark, r) }

// IsSpace reports whether r has the property White_Space.
func IsSpace(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		switch r {
		case '\t', '\n', '\v', '\f', '\r', ' ', 0x85, 0xA0:
			return true
		}
		return false
	}
	return isAbove(White_Space, r)
}

// IsGraphic: letters, marks, numbers, punctuation, symbols and spaces.
func IsGraphic(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin1[uint8(r)]&pg != 0
	}
	return In(r, GraphicRanges...)
}

// IsPrint is IsGraphic without the spaces other than ASCII's.
func IsPrint(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin1[uint8(r)]&pp != 0
	}
	return In(r, PrintRanges...)
}

// GraphicRanges and PrintRanges are what IsGraphic and IsPrint accept.
var (
	GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}
	PrintRanges   = []*RangeTable{L, M, N, P, S}
)

// mapCase finds r in ranges and maps it; found is false when it has no mapping there.
func mapCase(which int, r rune, ranges []CaseRange) (mapped rune, found bool) {
	if which < 0 || MaxCase <= which {
		return ReplacementChar, false
	}
	lo, hi := 0, len(ranges)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		cr := &ranges[mid]
		switch {
		case r < rune(cr.Lo):
			hi = mid
		case r > rune(cr.Hi):
			lo = mid + 1
		default:
			delta := cr.Delta[which]
			if delta > MaxRune {
				// upper and lower alternate from Lo on; title case is upper case
				return rune(cr.Lo) + ((r-rune(cr.Lo))&^1 | rune(which&1)), true
			}
			return r + delta, true
		}
	}
	return r, false
}

// To maps r to UpperCase, LowerCase or TitleCase.
func To(_case int, r rune) rune {
	r, _ = mapCase(_case, r, CaseRanges)
	return r
}

func ToUpper(r rune) rune {
	if r <= MaxASCII {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return To(UpperCase, r)
}

func ToLower(r rune) rune {
	if r <= MaxASCII {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return To(LowerCase, r)
}

func ToTitle(r rune) rune {
	if r <= MaxASCII {
		return ToUpper(r)
	}
	return To(TitleCase, r)
}

func (special SpecialCase) to(which int, r rune) rune {
	mapped, found := mapCase(which, r, []CaseRange(special))
	if mapped == r && !found {
		return To(which, r)
	}
	return mapped
}

func (special SpecialCase) ToUpper(r rune) rune { return special.to(UpperCase, r) }
func (special SpecialCase) ToTitle(r rune) rune { return special.to(TitleCase, r) }
func (special SpecialCase) ToLower(r rune) rune { return special.to(LowerCase, r) }

// TurkishCase has the dotted and the dotless i.
var TurkishCase SpecialCase = SpecialCase{
	{0x0049, 0x0049, d{0, 0x131 - 0x49, 0}},
	{0x0069, 0x0069, d{0x130 - 0x69, 0, 0x130 - 0x69}},
	{0x0130, 0x0130, d{0, 0x69 - 0x130, 0}},
	{0x0131, 0x0131, d{0x49 - 0x131, 0, 0x49 - 0x131}},
}

var AzeriCase SpecialCase = TurkishCase

type foldPair struct{ From, To uint16 }

// SimpleFold steps through the runes that are equal under simple case folding: the next larger, else the smallest.
func SimpleFold(r rune) rune {
	if r < 0 || r > MaxRune {
		return r
	}
	if r < rune(len(asciiFold)) {
		return rune(asciiFold[r])
	}
	lo, hi := 0, len(caseOrbit)
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); rune(caseOrbit[mid].From) < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(caseOrbit) && rune(caseOrbit[lo].From) == r {
		return rune(caseOrbit[lo].To)
	}
	// no orbit of three or more: the other case, if there is one
	if l := ToLower(r); l != r {
		return l
	}
	return ToUpper(r)
}
