package net

import (
	"context"
	"net/netip"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A Resolver finds addresses of names and names of addresses: in /etc/hosts, then by asking the servers of /etc/resolv.conf.
type Resolver struct {
	PreferGo     bool
	StrictErrors bool
	Dial         func(ctx context.Context, network, address string) (Conn, error)
}

var DefaultResolver = &Resolver{}

func noSuchHost(name string) error {
	return &DNSError{Err: "no such host", Name: name, IsNotFound: true}
}

// ---- ports ----

// services are known even without /etc/services.
var services = map[string]int{"tcp/domain": 53, "udp/domain": 53, "tcp/ftp": 21, "tcp/ftps": 990, "tcp/gopher": 70, "tcp/http": 80,
	"tcp/https": 443, "udp/https": 443, "tcp/imap2": 143, "tcp/imap3": 220, "tcp/imaps": 993, "tcp/pop3": 110, "tcp/pop3s": 995,
	"tcp/smtp": 25, "tcp/submissions": 465, "tcp/ssh": 22, "tcp/telnet": 23}

// fields calls f with the fields of each line of a file, comments left out, until f says false.
func fields(file, comments string, f func(list []string) bool) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(b)) {
		if i := strings.IndexAny(line, comments); i >= 0 {
			line = line[:i]
		}
		if list := strings.Fields(line); len(list) > 0 && !f(list) {
			break
		}
	}
	return nil
}

func servicePort(network, service string) (port int, found bool) {
	if port, found = services[network+"/"+service]; found {
		return port, true
	}
	fields("/etc/services", "#", func(list []string) bool {
		if len(list) < 2 {
			return true
		}
		num, proto, _ := strings.Cut(list[1], "/")
		if proto != network || !slices.Contains(list, service) || service == list[1] {
			return true
		}
		n, err := strconv.Atoi(num)
		port, found = n, err == nil
		return !found
	})
	return port, found
}

func (r *Resolver) LookupPort(ctx context.Context, network, service string) (port int, err error) {
	if service == "" {
		return 0, nil
	}
	if n, err := strconv.Atoi(service); err == nil || strings.Trim(service[1:], "0123456789") == "" && service[0] <= '9' {
		if err != nil || n < 0 || n > 65535 {
			return 0, &AddrError{Err: "invalid port", Addr: service}
		}
		return n, nil
	}
	kinds := []string{strings.TrimRight(network, "46")}
	switch network {
	case "tcp", "tcp4", "tcp6", "udp", "udp4", "udp6":
	case "ip", "":
		kinds = []string{"tcp", "udp"}
	default:
		return 0, &AddrError{Err: "unknown network", Addr: network}
	}
	for _, k := range kinds {
		if port, found := servicePort(k, strings.ToLower(service)); found {
			return port, nil
		}
	}
	return 0, &DNSError{Err: "unknown port", Name: network + "/" + service, IsNotFound: true}
}

func LookupPort(network, service string) (port int, err error) {
	return DefaultResolver.LookupPort(context.Background(), network, service)
}

// ---- hosts ----

func hostsOf(name string) (list []IPAddr, canonical string) {
	name = strings.ToLower(strings.TrimSuffix(name, "."))
	fields("/etc/hosts", "#", func(f []string) bool {
		a, err := netip.ParseAddr(f[0])
		if err != nil {
			return true
		}
		for _, host := range f[1:] {
			if strings.ToLower(strings.TrimSuffix(host, ".")) == name {
				list = append(list, IPAddr{IP: sixteen(a), Zone: a.Zone()})
				if canonical == "" {
					canonical = f[1] + "."
				}
				break
			}
		}
		return true
	})
	return list, canonical
}

func namesOf(addr netip.Addr) (names []string) {
	fields("/etc/hosts", "#", func(f []string) bool {
		if a, err := netip.ParseAddr(f[0]); err == nil && a == addr {
			names = append(names, f[1:]...)
		}
		return true
	})
	return names
}

