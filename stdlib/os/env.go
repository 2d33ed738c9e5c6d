package os

import "syscall"

func Getenv(key string) string {
	v, _ := syscall.Getenv(key)
	return v
}

func LookupEnv(key string) (string, bool) { return syscall.Getenv(key) }
func Environ() []string                   { return syscall.Environ() }
func Clearenv()                           { syscall.Clearenv() }
func Unsetenv(key string) error           { return syscall.Unsetenv(key) }

func Setenv(key, value string) error {
	return NewSyscallError("setenv", syscall.Setenv(key, value))
}

// ExpandEnv is Expand by the environment.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// Expand replaces ${var} and $var by mapping(var).
func Expand(s string, mapping func(string) string) string {
	var buf []byte
	start := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '$' || i+1 >= len(s) {
			continue
		}
		buf = append(buf, s[start:i]...)
		name, n := variable(s[i+1:])
		switch {
		case name == "" && n > 0: // a bad ${: it vanishes
		case name == "":
			buf = append(buf, '$')
		default:
			buf = append(buf, mapping(name)...)
		}
		i += n
		start = i + 1
	}
	if buf == nil {
		return s
	}
	return string(append(buf, s[start:]...))
}

func special(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-':
		return true
	}
	return '0' <= c && c <= '9'
}

func alphanumeric(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// variable reads a name behind a dollar sign and returns the bytes that it takes.
func variable(s string) (string, int) {
	switch {
	case s[0] == '{':
		if len(s) > 2 && special(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				if i == 1 {
					return "", 2
				}
				return s[1:i], i + 1
			}
		}
		return "", 1
	case special(s[0]):
		return s[:1], 1
	}
	i := 0
	for i < len(s) && alphanumeric(s[i]) {
		i++
	}
	return s[:i], i
}
