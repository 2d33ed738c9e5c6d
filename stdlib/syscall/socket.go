package syscall

import "unsafe"

const (
	AF_UNSPEC = 0
	AF_UNIX   = 1
	AF_INET   = 2
	AF_INET6  = 10

	SOCK_STREAM    = 1
	SOCK_DGRAM     = 2
	SOCK_RAW       = 3
	SOCK_SEQPACKET = 5
	SOCK_NONBLOCK  = 0x800
	SOCK_CLOEXEC   = 0x80000

	SOL_SOCKET    = 1
	SO_REUSEADDR  = 2
	SO_TYPE       = 3
	SO_ERROR      = 4
	SO_BROADCAST  = 6
	SO_SNDBUF     = 7
	SO_RCVBUF     = 8
	SO_KEEPALIVE  = 9
	SO_LINGER     = 13
	SO_ACCEPTCONN = 30

	IPPROTO_IP   = 0
	IPPROTO_TCP  = 6
	IPPROTO_UDP  = 17
	IPPROTO_IPV6 = 41
	IPV6_V6ONLY  = 26

	TCP_NODELAY   = 1
	TCP_KEEPIDLE  = 4
	TCP_KEEPINTVL = 5
	TCP_KEEPCNT   = 6

	SHUT_RD   = 0
	SHUT_WR   = 1
	SHUT_RDWR = 2
	SOMAXCONN = 0x80

	MSG_PEEK     = 2
	MSG_TRUNC    = 0x20
	MSG_DONTWAIT = 0x40
	MSG_NOSIGNAL = 0x4000

	SizeofSockaddrAny  = 112
	SizeofSockaddrUnix = 110
)

// A Sockaddr is an address of a socket, for the kernel.
type Sockaddr interface {
	sockaddr() (b []byte, err error)
}

type SockaddrInet4 struct {
	Port int
	Addr [4]byte
	raw  [16]byte
}

type SockaddrInet6 struct {
	Port   int
	ZoneId uint32
	Addr   [16]byte
	raw    [28]byte
}

// A SockaddrUnix has a path, or with @ before it a name that is no file.
type SockaddrUnix struct {
	Name string
	raw  [110]byte
}

func putFamily(b []byte, family uint16) { *(*uint16)(unsafe.Pointer(&b[0])) = family }

func putPort(b []byte, port int) error {
	if port < 0 || port > 0xffff {
		return EINVAL
	}
	b[2], b[3] = byte(port>>8), byte(port)
	return nil
}

func (sa *SockaddrInet4) sockaddr() ([]byte, error) {
	b := sa.raw[:]
	putFamily(b, AF_INET)
	copy(b[4:], sa.Addr[:])
	return b, putPort(b, sa.Port)
}

func (sa *SockaddrInet6) sockaddr() ([]byte, error) {
	b := sa.raw[:]
	putFamily(b, AF_INET6)
	copy(b[8:], sa.Addr[:])
	*(*uint32)(unsafe.Pointer(&b[24])) = sa.ZoneId
	return b, putPort(b, sa.Port)
}

func (sa *SockaddrUnix) sockaddr() ([]byte, error) {
	n := len(sa.Name)
	abstract := n > 0 && (sa.Name[0] == '@' || sa.Name[0] == 0)
	if n > len(sa.raw)-2 || n == len(sa.raw)-2 && !abstract {
		return nil, EINVAL
	}
	b := sa.raw[:]
	putFamily(b, AF_UNIX)
	clear(b[2:])
	copy(b[2:], sa.Name)
	switch {
	case abstract:
		b[2] = 0
		return b[:2+n], nil
	case n == 0:
		return b[:2], nil
	}
	return b[:2+n+1], nil
}

// anyAddr is room for an address of any kind.
type anyAddr struct {
	b [SizeofSockaddrAny]byte
	n uint32
}

// unixName is @ for a socket without a name, and begins with it when the name is no file.
func unixName(b []byte) string {
	at := len(b) == 0 || b[0] == 0
	if at {
		b = b[min(1, len(b)):]
	}
	for i, c := range b {
		if c == 0 {
			b = b[:i]
			break
		}
	}
	if at {
		return "@" + string(b)
	}
	return string(b)
}

func (a *anyAddr) decode() (Sockaddr, error) {
	b := a.b[:min(int(a.n), len(a.b))]
	if len(b) < 2 {
		return nil, nil
	}
	switch *(*uint16)(unsafe.Pointer(&b[0])) {
	case AF_INET:
		sa := &SockaddrInet4{Port: int(b[2])<<8 | int(b[3])}
		copy(sa.Addr[:], b[4:])
		return sa, nil
	case AF_INET6:
		sa := &SockaddrInet6{Port: int(b[2])<<8 | int(b[3]), ZoneId: *(*uint32)(unsafe.Pointer(&a.b[24]))}
		copy(sa.Addr[:], b[8:])
		return sa, nil
	case AF_UNIX:
		return &SockaddrUnix{Name: unixName(b[2:])}, nil
	}
	return nil, EAFNOSUPPORT
}

func Socket(domain, typ, proto int) (fd int, err error) {
	return result(RawSyscall(SYS_SOCKET, uintptr(domain), uintptr(typ), uintptr(proto)))
}

func Socketpair(domain, typ, proto int) (fds [2]int, err error) {
	var s [2]int32
	_, _, e := RawSyscall6(SYS_SOCKETPAIR, uintptr(domain), uintptr(typ), uintptr(proto), uintptr(unsafe.Pointer(&s)), 0, 0)
	return [2]int{int(s[0]), int(s[1])}, failure(0, 0, e)
}

