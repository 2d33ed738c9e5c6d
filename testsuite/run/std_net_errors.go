// Errors of sockets: texts, what they wrap, and which addresses they name.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"time"
)

var port = regexp.MustCompile(`:[1-9][0-9]{3,4}\b`)

func show(what string, err error) {
	if err == nil {
		fmt.Println(what, "no error")
		return
	}
	s := port.ReplaceAllString(err.Error(), ":PORT")
	var op *net.OpError
	if errors.As(err, &op) {
		s += fmt.Sprintf(" {op=%s net=%s src=%v addr=%v}", op.Op, op.Net, op.Source != nil, op.Addr != nil)
	}
	if ne, ok := err.(net.Error); ok {
		s += fmt.Sprint(" timeout=", ne.Timeout(), " temporary=", ne.Temporary())
	}
	for _, x := range []error{os.ErrDeadlineExceeded, net.ErrClosed, context.Canceled, context.DeadlineExceeded, syscall.ECONNREFUSED, syscall.EPIPE, syscall.ECONNRESET, syscall.EADDRINUSE, io.EOF, os.ErrNotExist} {
		if errors.Is(err, x) {
			s += " is: " + x.Error()
		}
	}
	fmt.Println(what+":", s)
}

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

func dialing() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var d net.Dialer
	_, err := d.DialContext(ctx, "tcp", "127.0.0.1:1")
	show("cancelled", err)
	ctx, cancel = context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
	_, err = d.DialContext(ctx, "tcp", "127.0.0.1:1")
	show("late", err)
	cancel()
	_, err = net.DialTimeout("tcp", "127.0.0.1:1", time.Nanosecond)
	show("short", err)
	_, err = net.DialTimeout("tcp", "127.0.0.1:1", 10*time.Second)
	show("refused", err)
	d = net.Dialer{Control: func(n, a string, rc syscall.RawConn) error { return errors.New("no " + n) }}
	_, err = d.Dial("tcp", "127.0.0.1:1")
	show("control", err)
	d.ControlContext = func(c context.Context, n, a string, rc syscall.RawConn) error { return errors.New("not " + n) }
	_, err = d.Dial("tcp", "127.0.0.1:1")
	show("control", err)
	lc := net.ListenConfig{Control: func(n, a string, rc syscall.RawConn) error { return errors.New("no " + n) }}
	_, err = lc.Listen(context.Background(), "tcp", "127.0.0.1:0")
	show("control", err)
	_, err = net.ListenUDP("tcp", nil)
	show("network", err)
	_, err = net.ListenTCP("udp", nil)
	show("network", err)
}

// option reads a socket's option through its descriptor.
func option(c net.Conn, level, name int) (v int) {
	rc, err := c.(syscall.Conn).SyscallConn()
	if err != nil {
		return -1
	}
	rc.Control(func(fd uintptr) { v, _ = syscall.GetsockoptInt(int(fd), level, name) })
	return v
}

func keepAlive(c net.Conn) {
	tcp := syscall.IPPROTO_TCP
	fmt.Println(option(c, syscall.SOL_SOCKET, syscall.SO_KEEPALIVE), option(c, tcp, syscall.TCP_KEEPIDLE), option(c, tcp, syscall.TCP_KEEPINTVL), option(c, tcp, syscall.TCP_KEEPCNT), option(c, tcp, syscall.TCP_NODELAY))
}

