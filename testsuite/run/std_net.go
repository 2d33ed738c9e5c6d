package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"sync"
	"syscall"
	"time"
)

// text is an error without the ports in it, which are random.
func text(err error, conns ...any) string {
	if err == nil {
		return "<nil>"
	}
	s := err.Error()
	for i, c := range conns {
		s = strings.ReplaceAll(s, fmt.Sprint(c), fmt.Sprintf("ADDR%d", i))
	}
	return s
}

func serve(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			fmt.Println("accept:", text(err, l.Addr()), errors.Is(err, net.ErrClosed))
			return
		}
		go func() {
			defer c.Close()
			io.Copy(c, c)
		}()
	}
}

func echo(network, addr string, n int) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	sum := 0
	for i := 0; i < n; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c, err := net.Dial(network, addr)
			if err != nil {
				fmt.Println(err)
				return
			}
			defer c.Close()
			r := bufio.NewReader(c)
			for k := 0; k < 20; k++ {
				fmt.Fprintf(c, "client %d line %d\n", i, k)
				line, err := r.ReadString('\n')
				if err != nil || line != fmt.Sprintf("client %d line %d\n", i, k) {
					fmt.Println("bad", line, err)
				}
				mu.Lock()
				sum += len(line)
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(network, sum)
}

func tcp() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	done := make(chan bool)
	go func() { serve(l); close(done) }()
	echo("tcp", l.Addr().String(), 50)
	_, err = net.Listen("tcp", l.Addr().String())
	fmt.Println(text(err, l.Addr()))
	l.Close()
	<-done
	fmt.Println(text(l.Close(), l.Addr()))
	_, err = net.Dial("tcp", l.Addr().String())
	fmt.Println(text(err, l.Addr()), errors.Is(err, syscall.ECONNREFUSED))
	var op *net.OpError
	fmt.Println(errors.As(err, &op), op.Op, op.Net, op.Timeout(), op.Temporary())
}

// pair is two ends of a connection.
func pair() (*net.TCPConn, *net.TCPConn) {
	l, _ := net.Listen("tcp", "127.0.0.1:0")
	defer l.Close()
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		panic(err)
	}
	s, _ := l.Accept()
	return c.(*net.TCPConn), s.(*net.TCPConn)
}

func deadlines() {
	c, s := pair()
	b := make([]byte, 10)
	c.SetReadDeadline(time.Now().Add(20 * time.Millisecond))
	_, err := c.Read(b)
	ne, ok := err.(net.Error)
	fmt.Println(text(err, c.LocalAddr(), c.RemoteAddr()), ok && ne.Timeout(), errors.Is(err, os.ErrDeadlineExceeded))
	_, err = c.Read(b)
	fmt.Println(text(err, c.LocalAddr(), c.RemoteAddr()))
	c.SetReadDeadline(time.Time{})
	s.Write([]byte("hello"))
	n, err := c.Read(b)
	fmt.Println(string(b[:n]), err)
	c.SetWriteDeadline(time.Now().Add(20 * time.Millisecond))
	for err = nil; err == nil; {
		_, err = c.Write(make([]byte, 1<<20))
	}
	fmt.Println(text(err, c.LocalAddr(), c.RemoteAddr()))
	done := make(chan error)
	go func() { _, err := s.Read(make([]byte, 1<<24)); _, err = io.Copy(io.Discard, s); done <- err }()
	time.Sleep(20 * time.Millisecond)
	s.SetDeadline(time.Now())
	fmt.Println(text(<-done, s.LocalAddr(), s.RemoteAddr()))
	c.Close()
	s.Close()
	fmt.Println(text(c.SetDeadline(time.Now()), c.LocalAddr(), c.RemoteAddr()))

	l, _ := net.ListenTCP("tcp", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)})
	l.SetDeadline(time.Now().Add(10 * time.Millisecond))
	_, err = l.Accept()
	fmt.Println(text(err, l.Addr()), err.(net.Error).Timeout())
	l.Close()
}

func closing() {
	c, s := pair()
	done := make(chan error, 2)
	for i := 0; i < 2; i++ {
		go func() {
			_, err := c.Read(make([]byte, 1))
			done <- err
		}()
	}
	time.Sleep(20 * time.Millisecond)
	c.Close()
	for i := 0; i < 2; i++ {
		err := <-done
		fmt.Println(text(err, c.LocalAddr(), c.RemoteAddr()), errors.Is(err, net.ErrClosed))
	}
	fmt.Println(text(c.Close(), c.LocalAddr(), c.RemoteAddr()))
	_, err := c.Write([]byte("x"))
	fmt.Println(text(err, c.LocalAddr(), c.RemoteAddr()))
	n, err := s.Read(make([]byte, 1))
	fmt.Println(n, err)
	s.Close()

	// half closed
	c, s = pair()
	go func(s net.Conn) {
		b, err := io.ReadAll(s)
		fmt.Fprintf(s, "got %q %v", b, err)
		s.Close()
	}(s)
	c.Write([]byte("all of it"))
	fmt.Println(c.CloseWrite())
	b, err := io.ReadAll(c)
	fmt.Printf("%s %v\n", b, err)
	_, err = c.Write([]byte("x"))
	fmt.Println(text(err, c.LocalAddr(), c.RemoteAddr()))
	c.Close()

	// reset
	c, s = pair()
	s.SetLinger(0)
	s.Close()
	_, err = c.Read(make([]byte, 1))
	fmt.Println(text(err, c.LocalAddr(), c.RemoteAddr()))
	c.Close()
}

