package net

import (
	"os"
	"syscall"
)

//go:linkname fcntl syscall.fcntl
func fcntl(fd int, cmd, arg int) (int, error)

// fileFD makes a netFD of a copy of f's descriptor.
func fileFD(f *os.File) (*netFD, error) {
	s, err := fcntl(int(f.Fd()), syscall.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return nil, os.NewSyscallError("fcntl", err)
	}
	fd, err := socketFD(s)
	if err != nil {
		syscall.Close(s)
		return nil, err
	}
	if err := fd.init(); err != nil {
		fd.Close()
		return nil, err
	}
	fd.setAddrs(nil)
	if peer, err := syscall.Getpeername(s); err == nil {
		fd.connected = true
		fd.raddr = fd.toAddr(peer)
	}
	return fd, nil
}

func socketFD(s int) (*netFD, error) {
	if err := syscall.SetNonblock(s, true); err != nil {
		return nil, os.NewSyscallError("setnonblock", err)
	}
	kind, err := syscall.GetsockoptInt(s, syscall.SOL_SOCKET, syscall.SO_TYPE)
	if err != nil {
		return nil, os.NewSyscallError("getsockopt", err)
	}
	sa, err := syscall.Getsockname(s)
	if err != nil {
		return nil, os.NewSyscallError("getsockname", err)
	}
	family, net := 0, ""
	switch sa.(type) {
	case *syscall.SockaddrInet4:
		family = syscall.AF_INET
	case *syscall.SockaddrInet6:
		family = syscall.AF_INET6
	case *syscall.SockaddrUnix:
		family = syscall.AF_UNIX
	}
	switch {
	case family == syscall.AF_UNIX && kind == syscall.SOCK_STREAM:
		net = "unix"
	case family == syscall.AF_UNIX && kind == syscall.SOCK_DGRAM:
		net = "unixgram"
	case family == syscall.AF_UNIX && kind == syscall.SOCK_SEQPACKET:
		net = "unixpacket"
	case family != 0 && kind == syscall.SOCK_STREAM:
		net = "tcp"
	case family != 0 && kind == syscall.SOCK_DGRAM:
		net = "udp"
	default:
		return nil, syscall.EPROTONOSUPPORT
	}
	return newFD(s, family, kind, net), nil
}

func fileError(f *os.File, err error) error {
	return &OpError{Op: "file", Net: "file+net", Source: nil, Addr: fileAddr(f.Name()), Err: err}
}

type fileAddr string

func (fileAddr) Network() string  { return "file+net" }
func (f fileAddr) String() string { return string(f) }

// FileConn makes a connection of a copy of f.
func FileConn(f *os.File) (Conn, error) {
	fd, err := fileFD(f)
	if err != nil {
		return nil, fileError(f, err)
	}
	switch {
	case fd.net == "tcp":
		return newTCPConn(fd, 0, KeepAliveConfig{}), nil
	case fd.net == "udp":
		return &UDPConn{conn{fd}}, nil
	}
	return &UnixConn{conn{fd}}, nil
}

// FileListener makes a listener of a copy of f.
func FileListener(f *os.File) (Listener, error) {
	fd, err := fileFD(f)
	if err == nil && fd.kind == syscall.SOCK_DGRAM {
		fd.Close()
		err = syscall.EINVAL
	}
	if err != nil {
		return nil, fileError(f, err)
	}
	if fd.net == "tcp" {
		return &TCPListener{listener: listener{fd}}, nil
	}
	l := newUnixListener(fd)
	l.unlink = false
	return l, nil
}

// FilePacketConn makes a connection of packets of a copy of f.
func FilePacketConn(f *os.File) (PacketConn, error) {
	fd, err := fileFD(f)
	if err == nil && fd.kind != syscall.SOCK_DGRAM {
		fd.Close()
		err = syscall.EINVAL
	}
	if err != nil {
		return nil, fileError(f, err)
	}
	if fd.net == "udp" {
		return &UDPConn{conn{fd}}, nil
	}
	return &UnixConn{conn{fd}}, nil
}
