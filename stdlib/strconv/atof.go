package strconv

import (
	"math"
	"math/bits"
)

// A number as read: mant * 10^exp (or 2^exp when hex); more says that digits beyond the 19 (16) in mant were not all zero.
type number struct {
	mant     uint64
	exp      int
	neg, hex bool
	more     bool
	digits   string // the mantissa's text, for the exact way
}

// ParseFloat reads a decimal or hexadecimal floating-point number, inf, infinity or nan, rounded half to even to bitSize.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, n, err := parseFloatPrefix(s, bitSize)
	if n != len(s) && (err == nil || err.(*NumError).Err != ErrSyntax) {
		return 0, syntaxError("ParseFloat", s)
	}
	return f, err
}

// parseFloatPrefix reads a float at the start of s and returns the bytes that it takes.
func parseFloatPrefix(s string, bitSize int) (f float64, n int, err error) {
	if f, n, ok := parseSpecial(s); ok {
		return f, n, nil
	}
	num, n, ok := readNumber(s)
	if !ok {
		return 0, n, syntaxError("ParseFloat", s)
	}
	info := &float64info
	if bitSize == 32 {
		info = &float32info
	}
	var raw uint64
	if num.hex {
		raw = num.fromHex(info)
	} else {
		raw = num.fromDecimal(info)
	}
	over := raw>>info.mantBits == 1<<info.expBits-1
	if num.neg {
		raw |= 1 << (info.mantBits + info.expBits)
	}
	if bitSize == 32 {
		f = float64(math.Float32frombits(uint32(raw)))
	} else {
		f = math.Float64frombits(raw)
	}
	if over {
		err = rangeError("ParseFloat", s)
	}
	return f, n, err
}

// commonPrefix counts the letters of word that s starts with, in any case.
func commonPrefix(s, word string) int {
	n := 0
	for n < len(s) && n < len(word) && lower(s[n]) == word[n] && s[n] >= 'A' {
		n++
	}
	return n
}

func parseSpecial(s string) (f float64, n int, ok bool) {
	if s == "" {
		return 0, 0, false
	}
	sign, i := 1, 0
	if s[0] == '+' || s[0] == '-' {
		if s[0] == '-' {
			sign = -1
		}
		i = 1
	}
	if n := commonPrefix(s[i:], "infinity"); n >= 3 {
		if n < 8 {
			n = 3
		}
		return math.Inf(sign), i + n, true
	}
	if i == 0 && commonPrefix(s, "nan") == 3 {
		return math.NaN(), 3, true
	}
	return 0, 0, false
}

func readNumber(s string) (num number, i int, ok bool) {
	underscores := false
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		num.neg = s[i] == '-'
		i++
	}
	base, keep := uint64(10), 19
	expChar := byte('e')
	if i+2 < len(s) && s[i] == '0' && lower(s[i+1]) == 'x' {
		base, keep, expChar = 16, 16, 'p'
		i += 2
		num.hex = true
	}
	start := i
	point, seen, kept, dropped := -1, 0, 0, 0 // dropped: integer digits beyond keep; kept: digits in mant
	fraction := 0                             // kept digits behind the point
	for ; i < len(s); i++ {
		c := s[i]
		var d uint64
		switch {
		case c == '_':
			underscores = true
			continue
		case c == '.':
			if point >= 0 {
				goto end
			}
			point = i
			continue
		case '0' <= c && c <= '9':
			d = uint64(c - '0')
		case base == 16 && 'a' <= lower(c) && lower(c) <= 'f':
			d = uint64(lower(c)-'a') + 10
		default:
			goto end
		}
		seen++
		if d == 0 && num.mant == 0 && kept == 0 { // leading zeros
			if point >= 0 {
				fraction++
			}
			continue
		}
		if kept < keep {
			num.mant = num.mant*base + d
			kept++
			if point >= 0 {
				fraction++
			}
			continue
		}
		if d != 0 {
			num.more = true
		}
		if point < 0 {
			dropped++
		}
	}