func options() {
	lc := net.ListenConfig{KeepAlive: -1}
	l, err := lc.Listen(context.Background(), "tcp", "127.0.0.1:0")
	show("listen", err)
	for _, d := range []net.Dialer{{KeepAlive: 3 * time.Second}, {}, {KeepAliveConfig: net.KeepAliveConfig{Enable: true, Interval: 4 * time.Second, Count: 2}}} {
		c, err := d.Dial("tcp", l.Addr().String())
		show("dial", err)
		keepAlive(c)
		s, _ := l.Accept()
		fmt.Println(option(s, syscall.SOL_SOCKET, syscall.SO_KEEPALIVE))
		t := c.(*net.TCPConn)
		fmt.Println(t.SetKeepAlive(false), t.SetNoDelay(false), t.SetKeepAlivePeriod(7*time.Second))
		keepAlive(c)
		fmt.Println(t.SetKeepAliveConfig(net.KeepAliveConfig{Enable: true, Idle: 5 * time.Second, Interval: 2 * time.Second, Count: 4}))
		keepAlive(c)
		c.Close()
		s.Close()
	}
	l.Close()
	_, err = l.Accept()
	show("accept", err)
	show("close", l.Close())
	show("deadline", l.(*net.TCPListener).SetDeadline(time.Now()))
	_, err = l.(*net.TCPListener).File()
	show("file", err)
}

func closed() {
	a, b := pair()
	rc, err := a.SyscallConn()
	show("raw", err)
	a.Close()
	b.Close()
	_, err = a.Read(nil)
	show("read", err)
	_, err = a.Write(nil)
	show("write", err)
	show("close", a.Close())
	show("closeread", a.CloseRead())
	show("closewrite", a.CloseWrite())
	show("deadline", a.SetDeadline(time.Now()))
	show("readdeadline", a.SetReadDeadline(time.Now()))
	show("writedeadline", a.SetWriteDeadline(time.Now()))
	show("keepalive", a.SetKeepAlive(true))
	show("period", a.SetKeepAlivePeriod(1))
	show("nodelay", a.SetNoDelay(true))
	show("linger", a.SetLinger(0))
	show("readbuffer", a.SetReadBuffer(1))
	show("writebuffer", a.SetWriteBuffer(1))
	_, err = a.File()
	show("file", err)
	show("control", rc.Control(func(uintptr) {}))
	show("rawread", rc.Read(func(uintptr) bool { return true }))
	show("rawwrite", rc.Write(func(uintptr) bool { return true }))
	_, err = a.ReadFrom(strings.NewReader("abc"))
	show("readfrom", err)
	_, err = a.WriteTo(io.Discard)
	show("writeto", err)
}

func ends() {
	a, b := pair()
	b.Close()
	var err error
	for err == nil {
		_, err = a.Write([]byte("x"))
		time.Sleep(time.Millisecond)
	}
	if errors.Is(err, syscall.ECONNRESET) { // that the peer is gone comes first
		_, err = a.Write([]byte("x"))
	}
	show("pipe", err)
	a.Close()
	a, b = pair()
	b.SetLinger(0)
	b.Close()
	_, err = a.Read(make([]byte, 10))
	show("reset", err)
	a.Close()
	a, b = pair()
	n, err := a.Read(nil)
	fmt.Println(n, err)
	n, err = a.Write(nil)
	fmt.Println(n, err)
	show("closeread", a.CloseRead())
	show("closewrite", a.CloseWrite())
	_, err = a.Read(make([]byte, 1))
	show("read", err)
	_, err = a.Write(make([]byte, 1))
	show("write", err)
	_, err = b.Read(make([]byte, 1))
	show("peer", err)
	b.Close()
	a.Close()

	a, b = pair()
	b.Write([]byte("data"))
	a.SetReadDeadline(time.Now().Add(-1))
	_, err = a.Read(make([]byte, 10))
	show("past", err)
	a.SetReadDeadline(time.Time{})
	n, err = a.Read(make([]byte, 10))
	fmt.Println(n, err)
	a.SetWriteDeadline(time.Unix(1, 0))
	n, err = a.Write([]byte("x"))
	fmt.Print(n, " ")
	show("past", err)
	rc, _ := b.SyscallConn()
	b.SetReadDeadline(time.Now().Add(5 * time.Millisecond))
	show("rawread", rc.Read(func(uintptr) bool { return false }))
	a.Close()
	b.Close()
}

