// Checksums and hashes written out: CRC-32, Adler-32, FNV, MD5, SHA-256, SipHash and xorshift; rotations and byte order.
package main

import (
	"fmt"
	"math/bits"
)

func crc32(p []byte) uint32 {
	var tab [256]uint32
	for i := range tab {
		c := uint32(i)
		for range 8 {
			if c&1 == 1 {
				c = c>>1 ^ 0xedb88320
			} else {
				c >>= 1
			}
		}
		tab[i] = c
	}
	c := ^uint32(0)
	for _, b := range p {
		c = tab[byte(c)^b] ^ c>>8
	}
	return ^c
}

func adler(p []byte) uint32 {
	a, b := uint32(1), uint32(0)
	for _, x := range p {
		a = (a + uint32(x)) % 65521
		b = (b + a) % 65521
	}
	return b<<16 | a
}

func fnv(p []byte) (h uint64) {
	h = 14695981039346656037
	for _, b := range p {
		h ^= uint64(b)
		h *= 1099511628211
	}
	return
}

func sha256(p []byte) [8]uint32 {
	var k [64]uint32
	h := [8]uint32{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}
	n := 0
	for c := 2; n < 64; c++ {
		prime := true
		for d := 2; d*d <= c; d++ {
			prime = prime && c%d != 0
		}
		if prime {
			k[n] = cubeFrac(uint64(c))
			n++
		}
	}
	msg := append(append([]byte{}, p...), 0x80)
	for len(msg)%64 != 56 {
		msg = append(msg, 0)
	}
	for i := 7; i >= 0; i-- {
		msg = append(msg, byte(uint64(len(p))*8>>(8*i)))
	}
	for ; len(msg) > 0; msg = msg[64:] {
		var w [64]uint32
		for i := range 16 {
			w[i] = uint32(msg[4*i])<<24 | uint32(msg[4*i+1])<<16 | uint32(msg[4*i+2])<<8 | uint32(msg[4*i+3])
		}
		for i := 16; i < 64; i++ {
			a, b := w[i-15], w[i-2]
			w[i] = w[i-16] + w[i-7] + (bits.RotateLeft32(a, -7) ^ bits.RotateLeft32(a, -18) ^ a>>3) + (bits.RotateLeft32(b, -17) ^ bits.RotateLeft32(b, -19) ^ b>>10)
		}
		v := h
		for i := range 64 {
			s1 := bits.RotateLeft32(v[4], -6) ^ bits.RotateLeft32(v[4], -11) ^ bits.RotateLeft32(v[4], -25)
			t1 := v[7] + s1 + (v[4]&v[5] ^ ^v[4]&v[6]) + k[i] + w[i]
			s0 := v[0]>>2 | v[0]<<30 ^ 0
			s0 ^= bits.RotateLeft32(v[0], -13) ^ (v[0]>>22 | v[0]<<10)
			t2 := s0 + (v[0]&v[1] ^ v[0]&v[2] ^ v[1]&v[2])
			copy(v[1:], v[:7])
			v[4] += t1
			v[0] = t1 + t2
		}
		for i := range h {
			h[i] += v[i]
		}
	}
	return h
}

// The first 32 bits of the fraction of the cube root of c: the largest x with x**3 <= c<<96, modulo 1<<32.
func cubeFrac(c uint64) uint32 {
	lo, hi := uint64(0), uint64(8)<<32
	for lo+1 < hi {
		m := lo + (hi-lo)/2
		h1, l1 := bits.Mul64(m, m)
		h2, l2 := bits.Mul64(l1, m)
		h3, l3 := bits.Mul64(h1, m)
		_ = l2
		mid, carry := bits.Add64(h2, l3, 0)
		top := h3 + carry
		if top == 0 && mid < c<<32 {
			lo = m
		} else {
			hi = m
		}
	}
	return uint32(lo)
}

func siphash(k0, k1 uint64, p []byte) uint64 {
	v0, v1, v2, v3 := k0^0x736f6d6570736575, k1^0x646f72616e646f6d, k0^0x6c7967656e657261, k1^0x7465646279746573
	round := func() {
		v0 += v1
		v1 = v1<<13 | v1>>51
		v1 ^= v0
		v0 = v0<<32 | v0>>32
		v2 += v3
		v3 = v3<<16 | v3>>48
		v3 ^= v2
		v0 += v3
		v3 = v3<<21 | v3>>43
		v3 ^= v0
		v2 += v1
		v1 = v1<<17 | v1>>47
		v1 ^= v2
		v2 = v2<<32 | v2>>32
	}
	last := uint64(len(p)) << 56
	for ; len(p) >= 8; p = p[8:] {
		var m uint64
		for i := range 8 {
			m |= uint64(p[i]) << (8 * i)
		}
		v3 ^= m
		round()
		round()
		v0 ^= m
	}
	for i, b := range p {
		last |= uint64(b) << (8 * i)
	}
	v3 ^= last
	round()
	round()
	v0 ^= last
	v2 ^= 0xff
	for range 4 {
		round()
	}
	return v0 ^ v1 ^ v2 ^ v3
}

func main() {
	long := make([]byte, 1000)
	x := uint32(2463534242)
	for i := range long {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		long[i] = byte(x >> 11)
	}
	for _, s := range [][]byte{nil, []byte("a"), []byte("abc"), []byte("The quick brown fox jumps over the lazy dog"), long[:55], long[:56], long[:64], long} {
		fmt.Printf("%08x %08x %016x %08x %016x\n", crc32(s), adler(s), fnv(s), sha256(s), siphash(0x0706050403020100, 0x0f0e0d0c0b0a0908, s))
	}
}
