package os

import (
	"io/fs"
	"syscall"
)

func pathError(op, path string, err error) error {
	if err == nil {
		return nil
	}
	return &PathError{Op: op, Path: path, Err: err}
}

func Mkdir(name string, perm FileMode) error {
	return pathError("mkdir", name, syscall.Mkdir(name, sysMode(perm)))
}

// MkdirAll makes a directory and what is missing above it.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	for end > 0 && path[end-1] != '/' {
		end--
	}
	if end > 1 {
		if err := MkdirAll(path[:end-1], perm); err != nil {
			return err
		}
	}
	if err := Mkdir(path, perm); err != nil {
		if info, serr := Lstat(path); serr == nil && info.IsDir() {
			return nil
		}
		return err
	}
	return nil
}

// Remove removes a file or an empty directory.
func Remove(name string) error {
	err := syscall.Unlink(name)
	if err == nil {
		return nil
	}
	derr := syscall.Rmdir(name)
	if derr == nil {
		return nil
	}
	if derr != syscall.ENOTDIR {
		err = derr
	}
	return &PathError{Op: "remove", Path: name, Err: err}
}

// RemoveAll removes a tree; it is no error when there is none.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if basename(path) == "." {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	err := Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	info, serr := Lstat(path)
	if serr != nil || !info.IsDir() {
		if IsNotExist(serr) {
			return nil
		}
		return err
	}
	list, err := ReadDir(path)
	if err != nil && !IsNotExist(err) {
		return err
	}
	for _, e := range list {
		if err := RemoveAll(path + "/" + e.Name()); err != nil {
			return err
		}
	}
	if err := Remove(path); err != nil && !IsNotExist(err) {
		return err
	}
	return nil
}

func Rename(oldpath, newpath string) error {
	if err := syscall.Rename(oldpath, newpath); err != nil {
		return &LinkError{"rename", oldpath, newpath, err}
	}
	return nil
}

func Symlink(oldname, newname string) error {
	if err := syscall.Symlink(oldname, newname); err != nil {
		return &LinkError{"symlink", oldname, newname, err}
	}
	return nil
}

func Readlink(name string) (string, error) {
	for size := 128; ; size *= 2 {
		buf := make([]byte, size)
		n, err := syscall.Readlink(name, buf)
		if err != nil {
			return "", &PathError{Op: "readlink", Path: name, Err: err}
		}
		if n < size {
			return string(buf[:n]), nil
		}
	}
}

func Chmod(name string, mode FileMode) error {
	return pathError("chmod", name, syscall.Chmod(name, sysMode(mode)))
}

func Chdir(dir string) error { return pathError("chdir", dir, syscall.Chdir(dir)) }

func Getwd() (string, error) {
	for size := 256; ; size *= 2 {
		buf := make([]byte, size)
		n, err := syscall.Getcwd(buf)
		if err == syscall.ERANGE {
			continue
		}
		if err != nil {
			return "", NewSyscallError("getwd", err)
		}
		return string(buf[:n-1]), nil
	}
}

func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

//go:linkname random runtime.fastrand64
func random() uint64

// tempName splits a pattern at its last star and puts a number there.
func tempName(dir, pattern string) (string, error) {
	if dir == "" {
		dir = TempDir()
	}
	for i := 0; i < len(pattern); i++ {
		if pattern[i] == '/' {
			return "", &PathError{Op: "createtemp", Path: pattern, Err: ErrInvalid}
		}
	}
	prefix, suffix := pattern, ""
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] == '*' {
			prefix, suffix = pattern[:i], pattern[i+1:]
			break
		}
	}
	n := random() % 10000000000
	digits := ""
	for i := 0; i < 10; i++ {
		digits = string(rune('0'+n%10)) + digits
		n /= 10
	}
	if dir[len(dir)-1] != '/' {
		dir += "/"
	}
	return dir + prefix + digits + suffix, nil
}

// CreateTemp makes a new file, named by pattern with a random number at its last star.
func CreateTemp(dir, pattern string) (*File, error) {
	for try := 0; ; try++ {
		name, err := tempName(dir, pattern)
		if err != nil {
			return nil, err
		}
		f, err := OpenFile(name, O_RDWR|O_CREATE|O_EXCL, 0600)
		if IsExist(err) && try < 10000 {
			continue
		}
		return f, err
	}
}

// MkdirTemp makes a new directory likewise.
func MkdirTemp(dir, pattern string) (string, error) {
	for try := 0; ; try++ {
		name, err := tempName(dir, pattern)
		if err != nil {
			return "", err
		}
		err = Mkdir(name, 0700)
		if IsExist(err) && try < 10000 {
			continue
		}
		if err != nil {
			return "", err
		}
		return name, nil
	}
}

type dirFS string

// DirFS is the tree of files below a directory.
func DirFS(dir string) fs.FS { return dirFS(dir) }

func (dir dirFS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &PathError{Op: "open", Path: name, Err: ErrInvalid}
	}
	f, err := Open(string(dir) + "/" + name)
	if err != nil {
		err.(*PathError).Path = name
		return nil, err
	}
	return f, nil
}
