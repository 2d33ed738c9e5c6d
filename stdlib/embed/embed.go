// Package embed has the type of file trees that //go:embed puts into the program.
package embed

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

// FS is a read-only tree of files. The zero value has no files.
type FS struct{ files []file } // files and their directories, sorted by name

type file struct {
	name string
	data string
	dir  bool
}

// FromCompiler is what a variable with //go:embed is initialized with: name, 0, size in decimal, 0, contents of each file.
func FromCompiler(text string) FS {
	var f FS
	seen := map[string]bool{".": true}
	f.files = append(f.files, file{name: ".", dir: true})
	for text != "" {
		var name, size string
		name, text, _ = strings.Cut(text, "\x00")
		size, text, _ = strings.Cut(text, "\x00")
		n, _ := strconv.Atoi(size)
		f.files = append(f.files, file{name: name, data: text[:n]})
		text = text[n:]
		for dir := path.Dir(name); !seen[dir]; dir = path.Dir(dir) {
			seen[dir] = true
			f.files = append(f.files, file{name: dir, dir: true})
		}
	}
	slices.SortFunc(f.files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return f
}

func (f FS) lookup(name string) *file {
	if !fs.ValidPath(name) {
		return nil
	}
	if name == "." && len(f.files) == 0 {
		return &file{name: ".", dir: true}
	}
	i, ok := slices.BinarySearchFunc(f.files, name, func(a file, n string) int { return strings.Compare(a.name, n) })
	if !ok {
		return nil
	}
	return &f.files[i]
}

func (f FS) children(dir string) (list []fs.DirEntry) {
	for i := range f.files {
		if e := &f.files[i]; e.name != "." && path.Dir(e.name) == dir {
			list = append(list, e)
		}
	}
	return list
}

func (f *file) Name() string               { return path.Base(f.name) }
func (f *file) Size() int64                { return int64(len(f.data)) }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) IsDir() bool                { return f.dir }
func (f *file) Sys() any                   { return nil }
func (f *file) Type() fs.FileMode          { return f.Mode().Type() }
func (f *file) Info() (fs.FileInfo, error) { return f, nil }
func (f *file) String() string             { return fs.FormatFileInfo(f) }

func (f *file) Mode() fs.FileMode {
	if f.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

// Open opens a file, which is an io.Seeker and io.ReaderAt when it is no directory.
func (f FS) Open(name string) (fs.File, error) {
	e := f.lookup(name)
	if e == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if e.dir {
		return &openDir{e, f.children(e.name), 0}, nil
	}
	return &openFile{e, 0}, nil
}

func (f FS) ReadDir(name string) ([]fs.DirEntry, error) {
	file, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	dir, ok := file.(*openDir)
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("not a directory")}
	}
	return dir.files, nil
}

func (f FS) ReadFile(name string) ([]byte, error) {
	file, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	o, ok := file.(*openFile)
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a directory")}
	}
	return []byte(o.f.data), nil
}

type openFile struct {
	f      *file
	offset int64
}

func (f *openFile) Close() error               { return nil }
func (f *openFile) Stat() (fs.FileInfo, error) { return f.f, nil }

func (f *openFile) Read(b []byte) (int, error) {
	if f.offset >= int64(len(f.f.data)) {
		return 0, io.EOF
	}
	if f.offset < 0 {
		return 0, &fs.PathError{Op: "read", Path: f.f.name, Err: fs.ErrInvalid}
	}
	n := copy(b, f.f.data[f.offset:])
	f.offset += int64(n)
	return n, nil
}

func (f *openFile) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case 1:
		offset += f.offset
	case 2:
		offset += int64(len(f.f.data))
	}
	if offset < 0 || offset > int64(len(f.f.data)) {
		return 0, &fs.PathError{Op: "seek", Path: f.f.name, Err: fs.ErrInvalid}
	}
	f.offset = offset
	return offset, nil
}

func (f *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > int64(len(f.f.data)) {
		return 0, &fs.PathError{Op: "read", Path: f.f.name, Err: fs.ErrInvalid}
	}
	n := copy(b, f.f.data[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

type openDir struct {
	f      *file
	files  []fs.DirEntry
	offset int
}

func (d *openDir) Close() error               { return nil }
func (d *openDir) Stat() (fs.FileInfo, error) { return d.f, nil }

func (d *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.f.name, Err: errors.New("is a directory")}
}

func (d *openDir) ReadDir(count int) ([]fs.DirEntry, error) {
	n := len(d.files) - d.offset
	if n == 0 {
		if count <= 0 {
			return nil, nil
		}
		return nil, io.EOF
	}
	if count > 0 && n > count {
		n = count
	}
	list := slices.Clone(d.files[d.offset:][:n])
	d.offset += n
	return list, nil
}
