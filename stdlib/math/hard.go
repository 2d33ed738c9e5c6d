package math

const (
	ln2Hi = 6.93147180369123816490e-01
	ln2Lo = 1.90821492927058770002e-10
)

// Exp is e**x. x = k*ln 2 + r with |r| <= ln 2 / 2; exp(r) by a rational approximation on r² (fdlibm, e_exp.c: c(r) is a
// polynomial that Remez's algorithm gives, and exp(r) = 1 + r + r*c/(2-c)).
func Exp(x float64) float64 {
	switch {
	case x != x || IsInf(x, 1):
		return x
	case IsInf(x, -1):
		return 0
	case x > 7.09782712893383973096e+02:
		return Inf(1)
	case x < -7.45133219101941108420e+02:
		return 0
	case -0x1p-28 < x && x < 0x1p-28:
		return 1 + x
	}
	k := 0
	if x < 0 {
		k = int(Log2E*x - 0.5)
	} else if x > 0 {
		k = int(Log2E*x + 0.5)
	}
	return expMulti(x-float64(k)*ln2Hi, float64(k)*ln2Lo, k)
}

// Exp2 is 2**x.
func Exp2(x float64) float64 {
	switch {
	case x != x || IsInf(x, 1):
		return x
	case IsInf(x, -1):
		return 0
	case x > 1.02399999999999999999e+03:
		return Inf(1)
	case x < -1.07400000000000000000e+03:
		return 0
	}
	k := 0
	if x > 0 {
		k = int(x + 0.5)
	} else if x < 0 {
		k = int(x - 0.5)
	}
	t := x - float64(k)
	return expMulti(t*ln2Hi, -t*ln2Lo, k)
}

// expMulti is e**(hi-lo) * 2**k.
func expMulti(hi, lo float64, k int) float64 {
	const (
		p1 = 1.66666666666666657415e-01
		p2 = -2.77777777770155933842e-03
		p3 = 6.61375632143793436117e-05
		p4 = -1.65339022054652515390e-06
		p5 = 4.13813679705723846039e-08
	)
	r := hi - lo
	t := r * r
	c := r - t*(p1+t*(p2+t*(p3+t*(p4+t*p5))))
	return Ldexp(1-((lo-(r*c)/(2-c))-hi), k)
}

// Log is the natural logarithm. x = 2**k * (1+f) with √½ <= 1+f < √2; log(1+f) = f - s*(f-R), s = f/(2+f), R a polynomial
// in s² (fdlibm, e_log.c).
func Log(x float64) float64 {
	const (
		l1 = 6.666666666666735130e-01
		l2 = 3.999999999940941908e-01
		l3 = 2.857142874366239149e-01
		l4 = 2.222219843214978396e-01
		l5 = 1.818357216161805012e-01
		l6 = 1.531383769920937332e-01
		l7 = 1.479819860511658591e-01
	)
	switch {
	case x != x || IsInf(x, 1):
		return x
	case x < 0:
		return NaN()
	case x == 0:
		return Inf(-1)
	}
	f, exp := Frexp(x)
	if f < Sqrt2/2 {
		f *= 2
		exp--
	}
	f--
	k := float64(exp)
	s := f / (2 + f)
	s2 := s * s
	s4 := s2 * s2
	r := s2*(l1+s4*(l3+s4*(l5+s4*l7))) + s4*(l2+s4*(l4+s4*l6))
	h := 0.5 * f * f
	return k*ln2Hi - ((h - (s*(h+r) + k*ln2Lo)) - f)
}

func Log10(x float64) float64 { return Log(x) * (1 / Ln10) }

// Log2 is exact for powers of two.
func Log2(x float64) float64 {
	frac, exp := Frexp(x)
	if frac == 0.5 {
		return float64(exp - 1)
	}
	return Log(frac)*(1/Ln2) + float64(exp)
}

func isOddInt(x float64) bool {
	if Abs(x) >= 1<<53 {
		return false
	}
	i, frac := Modf(x)
	return frac == 0 && int64(i)&1 == 1
}

