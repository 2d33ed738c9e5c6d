package syscall

import (
	"runtime"
	"sync"
	"unsafe"
)

// ForkLock is held for writing while a process is made. Descriptors that must not go to it are opened with O_CLOEXEC; who cannot do
// that holds the lock for reading until they are marked.
var ForkLock sync.RWMutex

// A Credential is who a new process runs as.
type Credential struct {
	Uid, Gid    uint32
	Groups      []uint32
	NoSetGroups bool
}

// SysProcAttr has what else may be asked of a new process.
type SysProcAttr struct {
	Chroot     string
	Credential *Credential
	Setsid     bool
	Setpgid    bool
	Setctty    bool // with Ctty as its controlling terminal
	Noctty     bool
	Ctty       int
	Foreground bool // its process group in front on Ctty
	Pgid       int
	Pdeathsig  Signal // sent to it when the thread that made it ends
}

// ProcAttr describes a new process. Files become its descriptors 0, 1, ...
type ProcAttr struct {
	Dir   string
	Env   []string
	Files []uintptr
	Sys   *SysProcAttr
}

const (
	forkSetsid = 1 << iota
	forkSetpgid
	forkSetctty
	forkForeground
	forkCredential
	forkNoSetGroups
	forkNoctty
)

// forkArgs is as in the runtime's forkexec.c.
type forkArgs struct {
	path        *byte
	argv, envp  **byte
	chroot, dir *byte
	fds         *int
	nfds, flags, pgid, ctty, pdeathsig,
	uid, gid, ngroups int
	groups *uint32
	pipe   int
	mask   uint64
}

//go:linkname runtimeForkexec runtime.forkexec
func runtimeForkexec(a *forkArgs) int

type procError string

func (e procError) Error() string { return string(e) }