func withAddr(num uintptr, fd int, sa Sockaddr) error {
	b, err := sa.sockaddr()
	if err != nil {
		return err
	}
	err = failure(Syscall(num, uintptr(fd), pointer(b), uintptr(len(b))))
	keep(&b[0])
	return err
}

func Bind(fd int, sa Sockaddr) error    { return withAddr(SYS_BIND, fd, sa) }
func Connect(fd int, sa Sockaddr) error { return withAddr(SYS_CONNECT, fd, sa) }
func Listen(s int, n int) error {
	return failure(RawSyscall(SYS_LISTEN, uintptr(s), uintptr(n), 0))
}

func Accept4(fd int, flags int) (nfd int, sa Sockaddr, err error) {
	a := &anyAddr{n: SizeofSockaddrAny}
	nfd, err = result(Syscall6(SYS_ACCEPT4, uintptr(fd), uintptr(unsafe.Pointer(&a.b)), uintptr(unsafe.Pointer(&a.n)), uintptr(flags), 0, 0))
	if err != nil {
		return nfd, nil, err
	}
	if sa, err = a.decode(); err != nil {
		Close(nfd)
		return 0, nil, err
	}
	return nfd, sa, nil
}

func Accept(fd int) (nfd int, sa Sockaddr, err error) { return Accept4(fd, 0) }

func name(num uintptr, fd int) (Sockaddr, error) {
	a := &anyAddr{n: SizeofSockaddrAny}
	if err := failure(RawSyscall(num, uintptr(fd), uintptr(unsafe.Pointer(&a.b)), uintptr(unsafe.Pointer(&a.n)))); err != nil {
		return nil, err
	}
	return a.decode()
}

func Getsockname(fd int) (Sockaddr, error) { return name(SYS_GETSOCKNAME, fd) }
func Getpeername(fd int) (Sockaddr, error) { return name(SYS_GETPEERNAME, fd) }

func Shutdown(fd int, how int) error {
	return failure(RawSyscall(SYS_SHUTDOWN, uintptr(fd), uintptr(how), 0))
}

func setsockopt(s, level, opt int, p unsafe.Pointer, n uintptr) error {
	return failure(RawSyscall6(SYS_SETSOCKOPT, uintptr(s), uintptr(level), uintptr(opt), uintptr(p), n, 0))
}

func SetsockoptInt(fd, level, opt int, value int) error {
	v := int32(value)
	return setsockopt(fd, level, opt, unsafe.Pointer(&v), 4)
}

type Linger struct{ Onoff, Linger int32 }

func SetsockoptLinger(fd, level, opt int, l *Linger) error {
	return setsockopt(fd, level, opt, unsafe.Pointer(l), 8)
}

func GetsockoptInt(fd, level, opt int) (value int, err error) {
	var v, n int32 = 0, 4
	_, _, e := RawSyscall6(SYS_GETSOCKOPT, uintptr(fd), uintptr(level), uintptr(opt), uintptr(unsafe.Pointer(&v)), uintptr(unsafe.Pointer(&n)), 0)
	return int(v), failure(0, 0, e)
}

func Recvfrom(fd int, p []byte, flags int) (n int, from Sockaddr, err error) {
	a := &anyAddr{n: SizeofSockaddrAny}
	n, err = result(Syscall6(SYS_RECVFROM, uintptr(fd), pointer(p), uintptr(len(p)), uintptr(flags), uintptr(unsafe.Pointer(&a.b)), uintptr(unsafe.Pointer(&a.n))))
	if err != nil {
		return n, nil, err
	}
	from, err = a.decode()
	return n, from, err
}

// Sendto sends p to an address; nil: to whom the socket is connected.
func Sendto(fd int, p []byte, flags int, to Sockaddr) error {
	var addr []byte
	if to != nil {
		var err error
		if addr, err = to.sockaddr(); err != nil {
			return err
		}
	}
	_, _, e := Syscall6(SYS_SENDTO, uintptr(fd), pointer(p), uintptr(len(p)), uintptr(flags), pointer(addr), uintptr(len(addr)))
	return failure(0, 0, e)
}

type iovec struct {
	base uintptr
	n    uint64
}

type msghdr struct {
	name       uintptr
	namelen    uint32
	iov        *iovec
	iovlen     uint64
	control    uintptr
	controllen uint64
	flags      int32
}

func Recvmsg(fd int, p, oob []byte, flags int) (n, oobn int, recvflags int, from Sockaddr, err error) {
	a := &anyAddr{n: SizeofSockaddrAny}
	iov := &iovec{pointer(p), uint64(len(p))}
	m := &msghdr{uintptr(unsafe.Pointer(&a.b)), SizeofSockaddrAny, iov, 1, pointer(oob), uint64(len(oob)), 0}
	n, err = result(Syscall(SYS_RECVMSG, uintptr(fd), uintptr(unsafe.Pointer(m)), uintptr(flags)))
	if err != nil {
		return n, 0, 0, nil, err
	}
	a.n = m.namelen
	from, err = a.decode()
	return n, int(m.controllen), int(m.flags), from, err
}

func SendmsgN(fd int, p, oob []byte, to Sockaddr, flags int) (n int, err error) {
	var addr []byte
	if to != nil {
		if addr, err = to.sockaddr(); err != nil {
			return 0, err
		}
	}
	iov := &iovec{pointer(p), uint64(len(p))}
	m := &msghdr{pointer(addr), uint32(len(addr)), iov, 1, pointer(oob), uint64(len(oob)), 0}
	return result(Syscall(SYS_SENDMSG, uintptr(fd), uintptr(unsafe.Pointer(m)), uintptr(flags)))
}
