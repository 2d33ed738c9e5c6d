// Package math has constants and functions of real numbers.
package math

import (
	"math/bits"
	"unsafe"
)

const (
	E       = 2.71828182845904523536028747135266249775724709369995957496696763
	Pi      = 3.14159265358979323846264338327950288419716939937510582097494459
	Phi     = 1.61803398874989484820458683436563811772030917980576286213544862
	Sqrt2   = 1.41421356237309504880168872420969807856967187537694807317667974
	SqrtE   = 1.64872127070012814684865078781416357165377610071014801157507931
	SqrtPi  = 1.77245385090551602729816748334114518279754945612238712821380779
	SqrtPhi = 1.27201964951406896425242246173749149171560804184009624861664038
	Ln2     = 0.693147180559945309417232121458176568075500134360255254120680009
	Log2E   = 1 / Ln2
	Ln10    = 2.30258509299404568401799145468436420760110148862877297603332790
	Log10E  = 1 / Ln10
)

const (
	MaxFloat32             = 0x1p127 * (1 + (1 - 0x1p-23))
	SmallestNonzeroFloat32 = 0x1p-126 * 0x1p-23
	MaxFloat64             = 0x1p1023 * (1 + (1 - 0x1p-52))
	SmallestNonzeroFloat64 = 0x1p-1022 * 0x1p-52
)

const (
	MaxInt    = 1<<63 - 1
	MinInt    = -1 << 63
	MaxInt8   = 1<<7 - 1
	MinInt8   = -1 << 7
	MaxInt16  = 1<<15 - 1
	MinInt16  = -1 << 15
	MaxInt32  = 1<<31 - 1
	MinInt32  = -1 << 31
	MaxInt64  = 1<<63 - 1
	MinInt64  = -1 << 63
	MaxUint   = 1<<64 - 1
	MaxUint8  = 1<<8 - 1
	MaxUint16 = 1<<16 - 1
	MaxUint32 = 1<<32 - 1
	MaxUint64 = 1<<64 - 1
)

const (
	infBits  = 0x7FF0000000000000
	nanBits  = 0x7FF8000000000001
	signBit  = 1 << 63
	mantBits = 52
	bias     = 1023
	fracMask = 1<<mantBits - 1
)

func Float64bits(f float64) uint64     { return *(*uint64)(unsafe.Pointer(&f)) }
func Float64frombits(b uint64) float64 { return *(*float64)(unsafe.Pointer(&b)) }
func Float32bits(f float32) uint32     { return *(*uint32)(unsafe.Pointer(&f)) }
func Float32frombits(b uint32) float32 { return *(*float32)(unsafe.Pointer(&b)) }

// Inf returns +Inf when sign >= 0, else -Inf.
func Inf(sign int) float64 {
	if sign >= 0 {
		return Float64frombits(infBits)
	}
	return Float64frombits(infBits | signBit)
}

func NaN() float64              { return Float64frombits(nanBits) }
func IsNaN(f float64) (is bool) { return f != f }

// IsInf reports whether f is an infinity of that sign; of any sign when it is 0.
func IsInf(f float64, sign int) bool {
	return sign >= 0 && f > MaxFloat64 || sign <= 0 && f < -MaxFloat64
}

func Signbit(x float64) bool { return Float64bits(x)&signBit != 0 }

func Copysign(f, sign float64) float64 {
	return Float64frombits(Float64bits(f)&^signBit | Float64bits(sign)&signBit)
}

func Abs(x float64) float64 { return Float64frombits(Float64bits(x) &^ signBit) }

// Trunc drops the bits of the mantissa that are below the point.
func Trunc(x float64) float64 {
	b := Float64bits(x)
	e := int(b>>mantBits&0x7FF) - bias
	switch {
	case e < 0:
		return Float64frombits(b & signBit)
	case e < mantBits:
		b &^= fracMask >> uint(e)
	}
	return Float64frombits(b)
}

func Floor(x float64) float64 {
	t := Trunc(x)
	if t > x {
		t--
	}
	return Copysign(t, x)
}

func Ceil(x float64) float64 {
	t := Trunc(x)
	if t < x {
		t++
	}
	return Copysign(t, x)
}

// Round rounds halfway values away from zero.
func Round(x float64) float64 {
	t := Trunc(x)
	if Abs(x-t) >= 0.5 {
		return t + Copysign(1, x)
	}
	return Copysign(t, x)
}

// RoundToEven rounds halfway values to the even neighbour.
func RoundToEven(x float64) float64 {
	t := Trunc(x)
	d := Abs(x - t)
	if d > 0.5 || d == 0.5 && Trunc(t/2)*2 != t {
		t += Copysign(1, x)
	}
	return Copysign(t, x)
}

// Modf splits f into integer and fraction, both with f's sign.
func Modf(f float64) (int float64, frac float64) {
	int = Trunc(f)
	if IsInf(f, 0) {
		return f, NaN()
	}
	return int, Copysign(f-int, f)
}

