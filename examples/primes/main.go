// Prime numbers three ways: a sieve in bits, trial division, and Miller and Rabin's test in 128-bit arithmetic.
package main

import (
	"fmt"
	"math/bits"
)

type bitset []uint64

func (b bitset) has(i int) bool { return b[i/64]>>(i%64)&1 != 0 }
func (b bitset) add(i int)      { b[i/64] |= 1 << (i % 64) }

func sieve(n int) (primes []int) {
	composite := make(bitset, n/64+1)
	for i := 2; i <= n; i++ {
		if composite.has(i) {
			continue
		}
		primes = append(primes, i)
		for j := i * i; j <= n; j += i {
			composite.add(j)
		}
	}
	return primes
}

func trial(n uint64) bool {
	if n < 2 {
		return false
	}
	for d := uint64(2); d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return true
}

func mulmod(a, b, m uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	_, r := bits.Div64(hi, lo, m)
	return r
}

func powmod(a, e, m uint64) uint64 {
	r := uint64(1)
	for a %= m; e > 0; e >>= 1 {
		if e&1 == 1 {
			r = mulmod(r, a, m)
		}
		a = mulmod(a, a, m)
	}
	return r
}

func millerRabin(n uint64) bool {
	for _, p := range []uint64{2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37} {
		if n%p == 0 {
			return n == p
		}
	}
	if n < 2 {
		return false
	}
	s := bits.TrailingZeros64(n - 1)
	d := (n - 1) >> s
witness:
	for _, a := range []uint64{2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37} {
		x := powmod(a, d, n)
		if x == 1 || x == n-1 {
			continue
		}
		for i := 1; i < s; i++ {
			if x = mulmod(x, x, n); x == n-1 {
				continue witness
			}
		}
		return false
	}
	return true
}

func main() {
	ps := sieve(2_000_000)
	fmt.Println(len(ps), ps[:12], ps[len(ps)-1])
	count := 0
	for n := uint64(0); n < 20000; n++ {
		if trial(n) != millerRabin(n) {
			fmt.Println("disagreement at", n)
		}
		if trial(n) {
			count++
		}
	}
	fmt.Println(count)
	for n := ^uint64(0); n > ^uint64(0)-200; n-- {
		if millerRabin(n) {
			fmt.Println("prime", n)
		}
	}
}
