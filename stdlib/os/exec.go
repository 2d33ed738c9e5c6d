package os

import (
	"errors"
	"runtime"
	"sync"
	"syscall"
	"time"
	_ "unsafe"
)

// ProcAttr describes a process that StartProcess makes. Env nil means this process's; Files become its descriptors 0, 1, ...
type ProcAttr struct {
	Dir   string
	Env   []string
	Files []*File
	Sys   *syscall.SysProcAttr
}

// A Process is one that StartProcess made or FindProcess was asked for.
type Process struct {
	Pid  int
	mu   sync.RWMutex // held for reading while a signal is sent: no other process has the number meanwhile
	done bool
	free bool // released
}

// StartProcess starts the program name with the arguments argv, argv[0] included.
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error) {
	if attr != nil && attr.Sys == nil && attr.Dir != "" {
		// the child cannot say which of the two is missing
		if _, err := Stat(attr.Dir); err != nil {
			err := err.(*PathError)
			err.Op = "chdir"
			return nil, err
		}
	}
	sys := &syscall.ProcAttr{}
	if attr != nil {
		sys.Dir, sys.Env, sys.Sys = attr.Dir, attr.Env, attr.Sys
		for _, f := range attr.Files {
			sys.Files = append(sys.Files, f.Fd())
		}
	}
	if sys.Env == nil {
		sys.Env = Environ()
	}
	pid, err := syscall.ForkExec(name, argv, sys)
	runtime.KeepAlive(attr)
	if err != nil {
		return nil, &PathError{Op: "fork/exec", Path: name, Err: err}
	}
	return &Process{Pid: pid}, nil
}

// FindProcess never fails on Unix; whether there is such a process Signal tells.
func FindProcess(pid int) (*Process, error) { return &Process{Pid: pid}, nil }

// Release gives up p, which nobody will wait for.
func (p *Process) Release() error {
	p.mu.Lock()
	p.free = true
	p.Pid = -1
	p.mu.Unlock()
	return nil
}

func (p *Process) Kill() error { return p.Signal(Kill) }

// Signal sends sig to the process.
func (p *Process) Signal(sig Signal) error {
	if p == nil || p.Pid == -1 {
		return errors.New("os: process already released")
	}
	if p.Pid == 0 {
		return errors.New("os: process not initialized")
	}
	s, ok := sig.(syscall.Signal)
	if !ok {
		return errors.New("os: unsupported signal type")
	}
	p.mu.RLock()
	defer p.mu.RUnlock()
	if p.done {
		return ErrProcessDone
	}
	err := syscall.Kill(p.Pid, s)
	if err == syscall.ESRCH {
		return ErrProcessDone
	}
	return err
}

// Wait waits for the process, a child of this one, to end.
func (p *Process) Wait() (*ProcessState, error) {
	if p == nil || p.Pid == -1 || p.free {
		return nil, syscall.EINVAL
	}
	// First without taking its number away, so that no signal goes to another process that gets it.
	var info [16]uint64
	for {
		_, err := waitid(p.Pid, &info)
		if err == nil || err != syscall.EINTR {
			break
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	var status syscall.WaitStatus
	var usage syscall.Rusage
	for {
		pid, err := syscall.Wait4(p.Pid, &status, 0, &usage)
		if err == syscall.EINTR {
			continue
		}
		if err != nil {
			return nil, NewSyscallError("wait", err)
		}
		p.done = true
		return &ProcessState{pid, status, &usage}, nil
	}
}

//go:linkname itoa syscall.itoa
func itoa(n int) string

//go:linkname waitid syscall.waitid
func waitid(pid int, info *[16]uint64) (int, error)

// A ProcessState is how a process ended.
type ProcessState struct {
	pid    int
	status syscall.WaitStatus
	rusage *syscall.Rusage
}

func (s *ProcessState) Pid() int      { return s.pid }
func (s *ProcessState) Exited() bool  { return s.status.Exited() }
func (s *ProcessState) Success() bool { return s.status.ExitStatus() == 0 }
func (s *ProcessState) Sys() any      { return s.status }
func (s *ProcessState) SysUsage() any { return s.rusage }

func duration(t syscall.Timeval) time.Duration {
	return time.Duration(t.Sec)*time.Second + time.Duration(t.Usec)*time.Microsecond
}

func (s *ProcessState) UserTime() time.Duration   { return duration(s.rusage.Utime) }
func (s *ProcessState) SystemTime() time.Duration { return duration(s.rusage.Stime) }

// ExitCode is the exit status, -1 when a signal ended the process or there is no state.
func (s *ProcessState) ExitCode() int {
	if s == nil {
		return -1
	}
	return s.status.ExitStatus()
}

func (s *ProcessState) String() string {
	if s == nil {
		return "<nil>"
	}
	text := ""
	switch w := s.status; {
	case w.Exited():
		text = "exit status " + itoa(w.ExitStatus())
	case w.Signaled():
		text = "signal: " + w.Signal().String()
	case w.Stopped():
		text = "stop signal: " + w.StopSignal().String()
	case w.Continued():
		text = "continued"
	}
	if s.status.CoreDump() {
		text += " (core dumped)"
	}
	return text
}