end:
	if seen == 0 {
		return num, i, false
	}
	num.digits = s[start:i]
	num.exp = dropped - fraction
	if num.hex {
		num.exp *= 4
	}
	if i < len(s) && lower(s[i]) == expChar {
		j := i + 1
		sign := 1
		if j < len(s) && (s[j] == '+' || s[j] == '-') {
			if s[j] == '-' {
				sign = -1
			}
			j++
		}
		if j >= len(s) || s[j] < '0' || s[j] > '9' {
			return num, i, false
		}
		e := 0
		for ; j < len(s) && ('0' <= s[j] && s[j] <= '9' || s[j] == '_'); j++ {
			if s[j] == '_' {
				underscores = true
				continue
			}
			if e < 10000 {
				e = e*10 + int(s[j]-'0')
			}
		}
		num.exp += sign * e
		i = j
	} else if num.hex {
		return num, i, false // a hexadecimal mantissa must have its exponent
	}
	if underscores && !underscoresOK(s[:i]) {
		return num, i, false
	}
	return num, i, true
}

// pack rounds hi:lo * 2^exp, with hi's top bit set and sticky for anything below, to a float's bits.
func pack(hi, lo uint64, exp int, sticky bool, info *floatInfo) uint64 {
	// value = 1.xxx * 2^e
	e := exp + 127
	drop := 63 - info.mantBits // bits of hi below the mantissa
	if e < info.bias+1 {       // denormal
		drop += uint(min(info.bias+1-e, 64))
		e = info.bias
	}
	var mant, rest, half uint64
	switch {
	case drop < 64:
		mant, rest, half = hi>>drop, hi&(1<<drop-1), 1<<(drop-1)
	case drop == 64:
		mant, rest, half = 0, hi, 1<<63
	default:
		mant, rest, half = 0, 0, 1
	}
	if rest > half || rest == half && (lo != 0 || sticky || mant&1 != 0) {
		mant++
	}
	if mant>>(info.mantBits+1) != 0 {
		mant >>= 1
		e++
	}
	if e == info.bias && mant>>info.mantBits != 0 { // rounded up to a normal one
		e++
	}
	if e-info.bias >= 1<<info.expBits-1 {
		return (1<<info.expBits - 1) << info.mantBits
	}
	return mant&(1<<info.mantBits-1) | uint64(e-info.bias)<<info.mantBits
}

func (num *number) fromHex(info *floatInfo) uint64 {
	if num.mant == 0 {
		return 0
	}
	shift := bits.LeadingZeros64(num.mant)
	return pack(num.mant<<uint(shift), 0, num.exp-shift-64, num.more, info)
}

var float64pow10 = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}

func (num *number) fromDecimal(info *floatInfo) uint64 {
	if num.mant == 0 {
		return 0
	}
	if info.mantBits == 52 && !num.more && num.mant>>53 == 0 && -22 <= num.exp && num.exp <= 22 {
		// both exact, so one rounding (Clinger, "How to read floating-point numbers accurately", 1990)
		f := float64(num.mant)
		if num.exp < 0 {
			f /= float64pow10[-num.exp]
		} else {
			f *= float64pow10[num.exp]
		}
		return math.Float64bits(f)
	}
	if num.exp < pow10Min {
		if num.exp < pow10Min-20 {
			return 0
		}
		return num.exact(0, info)
	}
	if num.exp > 310 {
		return (1<<info.expBits - 1) << info.mantBits
	}
	raw, sure := estimate(num.mant, num.exp, info)
	if sure && num.more {
		above, sureAbove := estimate(num.mant+1, num.exp, info)
		sure = sureAbove && above == raw
	}
	if sure {
		return raw
	}
	return num.exact(raw, info)
}

// estimate multiplies by the 128-bit power of ten, in the manner of Daniel Lemire, "Number parsing at a gigabyte per
// second", 2021; sure when the power's error cannot change the rounding, else the result is at most one float off.
func estimate(mant uint64, exp int, info *floatInfo) (raw uint64, sure bool) {
	shift := uint(bits.LeadingZeros64(mant))
	m := mant << shift
	g := &pow10tab[exp-pow10Min]
	x1, x0 := bits.Mul64(g[1], m)
	hi, lo := bits.Mul64(g[0], m)
	lo, carry := bits.Add64(lo, x1, 0)
	hi += carry
	e := log2Pow10(exp) - 127 - int(shift) + 64 // value = hi:lo * 2^e
	if hi>>63 == 0 {
		hi = hi<<1 | lo>>63
		lo = lo<<1 | x0>>63
		x0 <<= 1
		e--
	}
	raw = pack(hi, lo, e, x0 != 0, info)
	if 0 <= exp && exp <= 55 {
		return raw, true
	}
	// the power is too large by less than one unit: the value is above hi:lo - 2
	low := lo - 2
	lowHi := hi
	if low > lo {
		lowHi--
	}
	if lowHi>>63 == 0 {
		return raw, false
	}
	return raw, pack(lowHi, low, e, true, info) == pack(hi, lo, e, true, info)
}

