package exec

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

var (
	// ErrNotFound: no directory of PATH has the program.
	ErrNotFound = errors.New("executable file not found in $PATH")
	// ErrDot: the program was found in the current directory by way of PATH, where it is not run from.
	ErrDot = errors.New("cannot run executable found relative to current directory")
	// ErrWaitDelay: the program ended, and what held its pipes open did not within WaitDelay.
	ErrWaitDelay = errors.New("exec: WaitDelay expired before I/O complete")
)

// An Error is of a program that cannot be started.
type Error struct {
	Name string
	Err  error
}

func (e *Error) Error() string { return "exec: " + strconv.Quote(e.Name) + ": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

func executable(file string) error {
	d, err := os.Stat(file)
	if err != nil {
		return err
	}
	m := d.Mode()
	if m.IsDir() {
		return syscall.EISDIR
	}
	if m&0111 == 0 {
		return fs.ErrPermission
	}
	return nil
}

// LookPath finds the program file in the directories of PATH; a name with a slash is not looked for there. If it is found in a
// relative directory, the error is ErrDot.
func LookPath(file string) (string, error) {
	if strings.Contains(file, "/") {
		if err := executable(file); err != nil {
			return "", &Error{file, err}
		}
		return file, nil
	}
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		if dir == "" {
			dir = "."
		}
		path := filepath.Join(dir, file)
		if executable(path) == nil {
			if !filepath.IsAbs(path) {
				return path, &Error{file, ErrDot}
			}
			return path, nil
		}
	}
	return "", &Error{file, ErrNotFound}
}
