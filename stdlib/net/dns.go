package net

import (
	"cmp"
	"context"
	"errors"
	"io"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"
)

// The client side of RFC 1035: one question by UDP, again by TCP when the answer was cut off.

const (
	typeA     = 1
	typeNS    = 2
	typeCNAME = 5
	typePTR   = 12
	typeMX    = 15
	typeTXT   = 16
	typeAAAA  = 28
	typeSRV   = 33

	nameError  = 3
	truncated  = 1 << 9
	isResponse = 1 << 15
)

type MX struct {
	Host string
	Pref uint16
}

type NS struct{ Host string }

type SRV struct {
	Target                 string
	Port, Priority, Weight uint16
}

// resolvConf is /etc/resolv.conf.
type resolvConf struct {
	servers, search []string
	ndots, attempts int
	timeout         time.Duration
}

func readConf() *resolvConf {
	c := &resolvConf{ndots: 1, attempts: 2, timeout: 5 * time.Second}
	fields("/etc/resolv.conf", "#;", func(f []string) bool {
		switch f[0] {
		case "nameserver":
			if len(f) > 1 && len(c.servers) < 3 {
				if _, err := netip.ParseAddr(f[1]); err == nil {
					c.servers = append(c.servers, JoinHostPort(f[1], "53"))
				}
			}
		case "domain", "search":
			c.search = nil
			for _, s := range f[1:] {
				c.search = append(c.search, strings.TrimSuffix(s, ".")+".")
			}
		case "options":
			for _, o := range f[1:] {
				key, value, _ := strings.Cut(o, ":")
				n, err := strconv.Atoi(value)
				switch {
				case err != nil:
				case key == "ndots":
					c.ndots = min(max(n, 0), 15)
				case key == "timeout":
					c.timeout = time.Duration(max(n, 1)) * time.Second
				case key == "attempts":
					c.attempts = max(n, 1)
				}
			}
		}
		return true
	})
	if len(c.servers) == 0 {
		c.servers = []string{"127.0.0.1:53", "[::1]:53"}
	}
	return c
}

// names are what to ask for, in order.
func (c *resolvConf) names(name string) []string {
	if strings.HasSuffix(name, ".") {
		return []string{name}
	}
	var list []string
	for _, s := range c.search {
		if s != "." && len(name)+1+len(s) <= 254 {
			list = append(list, name+"."+s)
		}
	}
	if strings.Count(name, ".") >= c.ndots {
		return append([]string{name + "."}, list...)
	}
	return append(list, name+".")
}

// domainName says whether s can be one.
func domainName(s string) bool {
	s = strings.TrimSuffix(s, ".")
	if s == "" || len(s) > 253 {
		return false
	}
	letters := false
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for i := 0; i < len(label); i++ {
			c := label[i]
			switch {
			case 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_':
				letters = true
			case c == '-' || '0' <= c && c <= '9':
			default:
				return false
			}
		}
	}
	return letters || strings.Contains(s, "-")
}

// ---- messages ----

type record struct {
	name  string
	kind  uint16
	msg   []byte // all of the message
	start int    // of the data, which msg[:end] ends
	end   int
}

func put16(b []byte, v uint16) []byte { return append(b, byte(v>>8), byte(v)) }
func get16(b []byte) uint16           { return uint16(b[0])<<8 | uint16(b[1]) }

//go:linkname random runtime.fastrand64
func random() uint64

func question(id uint16, name string, kind uint16) []byte {
	b := put16(nil, id)
	b = append(b, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0) // recursion desired, one question
	for label := range strings.SplitSeq(strings.TrimSuffix(name, "."), ".") {
		b = append(append(b, byte(len(label))), label...)
	}
	return put16(put16(append(b, 0), kind), 1)
}

var errMessage = errors.New("cannot unmarshal DNS message")

