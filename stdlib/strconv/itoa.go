package strconv

import "math/bits"

const (
	lowerDigits = "0123456789abcdefghijklmnopqrstuvwxyz"
	pairs       = "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869" +
		"707172737475767778798081828384858687888990919293949596979899"
)

// FormatUint writes i in the given base, 2 to 36.
func FormatUint(i uint64, base int) string {
	if base == 10 && i < 100 {
		return small(int(i))
	}
	var buf [64]byte
	return string(buf[formatBits(&buf, i, base):])
}

// FormatInt writes i in the given base, 2 to 36.
func FormatInt(i int64, base int) string {
	if base == 10 && 0 <= i && i < 100 {
		return small(int(i))
	}
	var buf [65]byte
	at := formatSigned(&buf, i, base)
	return string(buf[at:])
}

// Itoa is FormatInt(int64(i), 10).
func Itoa(i int) string { return FormatInt(int64(i), 10) }

// AppendInt appends FormatInt(i, base).
func AppendInt(dst []byte, i int64, base int) []byte {
	if base == 10 && 0 <= i && i < 100 {
		return append(dst, small(int(i))...)
	}
	var buf [65]byte
	at := formatSigned(&buf, i, base)
	return append(dst, buf[at:]...)
}

// AppendUint appends FormatUint(i, base).
func AppendUint(dst []byte, i uint64, base int) []byte {
	if base == 10 && i < 100 {
		return append(dst, small(int(i))...)
	}
	var buf [64]byte
	return append(dst, buf[formatBits(&buf, i, base):]...)
}

// small gives the text of 0 <= i < 100 without allocating.
func small(i int) string {
	if i < 10 {
		return lowerDigits[i : i+1]
	}
	return pairs[2*i : 2*i+2]
}

func formatSigned(buf *[65]byte, i int64, base int) int {
	u := uint64(i)
	if i < 0 {
		u = -u
	}
	at := formatBits((*[64]byte)(buf[1:]), u, base) + 1
	if i < 0 {
		at--
		buf[at] = '-'
	}
	return at
}

// formatBits fills buf from its end and returns where the text starts.
func formatBits(buf *[64]byte, u uint64, base int) int {
	if base < 2 || base > len(lowerDigits) {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
	at := len(buf)
	switch {
	case base == 10:
		for u >= 100 {
			q := u / 100
			r := (u - q*100) * 2
			u = q
			at -= 2
			buf[at+1], buf[at] = pairs[r+1], pairs[r]
		}
		if u >= 10 {
			at--
			buf[at] = pairs[u*2+1]
			u = u / 10
		}
		at--
		buf[at] = '0' + byte(u)
	case base&(base-1) == 0:
		shift := uint(bits.TrailingZeros(uint(base)))
		for {
			at--
			buf[at] = lowerDigits[u&(1<<shift-1)]
			if u >>= shift; u == 0 {
				break
			}
		}
	default:
		b := uint64(base)
		for {
			at--
			q := u / b
			buf[at] = lowerDigits[u-q*b]
			if u = q; u == 0 {
				break
			}
		}
	}
	return at
}

// FormatBool gives "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends FormatBool(b).
func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }

// FormatComplex writes c as (a+bi), its parts by FormatFloat with half of bitSize.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	out := AppendFloat([]byte{'('}, real(c), fmt, prec, bitSize/2)
	at := len(out)
	out = AppendFloat(append(out, '+'), imag(c), fmt, prec, bitSize/2)
	if out[at+1] == '+' || out[at+1] == '-' {
		out = append(out[:at], out[at+1:]...)
	}
	return string(append(out, 'i', ')'))
}
