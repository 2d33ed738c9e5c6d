package syscall

import "unsafe"

// Control messages of sockets: descriptors and credentials that go along with data.

const (
	SCM_RIGHTS       = 1
	SCM_CREDENTIALS  = 2
	SO_PASSCRED      = 16
	SO_PEERCRED      = 17
	MSG_CTRUNC       = 8
	MSG_CMSG_CLOEXEC = 0x40000000
	SizeofCmsghdr    = 16
	SizeofUcred      = 12
)

// A Cmsghdr begins a control message; data follow at the next multiple of 8.
type Cmsghdr struct {
	Len   uint64
	Level int32
	Type  int32
}

func (h *Cmsghdr) SetLen(length int) { h.Len = uint64(length) }

// A Ucred says who has sent something.
type Ucred struct {
	Pid      int32
	Uid, Gid uint32
}

// A SocketControlMessage is one of those that came with a message.
type SocketControlMessage struct {
	Header Cmsghdr
	Data   []byte
}

func cmsgAlign(n int) int { return (n + 7) &^ 7 }

// CmsgLen is the value of Len for data of this size, CmsgSpace the room they take.
func CmsgLen(datalen int) int   { return SizeofCmsghdr + datalen }
func CmsgSpace(datalen int) int { return SizeofCmsghdr + cmsgAlign(datalen) }

// ParseSocketControlMessage takes apart what came; the data are parts of b.
func ParseSocketControlMessage(b []byte) ([]SocketControlMessage, error) {
	var list []SocketControlMessage
	for len(b) >= SizeofCmsghdr {
		h := *(*Cmsghdr)(unsafe.Pointer(&b[0]))
		if h.Len < SizeofCmsghdr || h.Len > uint64(len(b)) {
			return nil, EINVAL
		}
		list = append(list, SocketControlMessage{h, b[SizeofCmsghdr:h.Len:h.Len]})
		b = b[min(cmsgAlign(int(h.Len)), len(b)):]
	}
	return list, nil
}

func cmsg(kind, size int) (b []byte, data unsafe.Pointer) {
	b = make([]byte, CmsgSpace(size))
	*(*Cmsghdr)(unsafe.Pointer(&b[0])) = Cmsghdr{uint64(CmsgLen(size)), SOL_SOCKET, int32(kind)}
	return b, unsafe.Add(unsafe.Pointer(&b[0]), SizeofCmsghdr)
}

// UnixRights is the control message that gives descriptors to whoever receives it.
func UnixRights(fds ...int) []byte {
	b, data := cmsg(SCM_RIGHTS, 4*len(fds))
	for i, fd := range fds {
		*(*int32)(unsafe.Add(data, 4*i)) = int32(fd)
	}
	return b
}

// ParseUnixRights gives the descriptors that came with m.
func ParseUnixRights(m *SocketControlMessage) ([]int, error) {
	if m.Header.Level != SOL_SOCKET || m.Header.Type != SCM_RIGHTS {
		return nil, EINVAL
	}
	fds := make([]int, len(m.Data)/4)
	for i := range fds {
		fds[i] = int(*(*int32)(unsafe.Pointer(&m.Data[4*i])))
	}
	return fds, nil
}

// UnixCredentials is the control message that says who the sender is.
func UnixCredentials(ucred *Ucred) []byte {
	b, data := cmsg(SCM_CREDENTIALS, SizeofUcred)
	*(*Ucred)(data) = *ucred
	return b
}

// ParseUnixCredentials gives the credentials that came with m.
func ParseUnixCredentials(m *SocketControlMessage) (*Ucred, error) {
	if m.Header.Level != SOL_SOCKET || m.Header.Type != SCM_CREDENTIALS || len(m.Data) < SizeofUcred {
		return nil, EINVAL
	}
	u := *(*Ucred)(unsafe.Pointer(&m.Data[0]))
	return &u, nil
}

// GetsockoptUcred is for SO_PEERCRED: who is at the other end.
func GetsockoptUcred(fd, level, opt int) (*Ucred, error) {
	u, n := new(Ucred), uint32(SizeofUcred)
	_, _, e := RawSyscall6(SYS_GETSOCKOPT, uintptr(fd), uintptr(level), uintptr(opt), uintptr(unsafe.Pointer(u)), uintptr(unsafe.Pointer(&n)), 0)
	if err := failure(0, 0, e); err != nil {
		return nil, err
	}
	return u, nil
}
