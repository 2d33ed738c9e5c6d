// Package syscall has the system calls, error numbers and constants of Linux that the library needs.
package syscall

import "unsafe"

//go:linkname syscall6 runtime.syscall6
//go:noescape
func syscall6(num, a1, a2, a3, a4, a5, a6 uintptr) int

//go:linkname blocksyscall runtime.blocksyscall
//go:noescape
func blocksyscall(num, a1, a2, a3, a4, a5, a6 uintptr) int

// RawSyscall6 makes a system call that does not block.
func RawSyscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno) {
	r := syscall6(trap, a1, a2, a3, a4, a5, a6)
	if r < 0 && r > -4096 {
		return ^uintptr(0), 0, Errno(-r)
	}
	return uintptr(r), 0, 0
}

func RawSyscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno) {
	return RawSyscall6(trap, a1, a2, a3, 0, 0, 0)
}

func Syscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno) {
	return Syscall6(trap, a1, a2, a3, 0, 0, 0)
}

// Syscall6 makes a system call that may block; other goroutines run meanwhile.
func Syscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno) {
	r := blocksyscall(trap, a1, a2, a3, a4, a5, a6)
	if r < 0 && r > -4096 {
		return ^uintptr(0), 0, Errno(-r)
	}
	return uintptr(r), 0, 0
}

// An Errno is an error number of the system.
type Errno uintptr

func (e Errno) Error() string {
	if int(e) < len(errorTexts) && errorTexts[e] != "" {
		return errorTexts[e]
	}
	return "errno " + itoa(int(e))
}

