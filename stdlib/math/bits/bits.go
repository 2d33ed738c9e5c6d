// Package bits counts and moves bits of unsigned integers. The compiler replaces most of these functions by instructions;
// the bodies here say what they mean and serve calls through func values.
package bits

const UintSize = 64

const (
	overflowText = "runtime error: integer overflow"
	divideText   = "runtime error: integer divide by zero"
)

type bitsError string

func (e bitsError) RuntimeError() {}
func (e bitsError) Error() string { return string(e) }

func LeadingZeros(x uint) int     { return 64 - Len64(uint64(x)) }
func LeadingZeros8(x uint8) int   { return 8 - Len64(uint64(x)) }
func LeadingZeros16(x uint16) int { return 16 - Len64(uint64(x)) }
func LeadingZeros32(x uint32) int { return 32 - Len64(uint64(x)) }
func LeadingZeros64(x uint64) int { return 64 - Len64(x) }

func TrailingZeros(x uint) int { return TrailingZeros64(uint64(x)) }
func TrailingZeros8(x uint8) int {
	return TrailingZeros64(uint64(x) | 1<<8)
}
func TrailingZeros16(x uint16) int {
	return TrailingZeros64(uint64(x) | 1<<16)
}
func TrailingZeros32(x uint32) int {
	return TrailingZeros64(uint64(x) | 1<<32)
}
func TrailingZeros64(x uint64) int {
	if x == 0 {
		return 64
	}
	return OnesCount64((x & -x) - 1)
}

func OnesCount(x uint) int     { return OnesCount64(uint64(x)) }
func OnesCount8(x uint8) int   { return OnesCount64(uint64(x)) }
func OnesCount16(x uint16) int { return OnesCount64(uint64(x)) }
func OnesCount32(x uint32) int { return OnesCount64(uint64(x)) }

// OnesCount64 adds bits in fields of 2, 4 and 8, then all bytes by a product (Warren, Hacker's Delight, 5-1).
func OnesCount64(x uint64) int {
	x -= x >> 1 & 0x5555555555555555
	x = x&0x3333333333333333 + x>>2&0x3333333333333333
	x = (x + x>>4) & 0x0F0F0F0F0F0F0F0F
	return int(x * 0x0101010101010101 >> 56)
}

func RotateLeft(x uint, k int) uint { return uint(RotateLeft64(uint64(x), k)) }
func RotateLeft8(x uint8, k int) uint8 {
	s := uint(k) & 7
	return x<<s | x>>(8-s)
}
func RotateLeft16(x uint16, k int) uint16 {
	s := uint(k) & 15
	return x<<s | x>>(16-s)
}
func RotateLeft32(x uint32, k int) uint32 {
	s := uint(k) & 31
	return x<<s | x>>(32-s)
}
func RotateLeft64(x uint64, k int) uint64 {
	s := uint(k) & 63
	return x<<s | x>>(64-s)
}

func Reverse(x uint) uint       { return uint(Reverse64(uint64(x))) }
func Reverse8(x uint8) uint8    { return uint8(Reverse64(uint64(x)) >> 56) }
func Reverse16(x uint16) uint16 { return uint16(Reverse64(uint64(x)) >> 48) }
func Reverse32(x uint32) uint32 { return uint32(Reverse64(uint64(x)) >> 32) }
func Reverse64(x uint64) uint64 {
	x = x>>1&0x5555555555555555 | x&0x5555555555555555<<1
	x = x>>2&0x3333333333333333 | x&0x3333333333333333<<2
	x = x>>4&0x0F0F0F0F0F0F0F0F | x&0x0F0F0F0F0F0F0F0F<<4
	return ReverseBytes64(x)
}

func ReverseBytes(x uint) uint       { return uint(ReverseBytes64(uint64(x))) }
func ReverseBytes16(x uint16) uint16 { return x>>8 | x<<8 }
func ReverseBytes32(x uint32) uint32 {
	x = x>>8&0x00FF00FF | x&0x00FF00FF<<8
	return x>>16 | x<<16
}
func ReverseBytes64(x uint64) uint64 {
	return uint64(ReverseBytes32(uint32(x)))<<32 | uint64(ReverseBytes32(uint32(x>>32)))
}

