package strconv

import (
	"math"
	"math/bits"
)

// A float is laid out as mantissa, exponent and sign; these are the two that exist.
type floatInfo struct {
	mantBits uint
	expBits  uint
	bias     int
}

var (
	float32info = floatInfo{23, 8, -127}
	float64info = floatInfo{52, 11, -1023}
)

// decimal is 0.d[0]d[1]... * 10^dp; d holds digit characters, n of them.
type decimal struct {
	d  []byte
	dp int
}

// FormatFloat writes f by fmt ('b' 'e' 'E' 'f' 'g' 'G' 'x' 'X') with prec digits, -1 for the fewest that read back as f.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	return string(AppendFloat(make([]byte, 0, max(prec+4, 24)), f, fmt, prec, bitSize))
}

// AppendFloat appends what FormatFloat returns.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	var raw uint64
	var info *floatInfo
	switch bitSize {
	case 32:
		raw, info = uint64(math.Float32bits(float32(f))), &float32info
	case 64:
		raw, info = math.Float64bits(f), &float64info
	default:
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	neg := raw>>(info.mantBits+info.expBits) != 0
	exp := int(raw>>info.mantBits) & (1<<info.expBits - 1)
	mant := raw & (1<<info.mantBits - 1)
	if exp == 1<<info.expBits-1 {
		switch {
		case mant != 0:
			return append(dst, "NaN"...)
		case neg:
			return append(dst, "-Inf"...)
		}
		return append(dst, "+Inf"...)
	}
	closer := mant == 0 && exp > 1 // the next lower float is only half as far away
	if exp == 0 {
		exp++
	} else {
		mant |= 1 << info.mantBits
	}
	exp += info.bias - int(info.mantBits) // f = mant * 2^exp

	switch fmt {
	case 'b':
		return formatB(dst, neg, mant, exp)
	case 'x', 'X':
		return formatX(dst, prec, fmt, neg, mant, exp, info)
	case 'e', 'E', 'f', 'g', 'G':
	default:
		return append(dst, '%', fmt)
	}

	var buf [24]byte
	dec := decimal{d: buf[:0]}
	shortest := prec < 0
	if shortest {
		dec.shortest(mant, exp, closer)
		switch fmt {
		case 'e', 'E':
			prec = len(dec.d) - 1
		case 'f':
			prec = max(len(dec.d)-dec.dp, 0)
		case 'g', 'G':
			prec = len(dec.d)
		}
	} else {
		digits := prec
		switch fmt {
		case 'e', 'E':
			digits++
		case 'f':
			digits = -1
		case 'g', 'G':
			if prec == 0 {
				prec = 1
			}
			digits = prec
		}
		dec.round(mant, exp, digits, prec)
	}
	switch fmt {
	case 'e', 'E':
		return formatE(dst, neg, dec, prec, fmt)
	case 'f':
		return formatF(dst, neg, dec, prec)
	}
	// %e is used when the exponent is less than -4 or not below the precision; the shortest form counts as 6 digits
	eprec := prec
	if eprec > len(dec.d) && len(dec.d) >= dec.dp {
		eprec = len(dec.d)
	}
	if shortest {
		eprec = 6
	}
	if x := dec.dp - 1; x < -4 || x >= eprec {
		return formatE(dst, neg, dec, min(prec, max(len(dec.d), 1))-1, fmt+'e'-'g')
	}
	return formatF(dst, neg, dec, max(len(dec.d)-dec.dp, 0))
}

// set puts the decimal number v * 10^exp into d, without trailing zeros.
func (d *decimal) set(v uint64, exp int) {
	if v == 0 {
		d.d, d.dp = d.d[:0], 0
		return
	}
	for v%10 == 0 {
		v /= 10
		exp++
	}
	d.d = AppendUint(d.d[:0], v, 10)
	d.dp = len(d.d) + exp
}

// trim drops trailing zeros.
func (d *decimal) trim() {
	for len(d.d) > 0 && d.d[len(d.d)-1] == '0' {
		d.d = d.d[:len(d.d)-1]
	}
	if len(d.d) == 0 {
		d.dp = 0
	}
}

// log10Pow2 is floor(log10(2^e)), log2Pow10 floor(log2(10^e)), both for |e| < 1700.
func log10Pow2(e int) int { return e * 1262611 >> 22 }
func log2Pow10(e int) int { return e * 1741647 >> 19 }

