// Package filepath handles the file names of the operating system.
package filepath

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"syscall"
)

const (
	Separator     = '/'
	ListSeparator = ':'
)

var (
	ErrBadPattern       = path.ErrBadPattern
	SkipDir       error = fs.SkipDir
	SkipAll       error = fs.SkipAll
)

// WalkFunc is called for each file of Walk.
type WalkFunc func(path string, info fs.FileInfo, err error) error

func Clean(path_ string) string                            { return path.Clean(path_) }
func ToSlash(path string) string                           { return path }
func FromSlash(path string) string                         { return path }
func Split(path_ string) (dir, file string)                { return path.Split(path_) }
func Join(elem ...string) string                           { return path.Join(elem...) }
func Ext(path_ string) string                              { return path.Ext(path_) }
func Base(path_ string) string                             { return path.Base(path_) }
func Dir(path_ string) string                              { return path.Dir(path_) }
func IsAbs(path_ string) bool                              { return path.IsAbs(path_) }
func VolumeName(path string) string                        { return "" }
func Match(pattern, name string) (matched bool, err error) { return path.Match(pattern, name) }
func HasPrefix(p, prefix string) bool                      { return strings.HasPrefix(p, prefix) }

// IsLocal: not empty, not absolute, and not leading out of the directory it is used in.
func IsLocal(path_ string) bool {
	if IsAbs(path_) || path_ == "" {
		return false
	}
	p := path.Clean(path_)
	return p != ".." && !strings.HasPrefix(p, "../")
}

// Localize makes an operating system's path of a slash-separated one.
func Localize(path string) (string, error) {
	if !fs.ValidPath(path) || strings.IndexByte(path, 0) >= 0 {
		return "", errors.New("invalid path")
	}
	return path, nil
}

func SplitList(path string) []string {
	if path == "" {
		return []string{}
	}
	return strings.Split(path, ":")
}

func Abs(path string) (string, error) {
	if IsAbs(path) {
		return Clean(path), nil
	}
	wd, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return Join(wd, path), nil
}

// Rel is the path that leads from basepath to targpath.
func Rel(basepath, targpath string) (string, error) {
	base, targ := Clean(basepath), Clean(targpath)
	if targ == base {
		return ".", nil
	}
	if base == "." {
		base = ""
	}
	if IsAbs(base) != IsAbs(targ) {
		return "", errors.New("Rel: can't make " + targpath + " relative to " + basepath)
	}
	split := func(s string) []string {
		return slices.DeleteFunc(strings.Split(s, "/"), func(e string) bool { return e == "" })
	}
	b, t := split(base), split(targ)
	for len(b) > 0 && len(t) > 0 && b[0] == t[0] {
		b, t = b[1:], t[1:]
	}
	if len(b) > 0 && b[0] == ".." {
		return "", errors.New("Rel: can't make " + targpath + " relative to " + basepath)
	}
	up := make([]string, len(b))
	for i := range up {
		up[i] = ".."
	}
	if len(t) == 1 && t[0] == "." {
		t = nil
	}
	return strings.Join(append(up, t...), "/"), nil
}

// EvalSymlinks follows all symbolic links.
func EvalSymlinks(path string) (string, error) {
	done, rest := "", path
	if IsAbs(path) {
		done = "/"
	}
	for links := 0; rest != ""; {
		var elem string
		elem, rest, _ = strings.Cut(rest, "/")
		switch elem {
		case "", ".":
			continue
		case "..":
			if done == "" || done == ".." || strings.HasSuffix(done, "/..") {
				done = Join(done, "..")
				if done == "." {
					done = ".."
				}
			} else if done = Dir(done); done == "." {
				done = ""
			}
			continue
		}
		next := elem
		if done != "" {
			next = strings.TrimSuffix(done, "/") + "/" + elem
		}
		fi, err := os.Lstat(next)
		if err != nil {
			return "", err
		}
		if fi.Mode()&fs.ModeSymlink == 0 {
			if !fi.IsDir() && rest != "" {
				return "", syscall.ENOTDIR
			}
			done = next
			continue
		}
		if links++; links > 255 {
			return "", errors.New("EvalSymlinks: too many links")
		}
		link, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if IsAbs(link) {
			done = "/"
		}
		rest = link + "/" + rest
	}
	return Clean(done), nil
}

// WalkDir calls fn for root and all below it, in lexical order.
func WalkDir(root string, fn fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkDir(root, fs.FileInfoToDirEntry(info), fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walkDir(path string, d fs.DirEntry, fn fs.WalkDirFunc) error {
	if err := fn(path, d, nil); err != nil || !d.IsDir() {
		if err == SkipDir && d.IsDir() {
			err = nil
		}
		return err
	}
	dirs, err := os.ReadDir(path)
	if err != nil {
		if err = fn(path, d, err); err != nil {
			if err == SkipDir && d.IsDir() {
				err = nil
			}
			return err
		}
	}
	for _, e := range dirs {
		if err := walkDir(Join(path, e.Name()), e, fn); err != nil {
			if err == SkipDir {
				break
			}
			return err
		}
	}
	return nil
}

// Walk is WalkDir with a FileInfo for each file.
func Walk(root string, fn WalkFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walk(root, info, fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walk(path string, info fs.FileInfo, fn WalkFunc) error {
	if !info.IsDir() {
		return fn(path, info, nil)
	}
	dirs, err := os.ReadDir(path)
	if err1 := fn(path, info, err); err != nil || err1 != nil {
		return err1
	}
	for _, e := range dirs {
		name := Join(path, e.Name())
		fi, err := os.Lstat(name)
		if err != nil {
			if err := fn(name, fi, err); err != nil && err != SkipDir {
				return err
			}
			continue
		}
		if err = walk(name, fi, fn); err != nil {
			if !fi.IsDir() || err != SkipDir {
				return err
			}
		}
	}
	return nil
}

// Glob lists the files that match the pattern.
func Glob(pattern string) (matches []string, err error) {
	if _, err := Match(pattern, ""); err != nil {
		return nil, err
	}
	if !strings.ContainsAny(pattern, `*?[\`) {
		if _, err := os.Lstat(pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := Split(pattern)
	switch dir {
	case "":
		dir = "."
	case "/":
	default:
		dir = dir[:len(dir)-1]
	}
	if !strings.ContainsAny(dir, `*?[\`) {
		return globDir(dir, file, nil)
	}
	if dir == pattern {
		return nil, ErrBadPattern
	}
	dirs, err := Glob(dir)
	for _, d := range dirs {
		if matches, err = globDir(d, file, matches); err != nil {
			return nil, err
		}
	}
	return matches, err
}

func globDir(dir, pattern string, matches []string) ([]string, error) {
	fi, err := os.Stat(dir)
	if err != nil || !fi.IsDir() {
		return matches, nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return matches, nil
	}
	defer f.Close()
	names, _ := f.Readdirnames(-1)
	slices.Sort(names)
	for _, n := range names {
		ok, err := Match(pattern, n)
		if err != nil {
			return matches, err
		}
		if ok {
			matches = append(matches, Join(dir, n))
		}
	}
	return matches, nil
}