// SlicePtrFromStrings makes C strings and a nil after the last.
func SlicePtrFromStrings(list []string) ([]*byte, error) {
	p := make([]*byte, len(list)+1)
	for i, s := range list {
		var err error
		if p[i], err = BytePtrFromString(s); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func pathOrNil(s string) (*byte, error) {
	if s == "" {
		return nil, nil
	}
	return BytePtrFromString(s)
}

func (a *forkArgs) special(sys *SysProcAttr) (err error) {
	for _, f := range []struct {
		on  bool
		bit int
	}{{sys.Setsid, forkSetsid}, {sys.Setpgid, forkSetpgid}, {sys.Setctty, forkSetctty}, {sys.Foreground, forkForeground}, {sys.Noctty, forkNoctty}} {
		if f.on {
			a.flags |= f.bit
		}
	}
	if sys.Setctty && sys.Foreground {
		return procError("both Setctty and Foreground set in SysProcAttr")
	}
	if sys.Setctty && sys.Ctty >= a.nfds {
		return procError("Setctty set but Ctty not valid in child")
	}
	a.pgid, a.ctty, a.pdeathsig = sys.Pgid, sys.Ctty, int(sys.Pdeathsig)
	if c := sys.Credential; c != nil {
		a.flags |= forkCredential
		if c.NoSetGroups {
			a.flags |= forkNoSetGroups
		}
		a.uid, a.gid, a.ngroups, a.groups = int(c.Uid), int(c.Gid), len(c.Groups), unsafe.SliceData(c.Groups)
	}
	a.chroot, err = pathOrNil(sys.Chroot)
	return err
}

// ForkExec starts the program argv0 in a new process, whose number it returns.
func ForkExec(argv0 string, argv []string, attr *ProcAttr) (pid int, err error) {
	if attr == nil {
		attr = &ProcAttr{}
	}
	var a forkArgs
	var args, env []*byte
	if a.path, err = BytePtrFromString(argv0); err != nil {
		return 0, err
	}
	if args, err = SlicePtrFromStrings(argv); err != nil {
		return 0, err
	}
	if env, err = SlicePtrFromStrings(attr.Env); err != nil {
		return 0, err
	}
	if a.dir, err = pathOrNil(attr.Dir); err != nil {
		return 0, err
	}
	a.nfds = len(attr.Files)
	if attr.Sys != nil {
		if err = a.special(attr.Sys); err != nil {
			return 0, err
		}
	}
	fds := make([]int, len(attr.Files)+1)
	for i, fd := range attr.Files {
		fds[i] = int(fd)
	}
	a.argv, a.envp, a.fds = &args[0], &env[0], &fds[0]
	var pipe [2]int
	ForkLock.Lock()
	if err = Pipe2(pipe[:], O_CLOEXEC); err != nil {
		ForkLock.Unlock()
		return 0, err
	}
	a.pipe = pipe[1]
	pid = runtimeForkexec(&a)
	ForkLock.Unlock()
	runtime.KeepAlive(attr)
	Close(pipe[1])
	defer Close(pipe[0])
	if pid < 0 {
		return 0, Errno(-pid)
	}
	if e := childError(pipe[0]); e != 0 {
		for {
			if _, err := Wait4(pid, nil, 0, nil); err != EINTR {
				return 0, e
			}
		}
	}
	return pid, nil
}

// childError is what the child could not do, 0 once its program runs.
func childError(pipe int) Errno {
	var b [8]byte
	for {
		n, err := Read(pipe, b[:])
		switch {
		case err == EINTR:
			continue
		case err != nil:
			return err.(Errno)
		case n == len(b):
			return Errno(*(*uint64)(unsafe.Pointer(&b)))
		case n != 0:
			return EPIPE
		}
		return 0
	}
}

// StartProcess is ForkExec with a handle that is 0 on Linux.
func StartProcess(argv0 string, argv []string, attr *ProcAttr) (pid int, handle uintptr, err error) {
	pid, err = ForkExec(argv0, argv, attr)
	return pid, 0, err
}

// Exec makes this process run another program.
func Exec(argv0 string, argv []string, envv []string) error {
	path, err := BytePtrFromString(argv0)
	if err != nil {
		return err
	}
	args, err := SlicePtrFromStrings(argv)
	if err != nil {
		return err
	}
	env, err := SlicePtrFromStrings(envv)
	if err != nil {
		return err
	}
	_, _, e := RawSyscall(SYS_EXECVE, uintptr(unsafe.Pointer(path)), uintptr(unsafe.Pointer(&args[0])), uintptr(unsafe.Pointer(&env[0])))
	runtime.KeepAlive(path)
	runtime.KeepAlive(args)
	runtime.KeepAlive(env)
	return e
}

// A WaitStatus says how a process ended, or why it stopped.
type WaitStatus uint32

func (w WaitStatus) Exited() bool    { return w&0x7f == 0 }
func (w WaitStatus) Stopped() bool   { return w&0xff == 0x7f }
func (w WaitStatus) Continued() bool { return w == 0xffff }
func (w WaitStatus) Signaled() bool  { return w&0x7f != 0 && w&0x7f != 0x7f }
func (w WaitStatus) CoreDump() bool  { return w.Signaled() && w&0x80 != 0 }

func (w WaitStatus) ExitStatus() int {
	if !w.Exited() {
		return -1
	}
	return int(w >> 8 & 0xff)
}

func (w WaitStatus) Signal() Signal {
	if !w.Signaled() {
		return -1
	}
	return Signal(w & 0x7f)
}

func (w WaitStatus) StopSignal() Signal {
	if !w.Stopped() {
		return -1
	}
	return Signal(w >> 8 & 0xff)
}

func (w WaitStatus) TrapCause() int {
	if w.StopSignal() != SIGTRAP {
		return -1
	}
	return int(w>>8) >> 8
}

const (
	WNOHANG    = 1
	WUNTRACED  = 2
	WCONTINUED = 8
)

// Wait4 waits for the process pid, or for any with -1.
func Wait4(pid int, status *WaitStatus, options int, usage *Rusage) (int, error) {
	n, err := result(Syscall6(SYS_WAIT4, uintptr(pid), uintptr(unsafe.Pointer(status)), uintptr(options), uintptr(unsafe.Pointer(usage)), 0, 0))
	runtime.KeepAlive(status)
	runtime.KeepAlive(usage)
	return n, err
}

//go:linkname pagesize runtime.pagesize
func pagesize() int

func Getpagesize() int { return pagesize() }

// waitid is os's: waits until the child pid has ended and leaves it there to be waited for.
func waitid(pid int, info *[16]uint64) (int, error) {
	const onlyPid, exited, noWait = 1, 4, 0x1000000
	return result(Syscall6(SYS_WAITID, onlyPid, uintptr(pid), uintptr(unsafe.Pointer(info)), exited|noWait, 0, 0))
}
