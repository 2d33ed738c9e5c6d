package main

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"strings"
	"time"
)

// A server of names with a few records, asked by UDP and, when it says that the answer is cut off, by TCP.

func packName(name string) []byte {
	var b []byte
	for _, label := range strings.Split(strings.TrimSuffix(name, "."), ".") {
		b = append(append(b, byte(len(label))), label...)
	}
	return append(b, 0)
}

type rr struct {
	kind uint16
	data []byte
}

func u16(v uint16) []byte { return binary.BigEndian.AppendUint16(nil, v) }

var zone = map[string][]rr{
	"one.example.":            {{1, []byte{192, 0, 2, 1}}},
	"both.example.":           {{1, []byte{192, 0, 2, 2}}, {28, net.ParseIP("2001:db8::2")}},
	"alias.example.":          {{5, packName("one.example.")}, {1, []byte{192, 0, 2, 1}}},
	"big.example.":            {{1, []byte{192, 0, 2, 3}}},
	"mail.example.":           {{15, append(u16(20), packName("mx2.example.")...)}, {15, append(u16(10), packName("mx1.example.")...)}},
	"text.example.":           {{16, []byte("\x05hello\x06 world")}, {16, []byte("\x03two")}},
	"ns.example.":             {{2, packName("a.ns.example.")}, {2, packName("b.ns.example.")}},
	"_http._tcp.srv.example.": {{33, append(append(append(u16(1), u16(5)...), u16(8080)...), packName("host.example.")...)}},
	"1.2.0.192.in-addr.arpa.": {{12, packName("one.example.")}},
	"noaddress.example.":      {{16, []byte("\x01x")}},
	"broken.example.":         {},
	"slow.example.":           {},
}

func answer(q []byte, stream bool) []byte {
	name, off := "", 12
	for q[off] != 0 {
		n := int(q[off])
		name += string(q[off+1:off+1+n]) + "."
		off += n + 1
	}
	kind := binary.BigEndian.Uint16(q[off+1:])
	end := off + 5
	b := append([]byte(nil), q[:end]...)
	b[2], b[3] = 0x81, 0x80
	b[10], b[11] = 0, 0
	list, ok := zone[strings.ToLower(name)]
	switch {
	case !ok:
		b[3] |= 3
	case name == "broken.example.":
		b[3] |= 5
	case name == "big.example." && !stream:
		b[2] |= 2
		return b
	}
	n := uint16(0)
	for _, r := range list {
		if r.kind != kind && r.kind != 5 {
			continue
		}
		b = append(b, 0xc0, 12)
		b = append(append(b, u16(r.kind)...), 0, 1, 0, 0, 0, 60)
		b = append(append(b, u16(uint16(len(r.data)))...), r.data...)
		n++
	}
	binary.BigEndian.PutUint16(b[6:], n)
	return b
}

func udpServer(p net.PacketConn) {
	b := make([]byte, 2000)
	for {
		n, from, err := p.ReadFrom(b)
		if err != nil {
			return
		}
		if !strings.Contains(string(b[:n]), "slow") {
			p.WriteTo(answer(b[:n], false), from)
		}
	}
}

func tcpServer(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			defer c.Close()
			head := make([]byte, 2)
			if _, err := io.ReadFull(c, head); err != nil {
				return
			}
			q := make([]byte, binary.BigEndian.Uint16(head))
			io.ReadFull(c, q)
			a := answer(q, true)
			c.Write(append(u16(uint16(len(a))), a...))
		}()
	}
}

// text is an error without the server in it.
func text(err error) string {
	var d *net.DNSError
	if !errors.As(err, &d) {
		return fmt.Sprint(err)
	}
	return fmt.Sprintf("%s: %s notfound=%v timeout=%v", d.Name, d.Err, d.IsNotFound, d.IsTimeout)
}

func main() {
	p, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	go udpServer(p)
	go tcpServer(l)
	r := &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, network, address string) (net.Conn, error) {
		var d net.Dialer
		if strings.HasPrefix(network, "tcp") {
			return d.DialContext(ctx, "tcp", l.Addr().String())
		}
		return d.DialContext(ctx, "udp", p.LocalAddr().String())
	}}
	ctx := context.Background()
	for _, host := range []string{"one.example.", "both.example.", "alias.example.", "big.example.", "none.example.", "noaddress.example.", "192.0.2.77"} {
		list, err := r.LookupHost(ctx, host)
		slices.Sort(list)
		fmt.Println(host, list, text(err))
	}
	ips, err := r.LookupIP(ctx, "ip4", "both.example.")
	fmt.Println(ips, err)
	addrs, err := r.LookupNetIP(ctx, "ip6", "both.example.")
	fmt.Println(addrs, err)
	mx, err := r.LookupMX(ctx, "mail.example.")
	for _, m := range mx {
		fmt.Println(m.Host, m.Pref, err)
	}
	txt, err := r.LookupTXT(ctx, "text.example.")
	fmt.Printf("%q %v\n", txt, err)
	ns, err := r.LookupNS(ctx, "ns.example.")
	for _, n := range ns {
		fmt.Println(n.Host, err)
	}
	cname, srv, err := r.LookupSRV(ctx, "http", "tcp", "srv.example.")
	fmt.Println(cname, *srv[0], err)
	names, err := r.LookupAddr(ctx, "192.0.2.1")
	fmt.Println(names, err)
	cname, err = r.LookupCNAME(ctx, "one.example.")
	fmt.Println(cname, err)
	short, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	_, err = r.LookupHost(short, "slow.example.")
	cancel()
	var d *net.DNSError
	fmt.Println(errors.As(err, &d) && d.IsTimeout, errors.Is(err, context.DeadlineExceeded))
	dialer := net.Dialer{Resolver: r, Timeout: 5 * time.Second}
	_, err = dialer.Dial("tcp", "none.example.:80")
	fmt.Println(text(err))
}
