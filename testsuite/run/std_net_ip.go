package main

import (
	"fmt"
	"io"
	"net"
	"time"
)

func ips() {
	for _, s := range []string{"", "1.2.3.4", "01.2.3.4", "::1", "::ffff:1.2.3.4", "fe80::1%eth0", "1.2.3", "2001:db8::/32", "224.0.0.1", "169.254.1.1",
		"10.0.0.1", "fc00::1", "ff01::1", "ff02::1", "0.0.0.0", "::", "255.255.255.255", "192.168.1.1", "172.31.0.1", "127.8.9.10"} {
		ip := net.ParseIP(s)
		fmt.Println(s, ip, len(ip), ip.To4() != nil, len(ip.To16()), ip.DefaultMask(), ip.IsUnspecified(), ip.IsLoopback(), ip.IsPrivate(),
			ip.IsMulticast(), ip.IsInterfaceLocalMulticast(), ip.IsLinkLocalMulticast(), ip.IsLinkLocalUnicast(), ip.IsGlobalUnicast())
		text, err := ip.MarshalText()
		fmt.Printf("%q %v\n", text, err)
		for _, m := range []net.IPMask{net.CIDRMask(12, 32), net.CIDRMask(100, 128), net.CIDRMask(120, 128), net.IPv4Mask(255, 0, 255, 0), nil} {
			fmt.Print(ip.Mask(m), " ")
		}
		fmt.Println()
	}
	fmt.Println(net.IP{1, 2, 3}, net.IP{1, 2, 3, 4}.Equal(net.IPv4(1, 2, 3, 4)), net.IPv4bcast, net.IPv6loopback, net.IPv4(1, 2, 3, 4).Equal(net.IPv6zero))
	var ip net.IP
	fmt.Println(ip.UnmarshalText([]byte("1.2.3.x")), ip.UnmarshalText([]byte("1.2.3.4")), ip)
	for _, s := range []string{"10.1.2.3/8", "10.1.2.3/33", "10.1.2.3/", "10.1.2.3", "2001:db8::1/32", "::ffff:1.2.3.4/100", "1.2.3.4/-1", "1.2.3.4/0", "fe80::1%x/10", "1.2.3.4/08", "::/128", "x/1"} {
		ip, n, err := net.ParseCIDR(s)
		fmt.Println(ip, n, err)
		if err == nil {
			ones, bits := n.Mask.Size()
			fmt.Println(ones, bits, n.Mask, n.Contains(ip), n.Contains(net.IPv4(10, 200, 0, 1)), n.Network(), n.String(), len(ip), len(n.IP))
		}
	}
	fmt.Println(&net.IPNet{IP: net.IPv4(1, 2, 3, 4), Mask: net.IPv4Mask(255, 0, 255, 0)}, &net.IPNet{IP: net.IP{1, 2}}, net.IPMask(nil), net.IPMask{255, 0, 255, 0})
	fmt.Println(net.IPv4Mask(255, 0, 255, 0).Size())
	for i := -1; i < 34; i += 5 {
		fmt.Print(net.CIDRMask(i, 32), " ", net.CIDRMask(i*4, 128), " ")
	}
	fmt.Println(net.CIDRMask(1, 33) == nil)
}