func udp() {
	p, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	go func() {
		b := make([]byte, 100)
		for {
			n, a, err := p.ReadFrom(b)
			if err != nil {
				return
			}
			p.WriteTo([]byte(strings.ToUpper(string(b[:n]))), a)
		}
	}()
	c, err := net.Dial("udp", p.LocalAddr().String())
	fmt.Println(err)
	for _, s := range []string{"one", "two", ""} {
		c.Write([]byte(s))
		b := make([]byte, 10)
		n, err := c.Read(b)
		fmt.Printf("%q %v\n", b[:n], err)
	}
	_, err = c.(*net.UDPConn).WriteTo([]byte("x"), p.LocalAddr())
	fmt.Println(text(err, c.LocalAddr(), p.LocalAddr()))
	u, _ := net.ListenUDP("udp", &net.UDPAddr{IP: net.IPv4(127, 0, 0, 1)})
	_, err = u.Write([]byte("x"))
	fmt.Println(text(err, u.LocalAddr()))
	n, err := u.WriteToUDP([]byte("xyz"), p.LocalAddr().(*net.UDPAddr))
	fmt.Println(n, err)
	b := make([]byte, 10)
	n, a, err := u.ReadFromUDPAddrPort(b)
	fmt.Println(string(b[:n]), a.Addr(), a.String() == p.LocalAddr().String(), err)
	u.SetReadDeadline(time.Now().Add(10 * time.Millisecond))
	_, _, err = u.ReadFrom(b)
	fmt.Println(text(err, u.LocalAddr()))
	c.Close()
	u.Close()
	p.Close()
}

func unix() {
	dir, _ := os.MkdirTemp("", "net")
	defer os.RemoveAll(dir)
	os.Chdir(dir)
	l, err := net.Listen("unix", "sock")
	if err != nil {
		fmt.Println(err)
		return
	}
	done := make(chan bool)
	go func() { serve(l); close(done) }()
	echo("unix", "sock", 10)
	_, err = os.Stat("sock")
	fmt.Println(err)
	c, err := net.Dial("unix", "sock")
	fmt.Println(c.LocalAddr(), c.RemoteAddr(), c.LocalAddr().Network(), err)
	c.Close()
	l.Close()
	<-done
	_, err = os.Stat("sock")
	fmt.Println(err)
	_, err = net.Dial("unix", "sock")
	fmt.Println(err)
	_, err = net.Listen("unix", strings.Repeat("x", 200))
	fmt.Println(err)

	a, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: "a", Net: "unixgram"})
	fmt.Println(err)
	b, err := net.DialUnix("unixgram", &net.UnixAddr{Name: "b", Net: "unixgram"}, a.LocalAddr().(*net.UnixAddr))
	fmt.Println(err)
	b.Write([]byte("message"))
	buf := make([]byte, 100)
	n, from, err := a.ReadFrom(buf)
	fmt.Println(string(buf[:n]), from, err)
	a.WriteTo([]byte("answer"), from)
	n, err = b.Read(buf)
	fmt.Println(string(buf[:n]), err)
	a.Close()
	b.Close()
	l, err = net.Listen("unix", "@minigo-abstract")
	fmt.Println(l.Addr(), err)
	l.Close()
}

func errs() {
	for _, x := range [][2]string{{"tcp", ""}, {"tcp", "127.0.0.1"}, {"tcp", "127.0.0.1:http:x"}, {"tcp", "127.0.0.1:99999"}, {"foo", "x"}, {"tcp", "127.0.0.1:nosuch"}, {"tcp", "[::1"}, {"tcp4", "[::1]:1"}, {"unix", "nodir/x"}, {"tcp", "1.2.3.4.5:-1"}, {"udp", ""}} {
		_, err := net.Dial(x[0], x[1])
		fmt.Println(err)
		_, err = net.Listen(x[0], x[1])
		if err != nil {
			fmt.Println(err)
		}
	}
	_, err := net.ListenPacket("tcp", "127.0.0.1:0")
	fmt.Println(err)
	_, err = net.Listen("udp", "127.0.0.1:0")
	fmt.Println(err)
	_, err = net.DialTCP("tcp", nil, nil)
	fmt.Println(err)
	d := net.Dialer{Timeout: -1}
	_, err = d.Dial("tcp", "127.0.0.1:1")
	fmt.Println(err)
	d = net.Dialer{LocalAddr: &net.UDPAddr{}}
	_, err = d.Dial("tcp", "127.0.0.1:1")
	fmt.Println(err)
}

func main() {
	tcp()
	deadlines()
	closing()
	udp()
	unix()
	errs()
}
