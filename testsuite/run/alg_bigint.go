// Arbitrary precision arithmetic on slices: factorials, Fibonacci, division, powers; carries through all widths.
package main

import "fmt"

type nat []uint32

func fromInt(x uint64) nat { return nat{uint32(x), uint32(x >> 32)}.norm() }

func (a nat) norm() nat {
	for len(a) > 0 && a[len(a)-1] == 0 {
		a = a[:len(a)-1]
	}
	return a
}

func (a nat) add(b nat) nat {
	if len(a) < len(b) {
		a, b = b, a
	}
	out := make(nat, len(a)+1)
	var c uint64
	for i := range a {
		c += uint64(a[i])
		if i < len(b) {
			c += uint64(b[i])
		}
		out[i] = uint32(c)
		c >>= 32
	}
	out[len(a)] = uint32(c)
	return out.norm()
}

func (a nat) sub(b nat) nat {
	out := append(nat(nil), a...)
	var borrow int64
	for i := range out {
		d := int64(out[i]) + borrow
		if i < len(b) {
			d -= int64(b[i])
		}
		out[i] = uint32(d)
		borrow = d >> 32
	}
	return out.norm()
}

func (a nat) mul(b nat) nat {
	out := make(nat, len(a)+len(b))
	for i, x := range a {
		var c uint64
		for j, y := range b {
			c += uint64(x)*uint64(y) + uint64(out[i+j])
			out[i+j], c = uint32(c), c>>32
		}
		out[i+len(b)] = uint32(c)
	}
	return out.norm()
}

func (a nat) cmp(b nat) int {
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	for i := len(a) - 1; i >= 0; i-- {
		switch {
		case a[i] < b[i]:
			return -1
		case a[i] > b[i]:
			return 1
		}
	}
	return 0
}

func (a nat) shl1(bit uint32) nat {
	out := make(nat, 0, len(a)+1)
	for _, x := range a {
		out = append(out, x<<1|bit)
		bit = x >> 31
	}
	return append(out, bit).norm()
}

func (a nat) divmod(b nat) (q, r nat) {
	q = make(nat, len(a))
	for i := len(a)*32 - 1; i >= 0; i-- {
		r = r.shl1(a[i/32] >> (i % 32) & 1)
		if r.cmp(b) >= 0 {
			r = r.sub(b)
			q[i/32] |= 1 << (i % 32)
		}
	}
	return q.norm(), r
}

func (a nat) small(d uint32) (q nat, r uint32) {
	q = make(nat, len(a))
	var c uint64
	for i := len(a) - 1; i >= 0; i-- {
		c = c<<32 | uint64(a[i])
		q[i] = uint32(c / uint64(d))
		c %= uint64(d)
	}
	return q.norm(), uint32(c)
}

func (a nat) String() string {
	if len(a) == 0 {
		return "0"
	}
	s := ""
	for len(a) > 0 {
		var r uint32
		a, r = a.small(1e9)
		if len(a) > 0 {
			s = fmt.Sprintf("%09d", r) + s
		} else {
			s = fmt.Sprint(r) + s
		}
	}
	return s
}

func powmod(b, e, m nat) nat {
	r := fromInt(1)
	for i := range len(e) * 32 {
		if e[i/32]>>(i%32)&1 == 1 {
			_, r = r.mul(b).divmod(m)
		}
		_, b = b.mul(b).divmod(m)
	}
	return r
}

func main() {
	f := fromInt(1)
	for i := uint64(2); i <= 60; i++ {
		f = f.mul(fromInt(i))
	}
	fmt.Println(f)
	a, b := fromInt(0), fromInt(1)
	for range 400 {
		a, b = b, a.add(b)
	}
	fmt.Println(a, len(a))
	q, r := f.divmod(a.sub(fromInt(1)))
	fmt.Println(q, r, q.mul(a.sub(fromInt(1))).add(r).cmp(f))
	m := fromInt(1).add(nat{0, 0, 0, 1 << 31})
	fmt.Println(m, powmod(fromInt(3), m.sub(fromInt(1)), m), powmod(fromInt(2), fromInt(1<<40+7), fromInt(1<<61-1)))
	fmt.Println(f.sub(f), fromInt(1<<63).add(fromInt(1<<63)), fromInt(0).mul(f))
}