func sixteen(a netip.Addr) IP {
	b := a.As16()
	return IP(b[:])
}

// precedence is that of RFC 6724's table.
func precedence(a netip.Addr) int {
	b := a.As16()
	switch {
	case a.Is4():
		return 35
	case a.IsLoopback():
		return 50
	case b[0] == 0x20 && b[1] == 2:
		return 30
	case b[0] == 0x20 && b[1] == 1 && b[2] == 0 && b[3] == 0:
		return 5
	case b[0]&0xfe == 0xfc:
		return 3
	}
	return 40
}

// sortAddrs puts those that can be reached first, then goes by precedence.
func sortAddrs(list []IPAddr) {
	if len(list) < 2 {
		return
	}
	rank := func(a IPAddr) int {
		c, err := DialUDP("udp", nil, &UDPAddr{IP: a.IP, Port: 9, Zone: a.Zone})
		if err != nil {
			return 0
		}
		c.Close()
		return precedence(a.IP.addr())
	}
	ranks := map[string]int{}
	for _, a := range list {
		ranks[a.String()] = rank(a)
	}
	slices.SortStableFunc(list, func(a, b IPAddr) int { return ranks[b.String()] - ranks[a.String()] })
}

func (r *Resolver) LookupIPAddr(ctx context.Context, host string) ([]IPAddr, error) {
	return r.lookupIPAddr(ctx, "ip", host)
}

func (r *Resolver) lookupIPAddr(ctx context.Context, network, host string) ([]IPAddr, error) {
	if host == "" {
		return nil, noSuchHost(host)
	}
	if ip, err := netip.ParseAddr(host); err == nil {
		return []IPAddr{{IP: sixteen(ip), Zone: ip.Zone()}}, nil
	}
	list, _ := hostsOf(host)
	if len(list) == 0 {
		var err error
		if list, err = r.askAddrs(ctx, network, host); err != nil {
			return nil, err
		}
	}
	sortAddrs(list)
	return list, nil
}

func (r *Resolver) LookupHost(ctx context.Context, host string) (addrs []string, err error) {
	list, err := r.lookupIPAddr(ctx, "ip", host)
	for _, a := range list {
		addrs = append(addrs, a.String())
	}
	return addrs, err
}

func is4(a IPAddr) bool { return a.IP.To4() != nil }
func is6(a IPAddr) bool { return a.IP.To4() == nil }

// only drops what a network with 4 or 6 at its end does not have.
func only(network string, list []IPAddr) []IPAddr {
	switch {
	case strings.HasSuffix(network, "4"):
		return slices.DeleteFunc(list, is6)
	case strings.HasSuffix(network, "6"):
		return slices.DeleteFunc(list, is4)
	}
	return list
}

func (r *Resolver) LookupIP(ctx context.Context, network, host string) ([]IP, error) {
	switch network {
	case "ip", "ip4", "ip6":
	default:
		return nil, UnknownNetworkError(network)
	}
	list, err := r.lookupIPAddr(ctx, network, host)
	if err != nil {
		return nil, err
	}
	if list = only(network, list); len(list) == 0 {
		return nil, &AddrError{Err: errNoSuitableAddress.Error(), Addr: host}
	}
	ips := make([]IP, len(list))
	for i, a := range list {
		ips[i] = a.IP
	}
	return ips, nil
}

func (r *Resolver) LookupNetIP(ctx context.Context, network, host string) ([]netip.Addr, error) {
	ips, err := r.LookupIP(ctx, network, host)
	if err != nil {
		return nil, err
	}
	list := make([]netip.Addr, 0, len(ips))
	for _, ip := range ips {
		a, _ := netip.AddrFromSlice(ip)
		list = append(list, a)
	}
	return list, nil
}

func LookupHost(host string) (addrs []string, err error) {
	return DefaultResolver.LookupHost(context.Background(), host)
}

