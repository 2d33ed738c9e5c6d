package math

import "math/bits"

// fourOverPi has the bits of 4/π, the integer part in the first word: enough for the largest float.
var fourOverPi = [...]uint64{
	0x0000000000000001, 0x45f306dc9c882a53, 0xf84eafa3ea69bb81, 0xb6c52b3278872083,
	0xfca2c757bd778ac3, 0x6e48dc74849ba5c0, 0x0c925dd413a32439, 0xfc3bd63962534e7d,
	0xd1046bea5d768909, 0xd338e04d68befc82, 0x7323ac7306a673e9, 0x3908bf177bf25076,
	0x3ff12fffbc0b301f, 0xde5e2316b414da3e, 0xda6cfd9e4f96136e, 0x9e8c7ecd3cbfd45a,
	0xea4f758fd7cbe2f6, 0x7a0e73ef14a525d4, 0xd7f6bf623f1aba10, 0xac06608df8f6d757,
}

// π/4 in three parts, the first two with room for exact products (Cody and Waite).
const (
	pi4a = 7.85398125648498535156e-1
	pi4b = 3.77489470793079817668e-8
	pi4c = 2.69515142907905952645e-15

	reduceLimit = 1 << 29
)

// reduce brings x > 0 to z in about [-π/4, π/4]: x = j*π/4 + z with even j (modulo 8).
func reduce(x float64) (j uint64, z float64) {
	if x >= reduceLimit {
		return reduceLarge(x)
	}
	j = uint64(x * (4 / Pi))
	y := float64(j)
	if j&1 == 1 {
		j++
		y++
	}
	return j & 7, ((x - y*pi4a) - y*pi4b) - y*pi4c
}

// reduceLarge multiplies the mantissa by those bits of 4/π that matter (Payne and Hanek, "Radian reduction for
// trigonometric functions", 1983): bits above three integer ones are multiples of 8.
func reduceLarge(x float64) (j uint64, z float64) {
	b := Float64bits(x)
	exp := int(b>>mantBits&0x7FF) - bias - mantBits
	m := b&fracMask | 1<<mantBits
	digit, shift := uint(exp+61)/64, uint(exp+61)%64
	word := func(i uint) uint64 {
		w := fourOverPi[i] << shift
		if shift > 0 {
			w |= fourOverPi[i+1] >> (64 - shift)
		}
		return w
	}
	z2hi, _ := bits.Mul64(word(digit+2), m)
	z1hi, z1lo := bits.Mul64(word(digit+1), m)
	z0lo := word(digit) * m
	lo, carry := bits.Add64(z1lo, z2hi, 0)
	hi, _ := bits.Add64(z0lo, z1hi, carry)
	j = hi >> 61
	hi = hi<<3 | lo>>61
	lz := uint(bits.LeadingZeros64(hi))
	e := uint64(bias - (lz + 1))
	hi = hi<<(lz+1) | lo>>(64-(lz+1))
	z = Float64frombits(hi>>12 | e<<mantBits)
	if j&1 == 1 {
		j++
		j &= 7
		z--
	}
	return j, z * (Pi / 4)
}

// sinPoly and cosPoly are good for |z| <= π/4 (Moshier, Cephes Mathematical Library, sin.c).
func sinPoly(z float64) float64 {
	zz := z * z
	return z + z*zz*((((((1.58962301576546568060e-10*zz)+-2.50507477628578072866e-8)*zz+2.75573136213857245213e-6)*zz+
		-1.98412698295895385996e-4)*zz+8.33333333332211858878e-3)*zz+-1.66666666666666307295e-1)
}

func cosPoly(z float64) float64 {
	zz := z * z
	return 1 - 0.5*zz + zz*zz*((((((-1.13585365213876817300e-11*zz)+2.08757008419747316778e-9)*zz+-2.75573141792967388112e-7)*zz+
		2.48015872888517045348e-5)*zz+-1.38888888888730564116e-3)*zz+4.16666666666665929218e-2)
}

