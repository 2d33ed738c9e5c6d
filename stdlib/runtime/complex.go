package runtime

func isnan(f float64) bool { return f != f }
func isinf(f float64) bool { return !isnan(f) && isnan(f-f) }

// unit is 1 for an infinity and 0 for anything else, with f's sign.
func unit(f float64) float64 {
	r := 0.0
	if isinf(f) {
		r = 1
	}
	if f < 0 || (f == 0 && 1/f < 0) {
		r = -r
	}
	return r
}

// complex128div is what x / y of complex numbers calls: Smith's method, and the cases of C99's annex G where it gives NaN for
// what should be an infinity or zero.
func complex128div(x, y complex128) complex128 {
	a, b, c, d := real(x), imag(x), real(y), imag(y)
	abs := func(f float64) float64 {
		if f < 0 {
			return -f
		}
		return f
	}
	var re, im float64
	if abs(c) >= abs(d) {
		q := d / c
		n := c + q*d
		re, im = (a+b*q)/n, (b-a*q)/n
	} else {
		q := c / d
		n := d + q*c
		re, im = (a*q+b)/n, (b*q-a)/n
	}
	if !isnan(re) || !isnan(im) {
		return complex(re, im)
	}
	zero := 0.0
	inf := 1 / zero
	finite := func(u, v float64) bool { return !isnan(u-u) && !isnan(v-v) }
	switch {
	case c == 0 && d == 0 && (!isnan(a) || !isnan(b)):
		if 1/c < 0 {
			inf = -inf
		}
		re, im = inf*a, inf*b
	case (isinf(a) || isinf(b)) && finite(c, d):
		a, b = unit(a), unit(b)
		re, im = inf*(a*c+b*d), inf*(b*c-a*d)
	case (isinf(c) || isinf(d)) && finite(a, b):
		c, d = unit(c), unit(d)
		re, im = zero*(a*c+b*d), zero*(b*c-a*d)
	}
	return complex(re, im)
}