// exact compares the number with the middles between floats around a guess.
func (num *number) exact(guess uint64, info *floatInfo) uint64 {
	digits, exp := num.natDigits()
	if guess>>info.mantBits == 1<<info.expBits-1 {
		guess--
	}
	for guess > 0 && compareMiddle(digits, exp, guess-1, info) < 0 {
		guess--
	}
	for guess>>info.mantBits != 1<<info.expBits-1 {
		c := compareMiddle(digits, exp, guess, info)
		if c < 0 || c == 0 && guess&1 == 0 {
			break
		}
		guess++
	}
	if guess > 0 && guess&1 != 0 && compareMiddle(digits, exp, guess-1, info) == 0 {
		guess--
	}
	return guess
}

// natDigits gives all digits as an integer and their exponent; digits past 800 only tell more from exactly.
func (num *number) natDigits() (nat, int) {
	const most = 800
	n := make(nat, 0, 96)
	exp, count := num.exp, 0
	kept := 0 // digits that mant has
	for m := num.mant; m != 0; m /= 10 {
		kept++
	}
	past := false
	for i := 0; i < len(num.digits); i++ {
		c := num.digits[i]
		if c == '.' || c == '_' || c == '0' && count == 0 {
			continue
		}
		count++
		if count <= most {
			n = n.mulAdd(10, uint32(c-'0'))
			if count > kept {
				exp--
			}
		} else if c != '0' {
			past = true
		}
	}
	if past {
		n = n.mulAdd(10, 1)
		exp--
	}
	return n, exp
}

// compareMiddle compares digits * 10^exp with the middle between the float with these bits and the next one up.
func compareMiddle(digits nat, exp int, raw uint64, info *floatInfo) int {
	e := int(raw >> info.mantBits)
	mant := raw & (1<<info.mantBits - 1)
	if e == 0 {
		e++
	} else {
		mant |= 1 << info.mantBits
	}
	e += info.bias - int(info.mantBits) - 1
	a := append(make(nat, 0, len(digits)+40), digits...)
	b := natFrom(2*mant + 1) // times 2^e
	if exp >= 0 {
		a = a.mulPow5(exp)
	} else {
		b = b.mulPow5(-exp)
	}
	if e -= exp; e >= 0 { // 10^exp = 5^exp * 2^exp
		b = b.shl(uint(e))
	} else {
		a = a.shl(uint(-e))
	}
	return a.cmp(b)
}

// ParseComplex reads N, Ni or N±Ni, perhaps in parentheses, each N by ParseFloat.
func ParseComplex(s string, bitSize int) (complex128, error) {
	size := 64
	if bitSize == 64 {
		size = 32
	}
	whole := s
	if len(s) >= 2 && s[0] == '(' && s[len(s)-1] == ')' {
		s = s[1 : len(s)-1]
	}
	var pending error
	part := func(s string) (float64, int, bool) {
		f, n, err := parseFloatPrefix(s, size)
		if err != nil {
			if err.(*NumError).Err != ErrRange {
				return 0, 0, false
			}
			pending = rangeError("ParseComplex", whole)
		}
		return f, n, true
	}
	re, n, ok := part(s)
	if !ok {
		return 0, syntaxError("ParseComplex", whole)
	}
	s = s[n:]
	if s == "" {
		return complex(re, 0), pending
	}
	switch s[0] {
	case '+':
		if len(s) > 1 && s[1] != '+' {
			s = s[1:]
		}
	case '-':
	case 'i':
		if s == "i" {
			return complex(0, re), pending
		}
		return 0, syntaxError("ParseComplex", whole)
	default:
		return 0, syntaxError("ParseComplex", whole)
	}
	im, n, ok := part(s)
	if !ok || s[n:] != "i" {
		return 0, syntaxError("ParseComplex", whole)
	}
	return complex(re, im), pending
}