// readName reads a name at off; next is where the message goes on.
func readName(msg []byte, off int) (name string, next int, err error) {
	var b []byte
	next = -1
	for jumps := 0; ; {
		if off >= len(msg) {
			return "", 0, errMessage
		}
		n := int(msg[off])
		off++
		switch {
		case n == 0:
			if next < 0 {
				next = off
			}
			if len(b) == 0 {
				b = []byte(".")
			}
			return string(b), next, nil
		case n < 64 && off+n <= len(msg):
			b = append(append(b, msg[off:off+n]...), '.')
			off += n
		case n >= 0xc0 && off < len(msg) && jumps < 10:
			if next < 0 {
				next = off + 1
			}
			off = (n&0x3f)<<8 | int(msg[off])
			jumps++
		default:
			return "", 0, errMessage
		}
	}
}

// answers checks that msg is the answer to a question and gives its records.
func answers(msg, asked []byte) (list []record, code int, err error) {
	if len(msg) < len(asked) || get16(msg[2:])&isResponse == 0 || get16(msg[4:]) != 1 {
		return nil, 0, errMessage
	}
	if !strings.EqualFold(string(msg[12:len(asked)]), string(asked[12:])) {
		return nil, 0, errMessage
	}
	off := len(asked)
	for range get16(msg[6:]) {
		name, next, err := readName(msg, off)
		if err != nil || next+10 > len(msg) {
			return nil, 0, errMessage
		}
		n := int(get16(msg[next+8:]))
		r := record{name, get16(msg[next:]), msg, next + 10, next + 10 + n}
		if r.end > len(msg) {
			return nil, 0, errMessage
		}
		list = append(list, r)
		off = r.end
	}
	return list, int(msg[3] & 15), nil
}

func (r *Resolver) dial(ctx context.Context, network, server string) (Conn, error) {
	if r.Dial != nil {
		return r.Dial(ctx, network, server)
	}
	var d Dialer
	return d.DialContext(ctx, network, server)
}

// byStream sends a question with its length before it, and reads such an answer.
func byStream(c Conn, q []byte) ([]byte, error) {
	if _, err := c.Write(append(put16(nil, uint16(len(q))), q...)); err != nil {
		return nil, err
	}
	head := make([]byte, 2)
	if _, err := io.ReadFull(c, head); err != nil {
		return nil, err
	}
	msg := make([]byte, get16(head))
	_, err := io.ReadFull(c, msg)
	return msg, err
}

// byPacket skips what is no answer to the question.
func byPacket(c Conn, q []byte) ([]byte, error) {
	if _, err := c.Write(q); err != nil {
		return nil, err
	}
	b := make([]byte, 1232)
	for {
		n, err := c.Read(b)
		if err != nil {
			return nil, err
		}
		if n >= 12 && get16(b) == get16(q) && get16(b[2:])&isResponse != 0 {
			return b[:n], nil
		}
	}
}

// exchange asks one server.
func (r *Resolver) exchange(ctx context.Context, server, name string, kind uint16, timeout time.Duration) ([]record, int, error) {
	q := question(uint16(random()), name, kind)
	limit := time.Now().Add(timeout)
	if d, ok := ctx.Deadline(); ok && d.Before(limit) {
		limit = d
	}
	for _, network := range []string{"udp", "tcp"} {
		ctx, cancel := context.WithDeadline(ctx, limit)
		c, err := r.dial(ctx, network, server)
		cancel()
		if err != nil {
			return nil, 0, err
		}
		c.SetDeadline(limit)
		_, packets := c.(PacketConn)
		var msg []byte
		if packets {
			msg, err = byPacket(c, q)
		} else {
			msg, err = byStream(c, q)
		}
		c.Close()
		if err != nil {
			return nil, 0, mapped(err)
		}
		if packets && get16(msg[2:])&truncated != 0 {
			continue
		}
		return answers(msg, q)
	}
	return nil, 0, errors.New("no answer from DNS server")
}