func Cos(x float64) float64 {
	if x != x || IsInf(x, 0) {
		return NaN()
	}
	j, z := reduce(Abs(x))
	neg := false
	if j > 3 {
		j -= 4
		neg = true
	}
	if j > 1 {
		neg = !neg
	}
	y := 0.0
	if j == 1 || j == 2 {
		y = sinPoly(z)
	} else {
		y = cosPoly(z)
	}
	if neg {
		return -y
	}
	return y
}

func Sin(x float64) float64 {
	if x == 0 || x != x {
		return x
	}
	if IsInf(x, 0) {
		return NaN()
	}
	neg := x < 0
	j, z := reduce(Abs(x))
	if j > 3 {
		neg = !neg
		j -= 4
	}
	y := 0.0
	if j == 1 || j == 2 {
		y = cosPoly(z)
	} else {
		y = sinPoly(z)
	}
	if neg {
		return -y
	}
	return y
}

func Sincos(x float64) (sin, cos float64) {
	if x == 0 {
		return x, 1
	}
	return Sin(x), Cos(x)
}

func Tan(x float64) float64 {
	if x == 0 || x != x {
		return x
	}
	if IsInf(x, 0) {
		return NaN()
	}
	j, z := reduce(Abs(x))
	zz := z * z
	y := z
	if zz > 1e-14 {
		y = z + z*(zz*(((-1.30936939181383777646e4*zz)+1.15351664838587416140e6)*zz+-1.79565251976484877988e7)/
			((((zz+1.36812963470692954678e4)*zz+-1.32089234440210967447e6)*zz+2.50083801823357915839e7)*zz+-5.38695755929454629881e7))
	}
	if j&2 == 2 {
		y = -1 / y
	}
	if x < 0 {
		y = -y
	}
	return y
}

// atanPoly is good for [0, 0.66] (Cephes, atan.c).
func atanPoly(x float64) float64 {
	z := x * x
	z = z * ((((-8.750608600031904122785e-01*z+-1.615753718733365076637e+01)*z+-7.500855792314704667340e+01)*z+
		-1.228866684490136173410e+02)*z + -6.485021904942025371773e+01) /
		(((((z+2.485846490142306297962e+01)*z+1.650270098316988542046e+02)*z+4.328810604912902668951e+02)*z+
			4.853903996359136964868e+02)*z + 1.945506571482613964425e+02)
	return x*z + x
}

func Atan(x float64) float64 {
	if x == 0 {
		return x
	}
	const (
		more    = 6.123233995736765886130e-17 // π/2 less its float
		tan3pi8 = 2.41421356237309504880
	)
	a := Abs(x)
	switch {
	case a <= 0.66:
		a = atanPoly(a)
	case a > tan3pi8:
		a = Pi/2 - atanPoly(1/a) + more
	default:
		a = Pi/4 + atanPoly((a-1)/(a+1)) + 0.5*more
	}
	if x > 0 || x != x {
		return a
	}
	return -a
}

func Asin(x float64) float64 {
	if x == 0 {
		return x
	}
	a := Abs(x)
	if !(a <= 1) {
		return NaN()
	}
	t := Sqrt(1 - a*a)
	if a > 0.7 {
		t = Pi/2 - Atan(t/a)
	} else {
		t = Atan(a / t)
	}
	if x < 0 {
		t = -t
	}
	return t
}

func Acos(x float64) float64 { return Pi/2 - Asin(x) }

func Atan2(y, x float64) float64 {
	switch {
	case x != x || y != y:
		return NaN()
	case y == 0:
		if x >= 0 && !Signbit(x) {
			return Copysign(0, y)
		}
		return Copysign(Pi, y)
	case x == 0:
		return Copysign(Pi/2, y)
	case IsInf(x, 0):
		if IsInf(x, 1) {
			if IsInf(y, 0) {
				return Copysign(Pi/4, y)
			}
			return Copysign(0, y)
		}
		if IsInf(y, 0) {
			return Copysign(3*Pi/4, y)
		}
		return Copysign(Pi, y)
	case IsInf(y, 0):
		return Copysign(Pi/2, y)
	}
	q := Atan(y / x)
	if x < 0 {
		if q <= 0 {
			return q + Pi
		}
		return q - Pi
	}
	return q
}

