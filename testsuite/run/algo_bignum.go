// Natural numbers of any size in base 10^9: sums, products, powers, division by small numbers.
package main

import (
	"errors"
	"fmt"
	"strings"
)

const base = 1_000_000_000

type nat []uint32 // least significant first, no leading zeros

func fromInt(n uint64) (z nat) {
	for ; n > 0; n /= base {
		z = append(z, uint32(n%base))
	}
	return
}

func parse(s string) (z nat, err error) {
	for len(s) > 0 {
		from := max(0, len(s)-9)
		var d uint32
		for _, c := range []byte(s[from:]) {
			if c < '0' || c > '9' {
				return nil, fmt.Errorf("bad digit %q", c)
			}
			d = d*10 + uint32(c-'0')
		}
		z, s = append(z, d), s[:from]
	}
	return z.trim(), nil
}

func (x nat) trim() nat {
	for len(x) > 0 && x[len(x)-1] == 0 {
		x = x[:len(x)-1]
	}
	return x
}

func (x nat) add(y nat) (z nat) {
	var carry uint32
	for i := 0; i < len(x) || i < len(y) || carry > 0; i++ {
		s := carry
		if i < len(x) {
			s += x[i]
		}
		if i < len(y) {
			s += y[i]
		}
		z, carry = append(z, s%base), s/base
	}
	return
}

func (x nat) mul(y nat) nat {
	z := make(nat, len(x)+len(y))
	for i, a := range x {
		var carry uint64
		for j := 0; j < len(y) || carry > 0; j++ {
			t := uint64(z[i+j]) + carry
			if j < len(y) {
				t += uint64(a) * uint64(y[j])
			}
			z[i+j], carry = uint32(t%base), t/base
		}
	}
	return z.trim()
}

var errZero = errors.New("division by zero")

func (x nat) divmod(d uint32) (q nat, r uint32, err error) {
	if d == 0 {
		return nil, 0, errZero
	}
	q = make(nat, len(x))
	var rest uint64
	for i := len(x) - 1; i >= 0; i-- {
		cur := rest*base + uint64(x[i])
		q[i], rest = uint32(cur/uint64(d)), cur%uint64(d)
	}
	return q.trim(), uint32(rest), nil
}

func (x nat) String() string {
	if len(x) == 0 {
		return "0"
	}
	var b strings.Builder
	fmt.Fprint(&b, x[len(x)-1])
	for i := len(x) - 2; i >= 0; i-- {
		fmt.Fprintf(&b, "%09d", x[i])
	}
	return b.String()
}

func main() {
	f := fromInt(1)
	for i := uint64(2); i <= 50; i++ {
		f = f.mul(fromInt(i))
	}
	fmt.Println(f)
	a, b := fromInt(0), fromInt(1)
	for range 300 {
		a, b = b, a.add(b)
	}
	fmt.Println(a)
	p := fromInt(1)
	for range 200 {
		p = p.add(p)
	}
	q, r, _ := p.divmod(7)
	fmt.Println(p, q, r, q.mul(fromInt(7)).add(fromInt(uint64(r))).String() == p.String())
	n, err := parse("000123456789012345678901234567890")
	fmt.Println(n, len(n), err)
	_, err = parse("12x4")
	_, _, err2 := p.divmod(0)
	fmt.Println(err, err2, errors.Is(err2, errZero), fromInt(0), nat{}.mul(p))
}