// ask asks the servers one by one for the records of one name.
func (r *Resolver) ask(ctx context.Context, c *resolvConf, name string, kind uint16) (list []record, server string, err error) {
	for range c.attempts {
		for _, server = range c.servers {
			var code int
			list, code, err = r.exchange(ctx, server, name, kind, c.timeout)
			e := &DNSError{Name: strings.TrimSuffix(name, "."), Server: server}
			switch {
			case err == nil && code == nameError, err == nil && code == 0 && !slices.ContainsFunc(list, func(r record) bool { return r.kind == kind }):
				e.Err, e.IsNotFound = "no such host", true
				return nil, server, e
			case err == nil && code == 0:
				return list, server, nil
			case err == nil:
				e.Err, e.IsTemporary = "server misbehaving", code == 2
			default:
				t, ok := err.(Error)
				e.UnwrapErr, e.Err, e.IsTimeout = err, err.Error(), ok && t.Timeout()
				e.IsTemporary = ok
			}
			err = e
			if cerr := ctx.Err(); cerr != nil {
				e.UnwrapErr, e.Err, e.IsTimeout = mapped(cerr), mapped(cerr).Error(), cerr == context.DeadlineExceeded
				return nil, server, e
			}
		}
	}
	return nil, server, err
}

// lookup asks for name and, if it is not there, for what the search list makes of it.
func (r *Resolver) lookup(ctx context.Context, name string, kind uint16) (list []record, err error) {
	if !domainName(name) {
		return nil, noSuchHost(name)
	}
	c := readConf()
	for _, full := range c.names(name) {
		if list, _, err = r.ask(ctx, c, full, kind); err == nil {
			break
		}
		e := err.(*DNSError)
		e.Name = name
		if !e.IsNotFound && !e.IsTemporary && !e.IsTimeout {
			break
		}
	}
	return list, err
}

func (r *Resolver) askAddrs(ctx context.Context, network, host string) (addrs []IPAddr, err error) {
	kinds := []uint16{typeA, typeAAAA}
	switch {
	case strings.HasSuffix(network, "4"):
		kinds = kinds[:1]
	case strings.HasSuffix(network, "6"):
		kinds = kinds[1:]
	}
	type result struct {
		list []record
		err  error
	}
	results := make(chan result, len(kinds))
	for _, k := range kinds {
		go func() {
			list, err := r.lookup(ctx, host, k)
			results <- result{list, err}
		}()
	}
	for range kinds {
		got := <-results
		if got.err != nil && (err == nil || !got.err.(*DNSError).IsNotFound) {
			err = got.err
		}
		for _, rec := range got.list {
			if n := rec.end - rec.start; rec.kind == typeA && n == 4 || rec.kind == typeAAAA && n == 16 {
				addrs = append(addrs, IPAddr{IP: IP(rec.msg[rec.start:rec.end]).To16()})
			}
		}
	}
	if len(addrs) > 0 {
		return addrs, nil
	}
	return nil, err
}

// ---- other records ----

func (r *Resolver) each(ctx context.Context, name string, kind uint16, f func(rec record) error) error {
	list, err := r.lookup(ctx, name, kind)
	for _, rec := range list {
		if rec.kind != kind {
			continue
		}
		if err := f(rec); err != nil {
			return &DNSError{Err: err.Error(), Name: name}
		}
	}
	return err
}

func (r *Resolver) LookupMX(ctx context.Context, name string) (list []*MX, err error) {
	err = r.each(ctx, name, typeMX, func(rec record) error {
		if rec.end-rec.start < 3 {
			return errMessage
		}
		host, _, err := readName(rec.msg, rec.start+2)
		list = append(list, &MX{host, get16(rec.msg[rec.start:])})
		return err
	})
	slices.SortStableFunc(list, func(a, b *MX) int { return cmp.Compare(a.Pref, b.Pref) })
	return list, err
}