func LookupIP(host string) ([]IP, error) {
	return DefaultResolver.LookupIP(context.Background(), "ip", host)
}

// internetAddrs are the addresses of host:port.
func (r *Resolver) internetAddrs(ctx context.Context, network, address string) ([]Addr, error) {
	host, port := "", 0
	if address != "" {
		h, p, err := SplitHostPort(address)
		if err != nil {
			return nil, err
		}
		if port, err = r.LookupPort(ctx, network, p); err != nil {
			return nil, err
		}
		host = h
	}
	make := func(a IPAddr) Addr {
		if network[0] == 't' {
			return &TCPAddr{a.IP, port, a.Zone}
		}
		return &UDPAddr{a.IP, port, a.Zone}
	}
	if host == "" {
		return []Addr{make(IPAddr{})}, nil
	}
	ips, err := r.lookupIPAddr(ctx, network, host)
	if err != nil {
		return nil, err
	}
	if len(ips) == 1 && ips[0].IP.Equal(IPv6unspecified) {
		ips = append(ips, IPAddr{IP: IPv4zero})
	}
	if ips = only(network, ips); len(ips) == 0 {
		return nil, &AddrError{Err: errNoSuitableAddress.Error(), Addr: host}
	}
	var list []Addr
	for _, a := range ips {
		list = append(list, make(a))
	}
	return list, nil
}

// addrs are the addresses to dial or to listen on. From a local address only those of its family can be reached.
func (r *Resolver) addrs(ctx context.Context, deadline time.Time, op, network, address string, local Addr) ([]Addr, error) {
	if op == "dial" && address == "" && knownNetwork(network) {
		return nil, errMissingAddress
	}
	if strings.HasPrefix(network, "unix") {
		a, err := ResolveUnixAddr(network, address)
		if err == nil && local != nil && local.Network() != network {
			err = &AddrError{Err: "mismatched local address type", Addr: local.String()}
		}
		return []Addr{a}, err
	}
	if !knownNetwork(network) {
		return nil, UnknownNetworkError(network)
	}
	if !deadline.IsZero() {
		var cancel context.CancelFunc
		ctx, cancel = context.WithDeadline(ctx, deadline)
		defer cancel()
	}
	list, err := r.internetAddrs(ctx, network, address)
	if err != nil || local == nil {
		return list, err
	}
	l, ok := local.(sockAddr)
	if !ok || l.Network() != list[0].Network() {
		return nil, &AddrError{Err: "mismatched local address type", Addr: local.String()}
	}
	if l.isWildcard() {
		return list, nil
	}
	list = slices.DeleteFunc(list, func(a Addr) bool {
		s := a.(sockAddr)
		return !s.isWildcard() && s.family() != l.family()
	})
	if len(list) == 0 {
		return nil, &AddrError{Err: errNoSuitableAddress.Error(), Addr: local.String()}
	}
	return list, nil
}

func knownNetwork(network string) bool {
	switch network {
	case "tcp", "tcp4", "tcp6", "udp", "udp4", "udp6", "unix", "unixgram", "unixpacket":
		return true
	}
	return false
}

// ResolveIPAddr finds the address of a host.
func ResolveIPAddr(network, address string) (*IPAddr, error) {
	if network == "" {
		network = "ip"
	}
	switch kind, _, _ := strings.Cut(network, ":"); kind {
	case "ip", "ip4", "ip6":
		network = kind
	default:
		return nil, UnknownNetworkError(network)
	}
	list, err := DefaultResolver.lookupIPAddr(context.Background(), network, address)
	if err != nil {
		return nil, err
	}
	if list = only(network, list); len(list) == 0 {
		return nil, &AddrError{Err: errNoSuitableAddress.Error(), Addr: address}
	}
	i := max(slices.IndexFunc(list, is4), 0)
	return &list[i], nil
}
