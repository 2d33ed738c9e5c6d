package os

import "syscall"

//go:linkname argCount runtime.argcount
func argCount() int

//go:linkname argument runtime.arg
func argument(i int) string

// Args has the command line, with the program's name first.
var Args []string

func init() {
	n := argCount()
	Args = make([]string, n)
	for i := range Args {
		Args[i] = argument(i)
	}
}

//go:linkname exit runtime.exit
func exit(code int32)

// Exit ends the program; deferred functions are not run.
func Exit(code int) { exit(int32(code)) }

func Getpid() int  { return syscall.Getpid() }
func Getppid() int { return syscall.Getppid() }
func Getuid() int  { return syscall.Getuid() }
func Geteuid() int { return syscall.Geteuid() }
func Getgid() int  { return syscall.Getgid() }
func Getegid() int { return syscall.Getegid() }

func Getpagesize() int { return syscall.Getpagesize() }

// A Signal is one of the operating system.
type Signal interface {
	String() string
	Signal()
}

var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

// Hostname returns the kernel's name of the machine.
func Hostname() (name string, err error) {
	b, err := ReadFile("/proc/sys/kernel/hostname")
	if err != nil {
		return "", err
	}
	for len(b) > 0 && b[len(b)-1] == '\n' {
		b = b[:len(b)-1]
	}
	return string(b), nil
}

// Executable returns the path of the program.
func Executable() (string, error) { return Readlink("/proc/self/exe") }