// Pow is x**y: the fraction of y by exp and log, the integer part by repeated squaring of x's mantissa, with exponents apart.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case y == 1:
		return x
	case x != x || y != y:
		return NaN()
	case x == 0:
		switch {
		case y < 0:
			if Signbit(x) && isOddInt(y) {
				return Copysign(Inf(1), x)
			}
			return Inf(1)
		case Signbit(x) && isOddInt(y):
			return x
		}
		return 0
	case IsInf(y, 0):
		switch {
		case x == -1:
			return 1
		case (Abs(x) < 1) == IsInf(y, 1):
			return 0
		}
		return Inf(1)
	case IsInf(x, 0):
		if IsInf(x, -1) {
			if y == Trunc(y) && isOddInt(y) {
				return Copysign(Pow(Inf(1), y), -1)
			}
			return Pow(Inf(1), y)
		}
		if y < 0 {
			return 0
		}
		return Inf(1)
	case y == 0.5:
		return Sqrt(x)
	case y == -0.5:
		return 1 / Sqrt(x)
	}
	yi, yf := Modf(Abs(y))
	if yf != 0 && x < 0 {
		return NaN()
	}
	if yi >= 1<<63 {
		switch {
		case x == -1:
			return 1
		case (Abs(x) < 1) == (y > 0):
			return 0
		}
		return Inf(1)
	}
	// the result is a1 * 2**ae
	a1, ae := 1.0, 0
	if yf != 0 {
		if yf > 0.5 {
			yf--
			yi++
		}
		a1 = Exp(yf * Log(x))
	}
	x1, xe := Frexp(x)
	for i := int64(yi); i != 0; i >>= 1 {
		if xe < -1<<12 || 1<<12 < xe { // overflow or underflow is certain
			ae += xe
			break
		}
		if i&1 == 1 {
			a1 *= x1
			ae += xe
		}
		x1 *= x1
		xe <<= 1
		if x1 < .5 {
			x1 += x1
			xe--
		}
	}
	if y < 0 { // negate the exponent by the reciprocal, which denormals need in this order
		a1 = 1 / a1
		ae = -ae
	}
	return Ldexp(a1, ae)
}

func Pow10(n int) float64 {
	switch {
	case n < -323:
		return 0
	case n > 308:
		return Inf(1)
	}
	if n < 0 {
		return pow10Negative(-n)
	}
	return pow10s[n%32] * pow10s32[n/32]
}

var pow10s = [...]float64{1e00, 1e01, 1e02, 1e03, 1e04, 1e05, 1e06, 1e07, 1e08, 1e09, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
	1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31}
var pow10s32 = [...]float64{1e00, 1e32, 1e64, 1e96, 1e128, 1e160, 1e192, 1e224, 1e256, 1e288}
var pow10n32 = [...]float64{1e-00, 1e-32, 1e-64, 1e-96, 1e-128, 1e-160, 1e-192, 1e-224, 1e-256, 1e-288, 1e-320}

func pow10Negative(n int) float64 { return pow10n32[n/32] / pow10s[n%32] }

// Hypot is √(p² + q²) without overflow on the way.
func Hypot(p, q float64) float64 {
	p, q = Abs(p), Abs(q)
	switch {
	case IsInf(p, 1) || IsInf(q, 1):
		return Inf(1)
	case p != p || q != q:
		return NaN()
	}
	if p < q {
		p, q = q, p
	}
	if p == 0 {
		return 0
	}
	q /= p
	return p * Sqrt(1+q*q)
}

// Cbrt is the cube root: a guess by exponent and a rational function, then one step of Newton's iteration on rounded bits
// (fdlibm, s_cbrt.c).
func Cbrt(x float64) float64 {
	const (
		b1 = 715094163
		b2 = 696219795
		c  = 5.42857142857142815906e-01
		d  = -7.05306122448979611050e-01
		e  = 1.41428571428571436819e+00
		f  = 1.60714285714285720630e+00
		g  = 3.57142857142857150787e-01
	)
	if x == 0 || x != x || IsInf(x, 0) {
		return x
	}
	sign := x
	x = Abs(x)
	t := Float64frombits(Float64bits(x)/3 + b1<<32)
	if x < 0x1p-1022 {

		t = float64(1 << 54)
		t *= x
		t = Float64frombits(Float64bits(t)/3 + b2<<32)
	}
	r := t * t / x
	s := c + r*t
	t *= g + f/(s+e+d/s)
	t = Float64frombits(Float64bits(t)&(0xFFFFFFFFC<<28) + 1<<30)
	s = t * t
	r = x / s
	r = (r - t) / (t + t + r)
	return Copysign(t+t*r, sign)
}