// normalize scales a denormal up: x = y * 2^exp.
func normalize(x float64) (y float64, exp int) {
	if Abs(x) < 0x1p-1022 {
		return x * (1 << 52), -52
	}
	return x, 0
}

// Frexp splits f into a fraction in [½, 1) and a power of two.
func Frexp(f float64) (frac float64, exp int) {
	if f == 0 || IsInf(f, 0) || f != f {
		return f, 0
	}
	f, exp = normalize(f)
	b := Float64bits(f)
	exp += int(b>>mantBits&0x7FF) - bias + 1
	return Float64frombits(b&^(0x7FF<<mantBits) | (bias-1)<<mantBits), exp
}

// Ldexp is Frexp's inverse: frac * 2^exp.
func Ldexp(frac float64, exp int) float64 {
	if frac == 0 || IsInf(frac, 0) || frac != frac {
		return frac
	}
	frac, e := normalize(frac)
	exp += e
	b := Float64bits(frac)
	exp += int(b>>mantBits&0x7FF) - bias
	if exp < -1075 {
		return Copysign(0, frac)
	}
	if exp > 1023 {
		return Copysign(Inf(1), frac)
	}
	m := 1.0
	if exp < -1022 { // a denormal: scale down by a product, which rounds
		exp += 53
		m = 0x1p-53
	}
	return m * Float64frombits(b&^(0x7FF<<mantBits)|uint64(exp+bias)<<mantBits)
}

// Logb is the binary exponent of x, Ilogb the same as an integer.
func Logb(x float64) float64 {
	switch {
	case x == 0:
		return Inf(-1)
	case IsInf(x, 0):
		return Inf(1)
	case x != x:
		return x
	}
	return float64(ilogb(x))
}

func Ilogb(x float64) int {
	switch {
	case x == 0:
		return MinInt32
	case x != x, IsInf(x, 0):
		return MaxInt32
	}
	return ilogb(x)
}

func ilogb(x float64) int {
	x, e := normalize(x)
	return int(Float64bits(x)>>mantBits&0x7FF) - bias + e
}

func Max(x, y float64) float64 {
	switch {
	case IsInf(x, 1) || IsInf(y, 1):
		return Inf(1)
	case x != x || y != y:
		return NaN()
	case x == 0 && x == y:
		if Signbit(x) {
			return y
		}
		return x
	case x > y:
		return x
	}
	return y
}

func Min(x, y float64) float64 {
	switch {
	case IsInf(x, -1) || IsInf(y, -1):
		return Inf(-1)
	case x != x || y != y:
		return NaN()
	case x == 0 && x == y:
		if Signbit(x) {
			return x
		}
		return y
	case x < y:
		return x
	}
	return y
}

// Dim is max(x-y, 0).
func Dim(x, y float64) float64 {
	v := x - y
	if v <= 0 {
		return 0
	}
	return v
}

// Mod is x - n*y for the n that leaves the smallest remainder of x's sign. It is exact: integer remainders of mantissas.
func Mod(x, y float64) float64 {
	if y == 0 || IsInf(x, 0) || x != x || y != y {
		return NaN()
	}
	y = Abs(y)
	yfr, yexp := Frexp(y)
	r := Abs(x)
	for r >= y {
		rfr, rexp := Frexp(r)
		if rfr < yfr {
			rexp--
		}
		r -= Ldexp(y, rexp-yexp)
	}
	return Copysign(r, x)
}

// Remainder is x - n*y for the n nearest to x/y, even in the middle (IEEE 754).
func Remainder(x, y float64) float64 {
	switch {
	case x != x || y != y || IsInf(x, 0) || y == 0:
		return NaN()
	case IsInf(y, 0):
		return x
	}
	sign := x
	x, y = Abs(x), Abs(y)
	if x == y {
		return Copysign(0, sign)
	}
	if y <= MaxFloat64/2 {
		x = Mod(x, y+y)
	}
	if y < 0x1p-1021 {
		if x+x > y {
			if x -= y; x+x >= y {
				x -= y
			}
		}
	} else if half := y / 2; x > half {
		if x -= y; x >= half {
			x -= y
		}
	}
	if Signbit(sign) {
		return -x
	}
	return x
}

// Nextafter is the float next to x towards y.
func Nextafter(x, y float64) (r float64) {
	switch {
	case x != x || y != y:
		return NaN()
	case x == y:
		return x
	case x == 0:
		return Copysign(Float64frombits(1), y)
	case (y > x) == (x > 0):
		return Float64frombits(Float64bits(x) + 1)
	}
	return Float64frombits(Float64bits(x) - 1)
}

// Nextafter32 is Nextafter for float32.
func Nextafter32(x, y float32) (r float32) {
	switch {
	case x != x || y != y:
		return float32(NaN())
	case x == y:
		return x
	case x == 0:
		return float32(Copysign(float64(Float32frombits(1)), float64(y)))
	case (y > x) == (x > 0):
		return Float32frombits(Float32bits(x) + 1)
	}
	return Float32frombits(Float32bits(x) - 1)
}