func names() {
	for _, s := range []string{"", ":", "a:b", "a", "[::1]:80", "::1:80", "[::1]", "[::1:80", "::1]:80", "a[b:80", "a]b:80", "[a]b:80", "[a]:b:80", "[a%b]:80", ":80", "[]:80", "[[a]]:80", "[a]:"} {
		host, port, err := net.SplitHostPort(s)
		fmt.Printf("%q %q %q %v %q\n", s, host, port, err, net.JoinHostPort(host, port))
	}
	for _, s := range []string{"00:00:5e:00:53:01", "02-00-5e-10-00-00-00-01", "0000.5e00.5301", "00:00:5e:00:53", "00:00:5e:00:53:0g", "0000.5e00.530", "00-00:5e:00:53:01",
		"00:00:00:00:fe:80:00:00:00:00:00:00:02:00:5e:10:00:00:00:01", "000.05e0.0530", "00:00:5e:00:53:01:", "000:00:5e:00:53:1"} {
		hw, err := net.ParseMAC(s)
		fmt.Println(hw, len(hw), err)
	}
	for _, s := range [][2]string{{"tcp", "127.0.0.1:http"}, {"tcp6", "[::1]:https"}, {"tcp4", "[::1]:80"}, {"tcp", ":0"}, {"x", "y"}, {"", "1.2.3.4:5"}, {"tcp", "[fe80::1%9999]:80"}, {"tcp", "1.2.3.4:+5"}, {"tcp", "1.2.3.4:"}} {
		a, err := net.ResolveTCPAddr(s[0], s[1])
		fmt.Println(a, err)
		if a != nil {
			fmt.Println(a.AddrPort(), a.Network(), len(a.IP))
		}
	}
	for _, s := range [][2]string{{"tcp", "ssh"}, {"udp", "domain"}, {"tcp", "nosuch"}, {"tcp", ""}, {"ip", "http"}, {"foo", "http"}, {"tcp", "70000"}, {"tcp", "80x"}, {"tcp", "-5"}, {"tcp", "99999999999999999999"}} {
		fmt.Println(net.LookupPort(s[0], s[1]))
	}
	fmt.Println(net.LookupHost("127.0.0.1"))
	fmt.Println(net.LookupIP("::1"))
	_, err := net.LookupHost("")
	fmt.Println(err)
	_, err = net.LookupHost("bad..name")
	fmt.Println(err)
	fmt.Println((&net.UDPAddr{}).String(), (*net.TCPAddr)(nil), &net.TCPAddr{IP: net.IPv6loopback, Zone: "z", Port: 5}, &net.IPAddr{IP: net.IPv4zero}, (&net.IPAddr{Zone: "q"}).String())
	for _, f := range []net.Flags{0, net.FlagUp, net.FlagUp | net.FlagLoopback | net.FlagRunning} {
		fmt.Println(f)
	}
	lo, err := net.InterfaceByName("lo")
	fmt.Println(lo.Name, lo.Flags&net.FlagLoopback, err)
	addrs, err := lo.Addrs()
	for _, a := range addrs {
		if n := a.(*net.IPNet); n.IP.To4() != nil {
			fmt.Println(n, len(n.IP), err)
		}
	}
	_, err = net.InterfaceByName("nosuch")
	fmt.Println(err)
	_, err = net.InterfaceByIndex(0)
	fmt.Println(err)
}

func pipes() {
	a, b := net.Pipe()
	done := make(chan string, 10)
	go func() {
		buf := make([]byte, 4)
		for {
			n, err := b.Read(buf)
			done <- fmt.Sprintf("%q %v", buf[:n], err)
			if err != nil {
				b.Close()
				return
			}
		}
	}()
	fmt.Fprint(a, "hello world")
	fmt.Println(<-done, <-done, <-done)
	fmt.Println(a.LocalAddr(), a.RemoteAddr().Network())
	a.SetReadDeadline(time.Now().Add(5 * time.Millisecond))
	_, err := a.Read(make([]byte, 1))
	fmt.Println(err, err.(net.Error).Timeout())
	a.SetReadDeadline(time.Time{})
	time.AfterFunc(5*time.Millisecond, func() { a.SetDeadline(time.Now().Add(time.Millisecond)) })
	_, err = a.Read(make([]byte, 1))
	fmt.Println(err)
	time.Sleep(20 * time.Millisecond)
	_, err = a.Write([]byte("late"))
	fmt.Println(err)
	a.Close()
	fmt.Println(<-done)
	_, err = a.Write([]byte("x"))
	fmt.Println(err, err == io.ErrClosedPipe)
	_, err = a.Read(make([]byte, 1))
	fmt.Println(err, a.SetDeadline(time.Now()))
	c := net.Buffers{[]byte("one "), []byte("two "), nil, []byte("three")}
	p := make([]byte, 6)
	n, err := c.Read(p)
	fmt.Printf("%q %v %q\n", p[:n], err, c)
}

func main() {
	ips()
	names()
	pipes()
}