// roundToOdd returns g*c / 2^128 with its lowest bit set when it is not exact.
func roundToOdd(g *[2]uint64, c uint64) uint64 {
	x1, _ := bits.Mul64(g[1], c)
	y1, y0 := bits.Mul64(g[0], c)
	y0, carry := bits.Add64(y0, x1, 0)
	y1 += carry
	if y0 > 1 {
		y1 |= 1
	}
	return y1
}

// shortest finds the decimal with the fewest digits, and among them the nearest, that lies in mant*2^exp's rounding
// interval: Raffaello Giulietti, "The Schubfach way to render doubles", 2020, with 128-bit powers of ten.
func (d *decimal) shortest(mant uint64, exp int, closer bool) {
	if mant == 0 {
		d.set(0, 0)
		return
	}
	if exp <= 0 && exp > -53 && mant&(1<<uint(-exp)-1) == 0 {
		d.set(mant>>uint(-exp), 0)
		return
	}
	odd := mant & 1
	low := 4*mant - 2
	k := log10Pow2(exp)
	if closer {
		low++
		k = (exp*1262611 - 524031) >> 22
	}
	h := uint(exp + log2Pow10(-k) + 1)
	g := &pow10tab[-k-pow10Min]
	lower := roundToOdd(g, low<<h) + odd
	value := roundToOdd(g, 4*mant<<h)
	upper := roundToOdd(g, (4*mant+2)<<h) - odd

	s := value / 4
	if s >= 10 {
		t := s / 10
		under, over := lower <= 40*t, 40*t+40 <= upper
		if under != over {
			if over {
				t++
			}
			d.set(t, k+1)
			return
		}
	}
	under, over := lower <= 4*s, 4*s+4 <= upper
	if under == over {
		mid := 4*s + 2
		over = value > mid || value == mid && (closer && low < 1<<26 || s&1 != 0) // gc rounds the float32 2^-12 up
	}
	if over {
		s++
	}
	d.set(s, k)
}

var uint64pow10 = [...]uint64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19}

// round gives mant*2^exp rounded half to even: to that many significant digits, or when digits is negative to prec digits
// behind the decimal point.
func (d *decimal) round(mant uint64, exp, digits, prec int) {
	if mant == 0 {
		d.set(0, 0)
		return
	}
	if d.roundFast(mant, exp, digits, prec) {
		return
	}
	n := natFrom(mant)
	if exp >= 0 {
		d.d = n.shl(uint(exp)).digits()
		d.dp = len(d.d)
	} else {
		d.d = n.mulPow5(-exp).digits()
		d.dp = len(d.d) + exp
	}
	if digits < 0 {
		digits = d.dp + prec
	}
	d.roundTo(digits)
}

// roundFast multiplies by a power of ten to an integer of at most 18 digits; it gives up (false) when the power's error
// could change the rounding.
func (d *decimal) roundFast(mant uint64, exp, digits, prec int) bool {
	shift := uint(bits.LeadingZeros64(mant))
	m := mant << shift
	e := exp - int(shift) // value = m * 2^e, 2^63 <= m < 2^64
	dp := log10Pow2(e+63) + 1
	for pass := 0; pass < 2; pass++ { // dp, the digits before the point, may be one too small at first
		n := digits
		if n < 0 {
			n = dp + prec
		}
		if n < 1 || n > 17 {
			return false
		}
		k := n - dp // value * 10^k has n digits
		if k < pow10Min || k > pow10Max {
			return false
		}
		g := &pow10tab[k-pow10Min]
		x1, x0 := bits.Mul64(g[1], m)
		hi, lo := bits.Mul64(g[0], m)
		lo, carry := bits.Add64(lo, x1, 0)
		hi += carry
		// value * 10^k = hi:lo:x0 * 2^(e + log2Pow10(k) - 127), too large by less than 2^64 units of x0
		s := uint(-(e + log2Pow10(k) - 127 + 128)) // bits of hi that are the fraction
		if s < 1 || s > 63 {
			return false
		}
		v := hi >> s
		frac, half := hi&(1<<s-1), uint64(1)<<(s-1)
		if k < 0 || k > 55 { // inexact: the fraction must be clear of its boundaries
			if lo <= 1 && (frac == half || frac == 0) {
				return false
			}
			x0 = 1
		}
		if v >= uint64pow10[n] {
			dp++
			continue
		}
		if frac > half || frac == half && (lo != 0 || x0 != 0 || v&1 != 0) {
			v++
		}
		d.set(v, -k)
		return true
	}
	return false
}

