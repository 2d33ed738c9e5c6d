package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"syscall"
	"time"
)

// Connections and listeners as files and back, control functions, raw access.

func check(err error) {
	if err != nil {
		fmt.Println("error:", err)
		os.Exit(1)
	}
}

func main() {
	called := ""
	lc := net.ListenConfig{Control: func(network, address string, c syscall.RawConn) error {
		called = network
		return c.Control(func(fd uintptr) {
			check(syscall.SetsockoptInt(int(fd), syscall.SOL_SOCKET, 15 /* SO_REUSEPORT */, 1))
		})
	}}
	l, err := lc.Listen(context.Background(), "tcp", "127.0.0.1:0")
	check(err)
	fmt.Println(called)
	again, err := lc.Listen(context.Background(), "tcp", l.Addr().String())
	fmt.Println(err)
	again.Close()

	f, err := l.(*net.TCPListener).File()
	check(err)
	l2, err := net.FileListener(f)
	check(err)
	f.Close()
	l.Close()
	fmt.Println(l2.Addr().String() == l.Addr().String())

	d := net.Dialer{Timeout: 5 * time.Second, LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)}, Control: func(network, address string, c syscall.RawConn) error {
		fmt.Println("dialing", network, address == l2.Addr().String())
		return nil
	}}
	c, err := d.Dial("tcp", l2.Addr().String())
	check(err)
	s, err := l2.Accept()
	check(err)
	cf, err := c.(*net.TCPConn).File()
	check(err)
	c2, err := net.FileConn(cf)
	check(err)
	c.Close()
	fmt.Println(c2.RemoteAddr().String() == s.LocalAddr().String(), c2.RemoteAddr().Network())
	c2.Write([]byte("through the copy"))
	b := make([]byte, 100)
	n, err := s.Read(b)
	fmt.Println(string(b[:n]), err)
	io.WriteString(s, "and back")
	n, err = cf.Read(b)
	fmt.Println(string(b[:n]), err)
	cf.Close()

	raw, err := c2.(*net.TCPConn).SyscallConn()
	check(err)
	go s.Write([]byte("raw"))
	err = raw.Read(func(fd uintptr) bool {
		n, err = syscall.Read(int(fd), b)
		return err != syscall.EAGAIN
	})
	fmt.Println(string(b[:n]), err)
	c2.SetReadDeadline(time.Now().Add(5 * time.Millisecond))
	err = raw.Read(func(fd uintptr) bool { return false })
	fmt.Println(err.(net.Error).Timeout())
	tc := c2.(*net.TCPConn)
	fmt.Println(tc.SetNoDelay(false), tc.SetKeepAlive(true), tc.SetKeepAlivePeriod(time.Minute), tc.SetReadBuffer(10000), tc.SetWriteBuffer(10000), tc.SetLinger(-1))
	c2.Close()
	fmt.Println(raw.Control(func(fd uintptr) {}) != nil)
	_, err = s.Read(b)
	fmt.Println(err)
	s.Close()
	l2.Close()

	// descriptors over a Unix socket pair
	fds, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	check(err)
	f0, f1 := os.NewFile(uintptr(fds[0]), "zero"), os.NewFile(uintptr(fds[1]), "one")
	u0, err := net.FileConn(f0)
	check(err)
	f0.Close()
	u1, err := net.FileConn(f1)
	check(err)
	f1.Close()
	fmt.Fprint(u0, "pair")
	u0.(*net.UnixConn).CloseWrite()
	all, err := io.ReadAll(u1)
	fmt.Println(string(all), err, u0.LocalAddr().Network())
	n, oobn, err := u1.(*net.UnixConn).WriteMsgUnix([]byte("msg"), nil, nil)
	fmt.Println(n, oobn, err)
	n, oobn, flags, from, err := u0.(*net.UnixConn).ReadMsgUnix(b, nil)
	fmt.Println(string(b[:n]), oobn, flags&syscall.MSG_TRUNC, from, err)
	_, err = net.FileConn(os.Stdin)
	fmt.Println(err != nil)
	p, err := net.FilePacketConn(os.Stdin)
	fmt.Println(p == nil, err != nil)
}