// Sqrt finds the root bit by bit, in integers; the compiler has an instruction for it.
func Sqrt(x float64) float64 {
	switch {
	case x == 0 || x != x || IsInf(x, 1):
		return x
	case x < 0:
		return NaN()
	}
	f, e := Frexp(x)
	if e&1 != 0 {
		f *= 0.5
		e++
	}
	m := uint64(f * 0x1p54) // x = m * 2^(e-54); the root of m * 2^54 has 54 bits
	hi, lo := m>>10, m<<54
	var root, remHi, remLo uint64
	for i := 0; i < 64; i++ {
		remHi = remHi<<2 | remLo>>62
		remLo = remLo<<2 | hi>>62
		hi = hi<<2 | lo>>62
		lo <<= 2
		t := root<<2 | 1
		root <<= 1
		if remHi != 0 || remLo >= t {
			var borrow uint64
			remLo, borrow = bits.Sub64(remLo, t, 0)
			remHi -= borrow
			root |= 1
		}
	}
	return Ldexp(float64(root<<1|b2u(remHi|remLo != 0)), e/2-55)
}

func b2u(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// FMA is x*y + z, rounded once: the product and the sum are made in 128 bits.
func FMA(x, y, z float64) float64 {
	switch {
	case x == 0 || y == 0 || !(Abs(x) <= MaxFloat64) || !(Abs(y) <= MaxFloat64):
		return x*y + z
	case z == 0:
		return x * y
	case !(Abs(z) <= MaxFloat64):
		return z
	}
	xf, xe := Frexp(x)
	yf, ye := Frexp(y)
	zf, ze := Frexp(z)
	xm, ym, zm := uint64(Abs(xf)*0x1p53), uint64(Abs(yf)*0x1p53), uint64(Abs(zf)*0x1p53)
	neg := Signbit(x) != Signbit(y)
	// product p = ph:pl * 2^pe, top bit at 126; addend likewise
	ph, pl := bits.Mul64(xm<<11, ym<<10)
	pe := xe + ye - 127
	if ph>>62 == 0 {
		ph, pl = ph<<1|pl>>63, pl<<1
		pe--
	}
	zh, zl := zm<<10, uint64(0)
	zeExp := ze - 127
	zneg := Signbit(z)
	if pe < zeExp || pe == zeExp && ph < zh {
		ph, pl, pe, neg, zh, zl, zeExp, zneg = zh, zl, zeExp, zneg, ph, pl, pe, neg
	}
	zh, zl = shiftRightSticky(zh, zl, uint(pe-zeExp))
	if neg == zneg {
		var c uint64
		pl, c = bits.Add64(pl, zl, 0)
		ph, _ = bits.Add64(ph, zh, c)
	} else {
		var c uint64
		pl, c = bits.Sub64(pl, zl, 0)
		ph, _ = bits.Sub64(ph, zh, c)
		if ph|pl == 0 {
			return 0
		}
	}
	// to 64 bits with a sticky one, then round once
	n := bits.LeadingZeros64(ph)
	if ph == 0 {
		n = 64 + bits.LeadingZeros64(pl)
	}
	ph, pl = shiftLeft(ph, pl, uint(n))
	pe += 64 - n
	m := ph | b2u(pl != 0)
	return roundTo(m, pe, neg)
}

func shiftLeft(hi, lo uint64, n uint) (uint64, uint64) {
	if n >= 64 {
		return lo << (n - 64), 0
	}
	return hi<<n | lo>>(64-n), lo << n
}

func shiftRightSticky(hi, lo uint64, n uint) (uint64, uint64) {
	switch {
	case n == 0:
		return hi, lo
	case n < 64:
		return hi >> n, hi<<(64-n) | lo>>n | b2u(lo<<(64-n) != 0)
	case n < 128:
		return 0, hi>>(n-64) | b2u(lo|hi<<(128-n) != 0 && n > 64 || lo != 0)
	}
	return 0, b2u(hi|lo != 0)
}

// roundTo makes a float of m * 2^e, m with its top bit set.
func roundTo(m uint64, e int, neg bool) float64 {
	exp := e + 63 + bias
	drop := uint(11)
	if exp < 1 {
		drop += uint(min(1-exp, 60))
		exp = 0
	} else {
		exp--
	}
	if drop > 63 {
		m = b2u(m != 0)
		drop = 2
	}
	rest, half := m&(1<<drop-1), uint64(1)<<(drop-1)
	m >>= drop
	if rest > half || rest == half && m&1 != 0 {
		m++
	}
	b := uint64(exp)<<mantBits + m
	if b >= infBits {
		b = infBits
	}
	if neg {
		b |= signBit
	}
	return Float64frombits(b)
}
