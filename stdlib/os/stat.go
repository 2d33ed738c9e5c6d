package os

import (
	"io"
	"io/fs"
	"sort"
	"syscall"
	"time"
	"unsafe"
)

type fileStat struct {
	name string
	st   syscall.Stat_t
}

func (s *fileStat) Name() string { return s.name }
func (s *fileStat) Size() int64  { return s.st.Size }
func (s *fileStat) IsDir() bool  { return s.Mode().IsDir() }
func (s *fileStat) Sys() any     { return &s.st }
func (s *fileStat) ModTime() time.Time {
	return time.Unix(s.st.Mtim.Sec, s.st.Mtim.Nsec)
}

func (s *fileStat) Mode() FileMode {
	m := FileMode(s.st.Mode & 0777)
	switch s.st.Mode & syscall.S_IFMT {
	case syscall.S_IFBLK:
		m |= ModeDevice
	case syscall.S_IFCHR:
		m |= ModeDevice | ModeCharDevice
	case syscall.S_IFDIR:
		m |= ModeDir
	case syscall.S_IFIFO:
		m |= ModeNamedPipe
	case syscall.S_IFLNK:
		m |= ModeSymlink
	case syscall.S_IFSOCK:
		m |= ModeSocket
	}
	if s.st.Mode&syscall.S_ISGID != 0 {
		m |= ModeSetgid
	}
	if s.st.Mode&syscall.S_ISUID != 0 {
		m |= ModeSetuid
	}
	if s.st.Mode&syscall.S_ISVTX != 0 {
		m |= ModeSticky
	}
	return m
}

// basename is the last element of a path.
func basename(name string) string {
	for len(name) > 1 && name[len(name)-1] == '/' {
		name = name[:len(name)-1]
	}
	for i := len(name) - 2; i >= 0; i-- {
		if name[i] == '/' {
			return name[i+1:]
		}
	}
	return name
}

func (f *File) Stat() (FileInfo, error) {
	if err := f.check("stat"); err != nil {
		return nil, err
	}
	s := &fileStat{name: basename(f.name)}
	if err := syscall.Fstat(f.fd, &s.st); err != nil {
		return nil, f.wrap("stat", err)
	}
	return s, nil
}

func Stat(name string) (FileInfo, error) {
	s := &fileStat{name: basename(name)}
	if err := syscall.Stat(name, &s.st); err != nil {
		return nil, &PathError{Op: "stat", Path: name, Err: err}
	}
	return s, nil
}

func Lstat(name string) (FileInfo, error) {
	s := &fileStat{name: basename(name)}
	if err := syscall.Lstat(name, &s.st); err != nil {
		return nil, &PathError{Op: "lstat", Path: name, Err: err}
	}
	return s, nil
}

// SameFile reports whether both come from the same file.
func SameFile(a, b FileInfo) bool {
	x, ok := a.(*fileStat)
	y, ok2 := b.(*fileStat)
	return ok && ok2 && x.st.Dev == y.st.Dev && x.st.Ino == y.st.Ino
}

// dirReader holds entries of a directory that were read but not yet given out.
type dirReader struct {
	buf      []byte
	at, have int
}

type dirEntry struct {
	dir, name string
	typ       FileMode
}

func (d *dirEntry) Name() string            { return d.name }
func (d *dirEntry) IsDir() bool             { return d.typ.IsDir() }
func (d *dirEntry) Type() FileMode          { return d.typ }
func (d *dirEntry) Info() (FileInfo, error) { return Lstat(d.dir + "/" + d.name) }
func (d *dirEntry) String() string          { return fs.FormatDirEntry(d) }

// types of struct linux_dirent64
var entryTypes = [...]FileMode{1: ModeNamedPipe, 2: ModeDevice | ModeCharDevice, 4: ModeDir, 6: ModeDevice, 8: 0, 10: ModeSymlink, 12: ModeSocket}

// next returns the next entry, nil at the end.
func (f *File) next() (*dirEntry, error) {
	if f.dir == nil {
		f.dir = &dirReader{buf: make([]byte, 8192)}
	}
	d := f.dir
	for {
		if d.at >= d.have {
			n, err := syscall.Getdents(f.fd, d.buf)
			if err != nil {
				return nil, &PathError{Op: "readdirent", Path: f.name, Err: err}
			}
			if n == 0 {
				return nil, nil
			}
			d.at, d.have = 0, n
		}
		rec := d.buf[d.at:d.have]
		d.at += int(*(*uint16)(unsafe.Pointer(&rec[16])))
		end := 19
		for rec[end] != 0 {
			end++
		}
		name := string(rec[19:end])
		if name == "." || name == ".." {
			continue
		}
		e := &dirEntry{dir: f.name, name: name}
		if t := int(rec[18]); t < len(entryTypes) && t != 0 {
			e.typ = entryTypes[t]
		} else if info, err := e.Info(); err == nil {
			e.typ = info.Mode().Type()
		}
		return e, nil
	}
}

// ReadDir returns up to n entries in the directory's order, all when n <= 0.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	if err := f.check("readdir"); err != nil {
		return nil, err
	}
	list := []DirEntry{}
	for n <= 0 || len(list) < n {
		e, err := f.next()
		if err != nil {
			return list, err
		}
		if e == nil {
			if n > 0 && len(list) == 0 {
				return list, io.EOF
			}
			break
		}
		list = append(list, e)
	}
	return list, nil
}

func (f *File) Readdirnames(n int) (names []string, err error) {
	list, err := f.ReadDir(n)
	names = []string{}
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names, err
}

func (f *File) Readdir(n int) (infos []FileInfo, err error) {
	list, err := f.ReadDir(n)
	infos = []FileInfo{}
	for _, e := range list {
		if info, err := e.Info(); err == nil {
			infos = append(infos, info)
		}
	}
	return infos, err
}

// ReadDir returns a directory's entries sorted by name.
func ReadDir(name string) ([]DirEntry, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	list, err := f.ReadDir(-1)
	sort.Slice(list, func(i, j int) bool { return list[i].Name() < list[j].Name() })
	return list, err
}
