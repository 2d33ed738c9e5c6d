package main

import (
	"fmt"
	"net/netip"
)

var seeds = []string{"", ".", ":", "::", "%", "1.2.3.4", "01.2.3.4", "1.2.3", "1.2.3.4.5", "1..2.3", "1.2.3.", "256.1.1.1", "1.2.3.4a", "::1", "1::", "::ffff:1.2.3.4", "::ffff:1.2.3.4%eth0", "fe80::1%eth0", "fe80::1%", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1::2:3:4:5:6:7:8", "12345::", "g::", ":1", "1:", "1::2::3", "1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:1.2.3.4", "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3.4", "::1.2.3", "2001:db8::68", "a:0:0:b:0:0:0:c", "a:0:b:0:c:0:d:0", "0:0:0:0:0:0:0:0", "%eth", ":%", "::%a%b", "10.0.0.0/8", "10.1.2.3/33", "::/0", "1::2/129", "1.2.3.4/", "1.2.3.4/08", "1.2.3.4/-1", "1.2.3.4/+1", "::%a/1", "x/1", "[::1]:80", "1.2.3.4:80", "[1.2.3.4]:80", "::1:80", "[::1]", "[::1:80", ":80", "1.2.3.4:", "1.2.3.4:99999", "[fe80::1%x]:9"}

func show(s string) {
	a, err := netip.ParseAddr(s)
	fmt.Printf("%q %v %v %v\n", s, a, err, a.StringExpanded())
	if err == nil {
		b, _ := a.MarshalBinary()
		var c netip.Addr
		fmt.Println(c.UnmarshalBinary(b), c == a, b, a.Next(), a.Prev(), a.Unmap(), a.Zone(), a.BitLen(), a.Is4In6(),
			a.IsLinkLocalUnicast(), a.IsLoopback(), a.IsMulticast(), a.IsInterfaceLocalMulticast(), a.IsLinkLocalMulticast(), a.IsGlobalUnicast(), a.IsPrivate(), a.IsUnspecified())
		for _, n := range []int{-1, 0, 9, 24, 33, 128} {
			p, err := a.Prefix(n)
			q := netip.PrefixFrom(a, n)
			fmt.Print(p, " ", err, " ", q, q.Masked(), q.Contains(a), q.Contains(a.Next()), q.IsSingleIP(), q.IsValid(), q.Bits(), ";")
		}
		fmt.Println()
	}
	p, err := netip.ParsePrefix(s)
	fmt.Println(p, err)
	ap, err := netip.ParseAddrPort(s)
	fmt.Println(ap, err)
	if err == nil {
		t, _ := ap.MarshalText()
		b, _ := ap.MarshalBinary()
		fmt.Println(string(t), b)
	}
}

func main() {
	for _, s := range seeds {
		show(s)
	}
	const chars = "0123456789abcdef::::...%/[]xF"
	state := uint64(12345)
	next := func(n int) int { state = state*6364136223846793005 + 1442695040888963407; return int(state>>33) % n }
	var all []netip.Prefix
	for i := 0; i < 10; i++ {
		b := []byte(seeds[next(len(seeds))])
		for k := next(3); k > 0; k-- {
			c := chars[next(len(chars))]
			if len(b) == 0 || next(2) == 0 {
				at := next(len(b) + 1)
				b = append(b[:at], append([]byte{c}, b[at:]...)...)
			} else if next(2) == 0 {
				b[next(len(b))] = c
			} else {
				at := next(len(b))
				b = append(b[:at], b[at+1:]...)
			}
		}
		show(string(b))
		if p, err := netip.ParsePrefix(string(b)); err == nil {
			all = append(all, p)
		}
	}
	for _, p := range all {
		for _, q := range all {
			fmt.Print(p.Compare(q), p.Overlaps(q), p.Addr().Compare(q.Addr()), " ")
		}
	}
}