func Len(x uint) int     { return Len64(uint64(x)) }
func Len8(x uint8) int   { return Len64(uint64(x)) }
func Len16(x uint16) int { return Len64(uint64(x)) }
func Len32(x uint32) int { return Len64(uint64(x)) }

// Len64 is the number of bits needed for x; 0 for 0.
func Len64(x uint64) (n int) {
	for s := uint(32); s > 0; s >>= 1 {
		if x>>s != 0 {
			x >>= s
			n += int(s)
		}
	}
	return n + int(x)
}

func Add(x, y, carry uint) (sum, carryOut uint) {
	s, c := Add64(uint64(x), uint64(y), uint64(carry))
	return uint(s), uint(c)
}
func Add32(x, y, carry uint32) (sum, carryOut uint32) {
	s := uint64(x) + uint64(y) + uint64(carry)
	return uint32(s), uint32(s >> 32)
}
func Add64(x, y, carry uint64) (sum, carryOut uint64) {
	sum = x + y + carry
	return sum, (x&y | (x|y)&^sum) >> 63
}

func Sub(x, y, borrow uint) (diff, borrowOut uint) {
	d, b := Sub64(uint64(x), uint64(y), uint64(borrow))
	return uint(d), uint(b)
}
func Sub32(x, y, borrow uint32) (diff, borrowOut uint32) {
	d, b := Sub64(uint64(x), uint64(y), uint64(borrow))
	return uint32(d), uint32(b)
}
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64) {
	diff = x - y - borrow
	return diff, (^x&y | ^(x^y)&diff) >> 63
}

func Mul(x, y uint) (hi, lo uint) {
	h, l := Mul64(uint64(x), uint64(y))
	return uint(h), uint(l)
}
func Mul32(x, y uint32) (hi, lo uint32) {
	p := uint64(x) * uint64(y)
	return uint32(p >> 32), uint32(p)
}

// Mul64 multiplies by halves.
func Mul64(x, y uint64) (hi, lo uint64) {
	const half = 1<<32 - 1
	xl, xh, yl, yh := x&half, x>>32, y&half, y>>32
	low := xl * yl
	mid := xh*yl + low>>32
	mid2 := xl*yh + mid&half
	return xh*yh + mid>>32 + mid2>>32, x * y
}

func Div(hi, lo, y uint) (quo, rem uint) {
	q, r := Div64(uint64(hi), uint64(lo), uint64(y))
	return uint(q), uint(r)
}
func Div32(hi, lo, y uint32) (quo, rem uint32) {
	if y != 0 && y <= hi {
		panic(bitsError(overflowText))
	}
	z := uint64(hi)<<32 | uint64(lo)
	return uint32(z / uint64(y)), uint32(z % uint64(y))
}

// Div64 divides hi:lo by y, digit by digit in base 2^32 (Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D).
func Div64(hi, lo, y uint64) (quo, rem uint64) {
	if y == 0 {
		panic(bitsError(divideText))
	}
	if y <= hi {
		panic(bitsError(overflowText))
	}
	if hi == 0 {
		return lo / y, lo % y
	}
	shift := uint(LeadingZeros64(y))
	y <<= shift
	yh, yl := y>>32, y&(1<<32-1)
	top := hi<<shift | lo>>(64-shift)
	low := lo << shift
	q1, r1 := divDigit(top, low>>32, y, yh, yl)
	q0, r0 := divDigit(r1, low&(1<<32-1), y, yh, yl)
	return q1<<32 + q0, r0 >> shift
}

// divDigit divides num·2³² + next by y (top bit set, num < y); the quotient is one base-2³² digit.
func divDigit(num, next, y, yh, yl uint64) (q, rem uint64) {
	q = num / yh
	r := num - q*yh
	for q >= 1<<32 || q*yl > r<<32|next {
		q--
		r += yh
		if r >= 1<<32 {
			break
		}
	}
	return q, num<<32 + next - q*y
}

func Rem(hi, lo, y uint) uint { return uint(Rem64(uint64(hi), uint64(lo), uint64(y))) }
func Rem32(hi, lo, y uint32) uint32 {
	return uint32((uint64(hi)<<32 | uint64(lo)) % uint64(y))
}
func Rem64(hi, lo, y uint64) uint64 {
	_, r := Div64(hi%y, lo, y)
	return r
}