// Sinh and Tanh take rational functions near 0 (Hart and Cheney 2029; Cephes, tanh.c), else exponentials.
func Sinh(x float64) float64 {
	a := Abs(x)
	var t float64
	switch {
	case a > 21:
		t = Exp(a) * 0.5
	case a > 0.5:
		ex := Exp(a)
		t = (ex - 1/ex) * 0.5
	default:
		sq := a * a
		t = (((-0.2630563213397497062819489e+2*sq+-0.2894211355989563807284660366e+4)*sq+-0.8991272022039509355398013511e+5)*sq +
			-0.6307673640497716991184787251e+6) * a
		t /= ((sq+-0.173678953558233699533450911e+3)*sq+0.1521517378790019070696485176e+5)*sq + -0.6307673640497716991212077277e+6
	}
	return Copysign(t, x)
}

func Cosh(x float64) float64 {
	x = Abs(x)
	if x > 21 {
		return Exp(x) * 0.5
	}
	ex := Exp(x)
	return (ex + 1/ex) * 0.5
}

func Tanh(x float64) float64 {
	z := Abs(x)
	switch {
	case z > 0.5*8.8029691931113054295988e+01:
		return Copysign(1, x)
	case z >= 0.625:
		s := Exp(2 * z)
		z = 1 - 2/(s+1)
		return Copysign(z, x)
	case x == 0 || x != x:
		return x
	}
	s := x * x
	return x + x*s*((-9.64399179425052238628e-1*s+-9.92877231001918586564e1)*s+-1.61468768441708447952e3)/
		(((s+1.12811678491632931402e2)*s+2.23548839060100448583e3)*s+4.84406305325125486048e3)
}

// Log1p is log(1+x), by a correction of log's rounded argument.
func Log1p(x float64) float64 {
	switch {
	case x < -1 || x != x:
		return NaN()
	case x == -1:
		return Inf(-1)
	case IsInf(x, 1) || x == 0:
		return x
	case Abs(x) < 0x1p-54:
		return x
	}
	u := 1 + x
	if u == 1 {
		return x
	}
	return Log(u) - ((u-1)-x)/u
}

// Expm1 is exp(x)-1, by Kahan's correction of rounding.
func Expm1(x float64) float64 {
	switch {
	case x == 0 || x != x || IsInf(x, 1):
		return x
	case x < -56*Ln2:
		return -1
	case Abs(x) < 0x1p-54:
		return x
	}
	u := Exp(x)
	if u == 1 {
		return x
	}
	um1 := u - 1
	if um1 == -1 || IsInf(u, 1) {
		return um1
	}
	if Abs(x) > 1 {
		return um1
	}
	return um1 * x / Log(u)
}

func Asinh(x float64) float64 {
	if x != x || IsInf(x, 0) || x == 0 {
		return x
	}
	a := Abs(x)
	var t float64
	switch {
	case a > 1<<28:
		t = Log(a) + Ln2
	case a > 2:
		t = Log(2*a + 1/(Sqrt(a*a+1)+a))
	case a < 0x1p-28:
		t = a
	default:
		t = Log1p(a + a*a/(1+Sqrt(1+a*a)))
	}
	return Copysign(t, x)
}

func Acosh(x float64) float64 {
	switch {
	case x < 1 || x != x:
		return NaN()
	case x == 1:
		return 0
	case x >= 1<<28:
		return Log(x) + Ln2
	case x > 2:
		return Log(2*x - 1/(x+Sqrt(x*x-1)))
	}
	t := x - 1
	return Log1p(t + Sqrt(2*t+t*t))
}

func Atanh(x float64) float64 {
	switch {
	case x < -1 || x > 1 || x != x:
		return NaN()
	case x == 1:
		return Inf(1)
	case x == -1:
		return Inf(-1)
	}
	a := Abs(x)
	switch {
	case a < 0x1p-28:
	case a < 0.5:
		t := a + a
		a = 0.5 * Log1p(t+t*a/(1-a))
	default:
		a = 0.5 * Log1p((a+a)/(1-a))
	}
	return Copysign(a, x)
}
