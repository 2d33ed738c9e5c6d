package syscall

import "unsafe"

const (
	F_GETFD         = 1
	F_SETFD         = 2
	F_GETFL         = 3
	F_SETFL         = 4
	F_DUPFD_CLOEXEC = 0x406
	FD_CLOEXEC      = 1

	RLIMIT_NOFILE = 7
)

// fcntl is also os's, net's and internal/poll's.
func fcntl(fd int, cmd, arg int) (int, error) {
	return result(RawSyscall(SYS_FCNTL, uintptr(fd), uintptr(cmd), uintptr(arg)))
}

func SetNonblock(fd int, nonblocking bool) error {
	flags, err := fcntl(fd, F_GETFL, 0)
	if err != nil || flags&O_NONBLOCK != 0 == nonblocking {
		return err
	}
	_, err = fcntl(fd, F_SETFL, flags^O_NONBLOCK)
	return err
}

func CloseOnExec(fd int) { fcntl(fd, F_SETFD, FD_CLOEXEC) }

func Dup(fd int) (int, error) { return result(RawSyscall(SYS_DUP, uintptr(fd), 0, 0)) }

type Rlimit struct{ Cur, Max uint64 }

func prlimit(resource int, old, new *Rlimit) error {
	_, _, e := RawSyscall6(SYS_PRLIMIT64, 0, uintptr(resource), uintptr(unsafe.Pointer(new)), uintptr(unsafe.Pointer(old)), 0, 0)
	return failure(0, 0, e)
}

func Getrlimit(resource int, l *Rlimit) error { return prlimit(resource, l, nil) }
func Setrlimit(resource int, l *Rlimit) error { return prlimit(resource, nil, l) }

// Rusage is what the process has used; Maxrss in KB.
type Rusage struct {
	Utime, Stime                     Timeval
	Maxrss, Ixrss, Idrss, Isrss      int64
	Minflt, Majflt, Nswap            int64
	Inblock, Oublock, Msgsnd, Msgrcv int64
	Nsignals, Nvcsw, Nivcsw          int64
}

func Getrusage(who int, r *Rusage) error {
	return failure(RawSyscall(SYS_GETRUSAGE, uintptr(who), uintptr(unsafe.Pointer(r)), 0))
}

// A RawConn gives access to a descriptor.
type RawConn interface {
	Control(f func(fd uintptr)) error
	Read(f func(fd uintptr) (done bool)) error
	Write(f func(fd uintptr) (done bool)) error
}

// A Conn has a RawConn.
type Conn interface {
	SyscallConn() (RawConn, error)
}

type pollFd struct {
	fd              int32
	events, revents int16
}

// waitFor blocks until fd can be read or, with write, written.
func waitFor(fd int, write bool) {
	p := &pollFd{fd: int32(fd), events: 1}
	if write {
		p.events = 4
	}
	Syscall6(SYS_PPOLL, uintptr(unsafe.Pointer(p)), 1, 0, 0, 8, 0)
}
