package os

import (
	"internal/poll"
	"syscall"
	"time"
	"unsafe"
)

// pollable is *poll.FD: an interface, so that programs whose files do not wait in the poller are without it. Pipes and
// descriptors that do not block go there at once; files opened by name (FIFOs, terminals) only in programs that have a poller
// for something else.
type pollable interface {
	Read(p []byte) (int, error)
	Write(p []byte) (int, error)
	Close() error
	SetBlocking() error
	SetDeadline(t time.Time) error
	SetReadDeadline(t time.Time) error
	SetWriteDeadline(t time.Time) error
	RawControl(f func(uintptr)) error
	RawRead(f func(uintptr) bool) error
	RawWrite(f func(uintptr) bool) error
}

// register puts a descriptor that does not block into the poller; one that cannot be there is left as it is.
func (f *File) register() error {
	fd := &poll.FD{Sysfd: f.fd, IsStream: true, ZeroReadIsEOF: true}
	if err := fd.Init("file", true); err != nil {
		return err
	}
	var p pollable = fd
	f.pfd = unsafe.Pointer(&p)
	return nil
}

func (f *File) poll() pollable { return *(*pollable)(f.pfd) }

//go:linkname fcntl syscall.fcntl
func fcntl(fd int, cmd, arg int) (int, error)

// NewFile makes a File of a descriptor; nil: it is none.
func NewFile(fd uintptr, name string) *File {
	if int(fd) < 0 {
		return nil
	}
	f := &File{fd: int(fd), name: name, std: fd == 1 || fd == 2}
	if flags, err := fcntl(f.fd, syscall.F_GETFL, 0); err == nil {
		f.app = flags&syscall.O_APPEND != 0
		if flags&syscall.O_NONBLOCK != 0 {
			f.register()
		}
	}
	return f
}

// Pipe makes a pipe: what is written to w is read from r.
func Pipe() (r, w *File, err error) {
	var p [2]int
	if err := syscall.Pipe2(p[:], syscall.O_CLOEXEC|syscall.O_NONBLOCK); err != nil {
		return nil, nil, NewSyscallError("pipe2", err)
	}
	r, w = &File{fd: p[0], name: "|0", nonblock: true}, &File{fd: p[1], name: "|1", nonblock: true}
	if err = r.register(); err == nil {
		err = w.register()
	}
	if err != nil {
		r.Close()
		w.Close()
		return nil, nil, NewSyscallError("epoll_ctl", err)
	}
	return r, w, nil
}

// Fd gives the descriptor, in blocking mode unless it was handed to NewFile without.
func (f *File) Fd() uintptr {
	if f == nil {
		return ^uintptr(0)
	}
	if f.pfd != nil && f.nonblock {
		f.poll().SetBlocking()
	}
	return uintptr(f.fd)
}

// waits says whether deadlines hold, after registering an opened file that can wait.
func (f *File) waits() error {
	if f == nil {
		return ErrInvalid
	}
	if f.pfd != nil {
		return nil
	}
	if f.fd < 0 {
		return poll.ErrFileClosing
	}
	var st syscall.Stat_t
	if !f.opened || syscall.Fstat(f.fd, &st) != nil {
		return ErrNoDeadline
	}
	switch st.Mode & syscall.S_IFMT {
	case syscall.S_IFIFO, syscall.S_IFCHR, syscall.S_IFSOCK:
	default:
		return ErrNoDeadline
	}
	if f.register() != nil {
		return ErrNoDeadline
	}
	f.nonblock = syscall.SetNonblock(f.fd, true) == nil
	return nil
}

func registerOpened(f *File) { f.waits() }

// SetDeadline sets when reads and writes end with ErrDeadlineExceeded; the zero Time: never.
func (f *File) SetDeadline(t time.Time) error {
	if err := f.waits(); err != nil {
		return err
	}
	return f.poll().SetDeadline(t)
}

func (f *File) SetReadDeadline(t time.Time) error {
	if err := f.waits(); err != nil {
		return err
	}
	return f.poll().SetReadDeadline(t)
}

func (f *File) SetWriteDeadline(t time.Time) error {
	if err := f.waits(); err != nil {
		return err
	}
	return f.poll().SetWriteDeadline(t)
}

// SyscallConn gives access to the descriptor.
func (f *File) SyscallConn() (syscall.RawConn, error) {
	if err := f.check("SyscallConn"); err != nil {
		return nil, err
	}
	return &rawConn{f}, nil
}

type rawConn struct{ f *File }

func (c *rawConn) Control(fn func(fd uintptr)) error {
	if c.f.pfd != nil {
		return c.f.poll().RawControl(fn)
	}
	if err := c.f.check("raw-control"); err != nil {
		return err
	}
	fn(uintptr(c.f.fd))
	return nil
}

func (c *rawConn) wait(op string, fn func(fd uintptr) bool, write bool) error {
	for {
		if err := c.f.check(op); err != nil {
			return err
		}
		if fn(uintptr(c.f.fd)) {
			return nil
		}
		waitFor(c.f.fd, write)
	}
}

func (c *rawConn) Read(fn func(fd uintptr) bool) error {
	if c.f.pfd != nil {
		return c.f.poll().RawRead(fn)
	}
	return c.wait("raw-read", fn, false)
}

func (c *rawConn) Write(fn func(fd uintptr) bool) error {
	if c.f.pfd != nil {
		return c.f.poll().RawWrite(fn)
	}
	return c.wait("raw-write", fn, true)
}
