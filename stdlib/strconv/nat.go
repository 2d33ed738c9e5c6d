package strconv

// nat is a natural number of 32-bit digits, least significant first, without leading zeros: the exact arithmetic behind
// formatting to many digits and parsing close to the middle of two floats. At most about 2,600 bits (5^1074 * 2^53) times
// the digits of a long input.
type nat []uint32

func natFrom(x uint64) nat {
	n := make(nat, 0, 48)
	for ; x != 0; x >>= 32 {
		n = append(n, uint32(x))
	}
	return n
}

// mulAdd returns n*m + a.
func (n nat) mulAdd(m, a uint32) nat {
	carry := uint64(a)
	for i, d := range n {
		carry += uint64(d) * uint64(m)
		n[i] = uint32(carry)
		carry >>= 32
	}
	if carry != 0 {
		n = append(n, uint32(carry))
	}
	return n
}

// mulPow5 returns n * 5^k.
func (n nat) mulPow5(k int) nat {
	const step, pow = 13, 1220703125
	for ; k >= step; k -= step {
		n = n.mulAdd(pow, 0)
	}
	for ; k > 0; k-- {
		n = n.mulAdd(5, 0)
	}
	return n
}

// shl returns n << k.
func (n nat) shl(k uint) nat {
	if len(n) == 0 {
		return n
	}
	words, bits := int(k/32), k%32
	out := make(nat, len(n)+words+1)
	for i, d := range n {
		wide := uint64(d) << bits
		out[i+words] |= uint32(wide)
		out[i+words+1] = uint32(wide >> 32)
	}
	if out[len(out)-1] == 0 {
		out = out[:len(out)-1]
	}
	return out
}

func (n nat) cmp(m nat) int {
	if len(n) != len(m) {
		if len(n) < len(m) {
			return -1
		}
		return 1
	}
	for i := len(n) - 1; i >= 0; i-- {
		if n[i] != m[i] {
			if n[i] < m[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// divSmall divides n in place and returns quotient and remainder.
func (n nat) divSmall(d uint32) (nat, uint32) {
	rem := uint64(0)
	for i := len(n) - 1; i >= 0; i-- {
		rem = rem<<32 | uint64(n[i])
		n[i] = uint32(rem / uint64(d))
		rem %= uint64(d)
	}
	for len(n) > 0 && n[len(n)-1] == 0 {
		n = n[:len(n)-1]
	}
	return n, uint32(rem)
}

// digits returns n in decimal, without leading zeros ("" for 0). n is used up.
func (n nat) digits() []byte {
	buf := make([]byte, len(n)*10)
	at := len(buf)
	for len(n) > 0 {
		var low uint32
		n, low = n.divSmall(1e9)
		for i := 0; i < 9 && (low != 0 || len(n) > 0); i++ {
			at--
			buf[at] = '0' + byte(low%10)
			low /= 10
		}
	}
	return buf[at:]
}