func (r *Resolver) LookupNS(ctx context.Context, name string) (list []*NS, err error) {
	err = r.each(ctx, name, typeNS, func(rec record) error {
		host, _, err := readName(rec.msg, rec.start)
		list = append(list, &NS{host})
		return err
	})
	return list, err
}

func (r *Resolver) LookupTXT(ctx context.Context, name string) (list []string, err error) {
	err = r.each(ctx, name, typeTXT, func(rec record) error {
		text := ""
		for b := rec.msg[rec.start:rec.end]; len(b) > 0; {
			n := int(b[0]) + 1
			if n > len(b) {
				return errMessage
			}
			text += string(b[1:n])
			b = b[n:]
		}
		list = append(list, text)
		return nil
	})
	return list, err
}

// LookupSRV asks for _service._proto.name, or for name when both are empty. The order within a priority is the servers'.
func (r *Resolver) LookupSRV(ctx context.Context, service, proto, name string) (cname string, list []*SRV, err error) {
	target := name
	if service != "" || proto != "" {
		target = "_" + service + "._" + proto + "." + name
	}
	err = r.each(ctx, target, typeSRV, func(rec record) error {
		if rec.end-rec.start < 7 {
			return errMessage
		}
		host, _, err := readName(rec.msg, rec.start+6)
		d := rec.msg[rec.start:]
		list = append(list, &SRV{Target: host, Priority: get16(d), Weight: get16(d[2:]), Port: get16(d[4:])})
		cname = rec.name
		return err
	})
	slices.SortStableFunc(list, func(a, b *SRV) int { return cmp.Compare(a.Priority, b.Priority) })
	return cname, list, err
}

func (r *Resolver) LookupCNAME(ctx context.Context, host string) (string, error) {
	if _, canonical := hostsOf(host); canonical != "" {
		return canonical, nil
	}
	list, err := r.lookup(ctx, host, typeA)
	if err != nil {
		list, err = r.lookup(ctx, host, typeAAAA)
	}
	for _, rec := range list {
		if rec.kind == typeA || rec.kind == typeAAAA {
			return rec.name, nil
		}
	}
	return "", err
}

// reversed is the name that stands for an address.
func reversed(a netip.Addr) string {
	s := ""
	if b := a.AsSlice(); a.Is4() {
		for _, x := range b {
			s = strconv.Itoa(int(x)) + "." + s
		}
		return s + "in-addr.arpa."
	}
	b := a.As16()
	for _, x := range b {
		s = string(hexDigit[x&15]) + "." + string(hexDigit[x>>4]) + "." + s
	}
	return s + "ip6.arpa."
}

func (r *Resolver) LookupAddr(ctx context.Context, addr string) (names []string, err error) {
	a, err := netip.ParseAddr(addr)
	if err != nil {
		return nil, &DNSError{Err: "unrecognized address", Name: addr}
	}
	if names = namesOf(a); len(names) > 0 {
		return names, nil
	}
	err = r.each(ctx, reversed(a.Unmap()), typePTR, func(rec record) error {
		host, _, err := readName(rec.msg, rec.start)
		names = append(names, host)
		return err
	})
	if e, ok := err.(*DNSError); ok {
		e.Name = addr
	}
	return names, err
}

func LookupMX(name string) ([]*MX, error) {
	return DefaultResolver.LookupMX(context.Background(), name)
}
func LookupNS(name string) ([]*NS, error) {
	return DefaultResolver.LookupNS(context.Background(), name)
}
func LookupTXT(name string) ([]string, error) {
	return DefaultResolver.LookupTXT(context.Background(), name)
}
func LookupSRV(service, proto, name string) (cname string, addrs []*SRV, err error) {
	return DefaultResolver.LookupSRV(context.Background(), service, proto, name)
}
func LookupCNAME(host string) (cname string, err error) {
	return DefaultResolver.LookupCNAME(context.Background(), host)
}
func LookupAddr(addr string) (names []string, err error) {
	return DefaultResolver.LookupAddr(context.Background(), addr)
}