func itoa(n int) string {
	if n < 0 {
		return "-" + itoa(-n)
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// oserror has the errors that Errno.Is knows; package internal/oserror makes them.
func (e Errno) Is(target error) bool {
	for _, k := range known {
		if k.err == target {
			for _, n := range k.nums {
				if n == e {
					return true
				}
			}
		}
	}
	return false
}

func (e Errno) Temporary() bool {
	return e == EINTR || e == EMFILE || e == ENFILE || e.Timeout()
}

func (e Errno) Timeout() bool { return e == EAGAIN || e == ETIMEDOUT }

// BytePtrFromString returns s with a zero byte behind it; EINVAL when it has one inside.
func BytePtrFromString(s string) (*byte, error) {
	b, err := ByteSliceFromString(s)
	if err != nil {
		return nil, err
	}
	return &b[0], nil
}

func ByteSliceFromString(s string) ([]byte, error) {
	for i := 0; i < len(s); i++ {
		if s[i] == 0 {
			return nil, EINVAL
		}
	}
	b := make([]byte, len(s)+1)
	copy(b, s)
	return b, nil
}

func pointer(p []byte) uintptr { return uintptr(unsafe.Pointer(unsafe.SliceData(p))) }

func result(r1, _ uintptr, e Errno) (int, error) {
	if e != 0 {
		return -1, e
	}
	return int(r1), nil
}

func failure(_, _ uintptr, e Errno) error {
	if e != 0 {
		return e
	}
	return nil
}

func Read(fd int, p []byte) (n int, err error) {
	return result(Syscall(SYS_READ, uintptr(fd), pointer(p), uintptr(len(p))))
}

func Write(fd int, p []byte) (n int, err error) {
	return result(Syscall(SYS_WRITE, uintptr(fd), pointer(p), uintptr(len(p))))
}

func Pread(fd int, p []byte, off int64) (n int, err error) {
	return result(Syscall6(SYS_PREAD64, uintptr(fd), pointer(p), uintptr(len(p)), uintptr(off), 0, 0))
}

func Pwrite(fd int, p []byte, off int64) (n int, err error) {
	return result(Syscall6(SYS_PWRITE64, uintptr(fd), pointer(p), uintptr(len(p)), uintptr(off), 0, 0))
}

func Seek(fd int, off int64, whence int) (int64, error) {
	n, err := result(RawSyscall(SYS_LSEEK, uintptr(fd), uintptr(off), uintptr(whence)))
	return int64(n), err
}

func Close(fd int) error { return failure(RawSyscall(SYS_CLOSE, uintptr(fd), 0, 0)) }

// withPath calls f with a zero-terminated path.
func withPath(path string, f func(p uintptr) (uintptr, uintptr, Errno)) (int, error) {
	b, err := BytePtrFromString(path)
	if err != nil {
		return -1, err
	}
	n, err := result(f(uintptr(unsafe.Pointer(b))))
	keep(b)
	return n, err
}

//go:noinline
func keep(*byte) {}

const atFDCWD = -100

// cwd is atFDCWD as the kernel takes it.
func cwd() uintptr {
	fd := atFDCWD
	return uintptr(fd)
}

func Open(path string, mode int, perm uint32) (fd int, err error) {
	return withPath(path, func(p uintptr) (uintptr, uintptr, Errno) {
		return Syscall6(SYS_OPENAT, cwd(), p, uintptr(mode|O_LARGEFILE), uintptr(perm), 0, 0)
	})
}

func Mkdir(path string, mode uint32) error {
	_, err := withPath(path, func(p uintptr) (uintptr, uintptr, Errno) {
		return RawSyscall(SYS_MKDIRAT, cwd(), p, uintptr(mode))
	})
	return err
}

func Mknod(path string, mode uint32, dev int) error {
	_, err := withPath(path, func(p uintptr) (uintptr, uintptr, Errno) {
		return RawSyscall6(SYS_MKNODAT, cwd(), p, uintptr(mode), uintptr(dev), 0, 0)
	})
	return err
}

func Mkfifo(path string, mode uint32) error { return Mknod(path, mode|S_IFIFO, 0) }

func unlinkat(path string, flags int) error {
	_, err := withPath(path, func(p uintptr) (uintptr, uintptr, Errno) {
		return RawSyscall(SYS_UNLINKAT, cwd(), p, uintptr(flags))
	})
	return err
}

func Unlink(path string) error { return unlinkat(path, 0) }
func Rmdir(path string) error  { return unlinkat(path, 0x200) }

func Rename(from, to string) error {
	f, err := BytePtrFromString(from)
	if err != nil {
		return err
	}
	_, err = withPath(to, func(p uintptr) (uintptr, uintptr, Errno) {
		return RawSyscall6(SYS_RENAMEAT2, cwd(), uintptr(unsafe.Pointer(f)), cwd(), p, 0, 0)
	})
	return err
}

func Chdir(path string) error {
	_, err := withPath(path, func(p uintptr) (uintptr, uintptr, Errno) { return RawSyscall(SYS_CHDIR, p, 0, 0) })
	return err
}

func Chmod(path string, mode uint32) error {
	_, err := withPath(path, func(p uintptr) (uintptr, uintptr, Errno) {
		return RawSyscall(SYS_FCHMODAT, cwd(), p, uintptr(mode))
	})
	return err
}

func Symlink(old, new string) error {
	o, err := BytePtrFromString(old)
	if err != nil {
		return err
	}
	_, err = withPath(new, func(p uintptr) (uintptr, uintptr, Errno) {
		return RawSyscall(SYS_SYMLINKAT, uintptr(unsafe.Pointer(o)), cwd(), p)
	})
	return err
}

func Readlink(path string, buf []byte) (n int, err error) {
	return withPath(path, func(p uintptr) (uintptr, uintptr, Errno) {
		return RawSyscall6(SYS_READLINKAT, cwd(), p, pointer(buf), uintptr(len(buf)), 0, 0)
	})
}

func Getcwd(buf []byte) (n int, err error) {
	return result(RawSyscall(SYS_GETCWD, pointer(buf), uintptr(len(buf)), 0))
}

func Getdents(fd int, buf []byte) (n int, err error) {
	return result(Syscall(SYS_GETDENTS64, uintptr(fd), pointer(buf), uintptr(len(buf))))
}

func Ftruncate(fd int, size int64) error {
	return failure(RawSyscall(SYS_FTRUNCATE, uintptr(fd), uintptr(size), 0))
}

func Fsync(fd int) error { return failure(Syscall(SYS_FSYNC, uintptr(fd), 0, 0)) }

func Fstat(fd int, st *Stat_t) error {
	return failure(RawSyscall(SYS_FSTAT, uintptr(fd), uintptr(unsafe.Pointer(st)), 0))
}

func statat(path string, st *Stat_t, flags int) error {
	_, err := withPath(path, func(p uintptr) (uintptr, uintptr, Errno) {
		return RawSyscall6(SYS_NEWFSTATAT, cwd(), p, uintptr(unsafe.Pointer(st)), uintptr(flags), 0, 0)
	})
	return err
}

func Stat(path string, st *Stat_t) error  { return statat(path, st, 0) }
func Lstat(path string, st *Stat_t) error { return statat(path, st, 0x100) }

func Pipe2(p []int, flags int) error {
	if len(p) != 2 {
		return EINVAL
	}
	var fds [2]int32
	err := failure(RawSyscall(SYS_PIPE2, uintptr(unsafe.Pointer(&fds)), uintptr(flags), 0))
	if err == nil {
		p[0], p[1] = int(fds[0]), int(fds[1])
	}
	return err
}

func Pipe(p []int) error { return Pipe2(p, 0) }

func id(num uintptr) int {
	r, _, _ := RawSyscall(num, 0, 0, 0)
	return int(r)
}

func Getpid() int  { return id(SYS_GETPID) }
func Getppid() int { return id(SYS_GETPPID) }
func Gettid() int  { return id(SYS_GETTID) }
func Getuid() int  { return id(SYS_GETUID) }
func Geteuid() int { return id(SYS_GETEUID) }
func Getgid() int  { return id(SYS_GETGID) }
func Getegid() int { return id(SYS_GETEGID) }

func Kill(pid int, sig Signal) error {
	return failure(RawSyscall(SYS_KILL, uintptr(pid), uintptr(sig), 0))
}

const (
	O_RDONLY    = 0
	O_WRONLY    = 1
	O_RDWR      = 2
	O_CREAT     = 0x40
	O_EXCL      = 0x80
	O_TRUNC     = 0x200
	O_APPEND    = 0x400
	O_NONBLOCK  = 0x800
	O_SYNC      = 0x101000
	O_CLOEXEC   = 0x80000
	O_LARGEFILE = 0

	Stdin  = 0
	Stdout = 1
	Stderr = 2

	S_IFMT   = 0xf000
	S_IFSOCK = 0xc000
	S_IFLNK  = 0xa000
	S_IFREG  = 0x8000
	S_IFBLK  = 0x6000
	S_IFDIR  = 0x4000
	S_IFCHR  = 0x2000
	S_IFIFO  = 0x1000
	S_ISUID  = 0x800
	S_ISGID  = 0x400
	S_ISVTX  = 0x200

	ImplementsGetwd = true
	PathMax         = 4096
)

type Timespec struct{ Sec, Nsec int64 }

func (ts *Timespec) Unix() (sec int64, nsec int64) { return ts.Sec, ts.Nsec }
func (ts *Timespec) Nano() int64                   { return ts.Sec*1e9 + ts.Nsec }

type Timeval struct{ Sec, Usec int64 }