// roundTo keeps n digits, rounding half to even.
func (d *decimal) roundTo(n int) {
	if n >= len(d.d) {
		d.trim()
		return
	}
	if n < 0 {
		d.d, d.dp = d.d[:0], 0
		return
	}
	up := d.d[n] >= '5'
	if d.d[n] == '5' {
		exact := true
		for _, c := range d.d[n+1:] {
			if c != '0' {
				exact = false
				break
			}
		}
		if exact {
			up = n > 0 && d.d[n-1]&1 != 0
		}
	}
	d.d = d.d[:n]
	if up {
		i := n - 1
		for i >= 0 && d.d[i] == '9' {
			i--
		}
		if i < 0 {
			d.d = append(d.d[:0], '1')
			d.dp++
			return
		}
		d.d[i]++
		d.d = d.d[:i+1]
	}
	d.trim()
}

// formatE writes -d.ddddde±dd.
func formatE(dst []byte, neg bool, dec decimal, prec int, fmt byte) []byte {
	if neg {
		dst = append(dst, '-')
	}
	first := byte('0')
	if len(dec.d) > 0 {
		first = dec.d[0]
	}
	dst = append(dst, first)
	if prec > 0 {
		dst = append(dst, '.')
		have := min(len(dec.d), prec+1)
		if have > 1 {
			dst = append(dst, dec.d[1:have]...)
		}
		for i := max(have, 1); i <= prec; i++ {
			dst = append(dst, '0')
		}
	}
	exp := dec.dp - 1
	if len(dec.d) == 0 {
		exp = 0
	}
	return appendExp(append(dst, fmt), exp)
}

// appendExp writes a sign and at least two digits.
func appendExp(dst []byte, exp int) []byte {
	if exp < 0 {
		dst = append(dst, '-')
		exp = -exp
	} else {
		dst = append(dst, '+')
	}
	if exp < 10 {
		dst = append(dst, '0')
	}
	return AppendUint(dst, uint64(exp), 10)
}

// formatF writes -ddd.ddd.
func formatF(dst []byte, neg bool, dec decimal, prec int) []byte {
	if neg {
		dst = append(dst, '-')
	}
	if dec.dp > 0 {
		have := min(len(dec.d), dec.dp)
		dst = append(dst, dec.d[:have]...)
		for ; have < dec.dp; have++ {
			dst = append(dst, '0')
		}
	} else {
		dst = append(dst, '0')
	}
	if prec > 0 {
		dst = append(dst, '.')
		for i := 0; i < prec; i++ {
			c := byte('0')
			if j := dec.dp + i; 0 <= j && j < len(dec.d) {
				c = dec.d[j]
			}
			dst = append(dst, c)
		}
	}
	return dst
}

// formatB writes -ddddp±ddd, mantissa and binary exponent.
func formatB(dst []byte, neg bool, mant uint64, exp int) []byte {
	if neg {
		dst = append(dst, '-')
	}
	dst = append(AppendUint(dst, mant, 10), 'p')
	if exp >= 0 {
		dst = append(dst, '+')
	}
	return AppendInt(dst, int64(exp), 10)
}

// formatX writes -0x1.yyyyyyyyp±ddd.
func formatX(dst []byte, prec int, fmt byte, neg bool, mant uint64, exp int, info *floatInfo) []byte {
	if mant == 0 {
		exp = 0
	} else {
		shift := uint(bits.LeadingZeros64(mant)) - 3 // the leading 1 at bit 60, so that 15 hex digits follow
		mant <<= shift
		exp += 60 - int(shift)
	}
	if prec >= 0 && prec < 15 {
		drop := uint(60 - 4*prec)
		rest, half := mant&(1<<drop-1), uint64(1)<<(drop-1)
		mant >>= drop
		if rest > half || rest == half && mant&1 != 0 {
			mant++
		}
		mant <<= drop
		if mant>>61 != 0 {
			mant >>= 1
			exp++
		}
	}
	digits := "0123456789abcdef"
	if fmt == 'X' {
		digits = "0123456789ABCDEF"
	}
	if neg {
		dst = append(dst, '-')
	}
	dst = append(dst, '0', fmt, '0'+byte(mant>>60)&1)
	mant <<= 4
	if prec < 0 && mant != 0 || prec > 0 {
		dst = append(dst, '.')
		for i := 0; prec < 0 && mant != 0 || i < prec; i++ {
			dst = append(dst, digits[mant>>60])
			mant <<= 4
		}
	}
	return appendExp(append(dst, fmt-'x'+'p'), exp)
}