// copies goes through ReadFrom and WriteTo of connections, from files, pipes and each other.
func copies() {
	a, b := pair()
	f, _ := os.CreateTemp("", "net")
	os.Remove(f.Name())
	f.WriteString(strings.Repeat("0123456789", 30000))
	f.Seek(5, 0)
	var wg sync.WaitGroup
	var got bytes.Buffer
	wg.Go(func() {
		if n, err := io.Copy(&got, b); err != nil {
			fmt.Println(n, err)
		}
	})
	m, err := a.ReadFrom(&io.LimitedReader{R: f, N: 100001})
	pos, _ := f.Seek(0, 1)
	fmt.Println(m, err, pos)
	m, err = io.Copy(a, f)
	fmt.Println(m, err)
	m, err = a.ReadFrom(strings.NewReader("tail"))
	fmt.Println(m, err)
	c, d := pair()
	wg.Go(func() { d.Write([]byte("by socket")); d.Close() })
	m, err = io.Copy(a, c)
	fmt.Println(m, err)
	pr, pw, _ := os.Pipe()
	wg.Go(func() { pw.Write([]byte(" by pipe")); pw.Close() })
	m, err = io.Copy(a, pr)
	fmt.Println(m, err)
	bufs := net.Buffers{[]byte("one"), nil, []byte("two"), {}, []byte("three")}
	m, err = bufs.WriteTo(a)
	fmt.Println(m, err, len(bufs))
	many := make(net.Buffers, 3000)
	for i := range many {
		many[i] = []byte("0123456789")
	}
	m, err = many.WriteTo(a)
	fmt.Println(m, err, len(many))
	a.Close()
	wg.Wait()
	fmt.Println(got.Len(), got.String()[got.Len()-30050:got.Len()-29990])
}

// rights sends a descriptor through a Unix socket.
func rights() {
	dir, _ := os.MkdirTemp("", "net")
	defer os.RemoveAll(dir)
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: dir + "/s", Net: "unix"})
	show("listen", err)
	defer l.Close()
	c, err := net.Dial("unix", dir+"/s")
	show("dial", err)
	s, _ := l.AcceptUnix()
	pr, pw, _ := os.Pipe()
	n, oobn, err := c.(*net.UnixConn).WriteMsgUnix([]byte("fd"), syscall.UnixRights(int(pw.Fd())), nil)
	fmt.Println(n, oobn, err)
	b, oob := make([]byte, 10), make([]byte, syscall.CmsgSpace(8))
	n, oobn, _, _, err = s.ReadMsgUnix(b, oob)
	fmt.Println(n, oobn, err)
	list, err := syscall.ParseSocketControlMessage(oob[:oobn])
	fmt.Println(len(list), err)
	fds, err := syscall.ParseUnixRights(&list[0])
	fmt.Println(len(fds), err)
	_, err = syscall.ParseUnixCredentials(&list[0])
	fmt.Println(err)
	syscall.Write(fds[0], []byte("through"))
	n, err = pr.Read(b)
	fmt.Println(string(b[:n]), err)
	rc, _ := s.SyscallConn()
	rc.Control(func(fd uintptr) {
		u, err := syscall.GetsockoptUcred(int(fd), syscall.SOL_SOCKET, syscall.SO_PEERCRED)
		fmt.Println(u != nil && int(u.Pid) == os.Getpid() && int(u.Uid) == os.Getuid(), err)
	})
	oob[0] = 3
	_, err = syscall.ParseSocketControlMessage(oob)
	fmt.Println(err, syscall.CmsgLen(4), syscall.CmsgSpace(4), len(syscall.UnixRights(1, 2, 3)))
}

func main() {
	dialing()
	options()
	closed()
	ends()
	copies()
	rights()
	lo, err := net.InterfaceByName("lo")
	if err != nil || lo.Flags&^net.FlagRunning != net.FlagUp|net.FlagLoopback {
		fmt.Println(lo, err)
	}
	fmt.Println(lo.Flags&net.FlagRunning != 0)
}
