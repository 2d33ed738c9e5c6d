// Package path handles slash-separated paths, as in URLs; path/filepath handles those of the operating system.
package path

import (
	"errors"
	"unicode/utf8"
)

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Clean gives the shortest path that means the same by its text alone.
func Clean(path string) string {
	if path == "" {
		return "."
	}
	rooted := path[0] == '/'
	out := make([]byte, 0, len(path))
	floor := 0 // what cannot be taken back: "/", or leading ".."s
	if rooted {
		out = append(out, '/')
		floor = 1
	}
	for i := 0; i < len(path); {
		j := i
		for j < len(path) && path[j] != '/' {
			j++
		}
		elem := path[i:j]
		i = j + 1
		switch {
		case elem == "" || elem == ".":
		case elem == ".." && len(out) > floor:
			k := len(out) - 1
			for k > floor && out[k] != '/' {
				k--
			}
			out = out[:k]
		case elem == "..":
			if !rooted {
				if len(out) > 0 {
					out = append(out, '/')
				}
				out = append(out, ".."...)
				floor = len(out)
			}
		default:
			if len(out) > 0 && !(rooted && len(out) == 1) {
				out = append(out, '/')
			}
			out = append(out, elem...)
		}
	}
	if len(out) == 0 {
		return "."
	}
	return string(out)
}

func lastSlash(s string) int {
	i := len(s) - 1
	for i >= 0 && s[i] != '/' {
		i--
	}
	return i
}

// Split cuts after the last slash.
func Split(path string) (dir, file string) {
	i := lastSlash(path)
	return path[:i+1], path[i+1:]
}

func Join(elem ...string) string {
	var b []byte
	for _, e := range elem {
		if len(b) > 0 || e != "" {
			if len(b) > 0 {
				b = append(b, '/')
			}
			b = append(b, e...)
		}
	}
	if len(b) == 0 {
		return ""
	}
	return Clean(string(b))
}

// Ext is the text from the last dot of the last element on.
func Ext(path string) string {
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		if path[i] == '.' {
			return path[i:]
		}
	}
	return ""
}

func Base(path string) string {
	if path == "" {
		return "."
	}
	for len(path) > 0 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	path = path[lastSlash(path)+1:]
	if path == "" {
		return "/"
	}
	return path
}

func IsAbs(path string) bool { return len(path) > 0 && path[0] == '/' }

func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}

// Match tells whether the whole name matches: * any text, ? any character, [a-c] and [^a-c] classes, \ escapes; none of them
// matches a slash but an escaped or plain one.
func Match(pattern, name string) (matched bool, err error) {
	for len(pattern) > 0 {
		star := false
		for len(pattern) > 0 && pattern[0] == '*' {
			pattern, star = pattern[1:], true
		}
		n := chunkLen(pattern)
		chunk := pattern[:n]
		pattern = pattern[n:]
		if star && chunk == "" {
			return !hasSlash(name), nil
		}
		rest, ok, err := matchChunk(chunk, name)
		if ok && (len(rest) == 0 || len(pattern) > 0) {
			name = rest
			continue
		}
		if err != nil {
			return false, err
		}
		found := false
		for i := 0; star && i < len(name) && name[i] != '/'; i++ {
			rest, ok, err := matchChunk(chunk, name[i+1:])
			if ok {
				if len(pattern) == 0 && len(rest) > 0 {
					continue
				}
				name, found = rest, true
				break
			}
			if err != nil {
				return false, err
			}
		}
		if found {
			continue
		}
		for len(pattern) > 0 { // what is left must be well formed
			for len(pattern) > 0 && pattern[0] == '*' {
				pattern = pattern[1:]
			}
			n := chunkLen(pattern)
			if _, _, err := matchChunk(pattern[:n], ""); err != nil {
				return false, err
			}
			pattern = pattern[n:]
		}
		return false, nil
	}
	return len(name) == 0, nil
}

func hasSlash(s string) bool { return lastSlash(s) >= 0 }

// chunkLen is how far it is to the next star.
func chunkLen(p string) int {
	class := false
	for i := 0; i < len(p); i++ {
		switch p[i] {
		case '\\':
			i++
		case '[':
			class = true
		case ']':
			class = false
		case '*':
			if !class {
				return i
			}
		}
	}
	return len(p)
}

// matchChunk matches a pattern without stars at the beginning of s. After a mismatch it goes on for errors in the pattern.
func matchChunk(p, s string) (rest string, ok bool, err error) {
	failed := false
	for len(p) > 0 {
		failed = failed || len(s) == 0
		switch p[0] {
		case '[':
			var r rune
			if !failed {
				var n int
				r, n = utf8.DecodeRuneInString(s)
				s = s[n:]
			}
			var in bool
			if in, p, err = matchClass(p[1:], r); err != nil {
				return "", false, err
			}
			failed = failed || !in
		case '?':
			if !failed {
				failed = s[0] == '/'
				_, n := utf8.DecodeRuneInString(s)
				s = s[n:]
			}
			p = p[1:]
		case '\\':
			p = p[1:]
			if len(p) == 0 {
				return "", false, ErrBadPattern
			}
			fallthrough
		default:
			if !failed {
				failed = p[0] != s[0]
				s = s[1:]
			}
			p = p[1:]
		}
	}
	if failed {
		return "", false, nil
	}
	return s, true, nil
}

func matchClass(p string, r rune) (in bool, rest string, err error) {
	negated := len(p) > 0 && p[0] == '^'
	if negated {
		p = p[1:]
	}
	match := false
	for n := 0; ; n++ {
		if len(p) > 0 && p[0] == ']' && n > 0 {
			return match != negated, p[1:], nil
		}
		var lo, hi rune
		if lo, p, err = classRune(p); err != nil {
			return false, "", err
		}
		hi = lo
		if p[0] == '-' {
			if hi, p, err = classRune(p[1:]); err != nil {
				return false, "", err
			}
		}
		match = match || lo <= r && r <= hi
	}
}

func classRune(p string) (r rune, rest string, err error) {
	if len(p) == 0 || p[0] == '-' || p[0] == ']' {
		return 0, "", ErrBadPattern
	}
	if p[0] == '\\' {
		p = p[1:]
		if len(p) == 0 {
			return 0, "", ErrBadPattern
		}
	}
	r, n := utf8.DecodeRuneInString(p)
	if r == utf8.RuneError && n == 1 || len(p) == n {
		return 0, "", ErrBadPattern
	}
	return r, p[n:], nil
}
