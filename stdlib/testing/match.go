package testing

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
)

// A matcher selects tests by -run and -skip: patterns for each level, with | between alternatives.
type matcher struct {
	mu      sync.Mutex
	run     [][]string
	skip    [][]string
	fn      func(pat, str string) (bool, error)
	used    map[string]int
	matched bool
}

func newMatcher(fn func(pat, str string) (bool, error), run, flag, skip string) *matcher {
	m := &matcher{fn: fn, used: map[string]int{}}
	if run != "" {
		m.run = m.parse(run, flag)
	}
	if skip != "" {
		m.skip = m.parse(skip, "-test.skip")
	}
	return m
}

func (m *matcher) parse(s, flag string) (alts [][]string) {
	for _, alt := range splitTop(s, '|') {
		elems := splitTop(alt, '/')
		for i, e := range elems {
			elems[i] = cleanName(e)
			if _, err := m.fn(elems[i], "non-empty"); err != nil {
				fmt.Fprintf(os.Stderr, "testing: invalid regexp for element %d of %s (%q): %s\n", i, flag, elems[i], err)
				os.Exit(1)
			}
		}
		alts = append(alts, elems)
	}
	return alts
}

// splitTop splits at sep outside of brackets and parentheses.
func splitTop(s string, sep byte) (parts []string) {
	brackets, parens, start := 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[':
			brackets++
		case ']':
			brackets = max(brackets-1, 0)
		case '(':
			if brackets == 0 {
				parens++
			}
		case ')':
			if brackets == 0 {
				parens--
			}
		case '\\':
			i++
		case sep:
			if brackets == 0 && parens == 0 {
				parts = append(parts, s[start:i])
				start = i + 1
			}
		}
	}
	return append(parts, s[start:])
}

func (m *matcher) fullName(c *common, sub string) (name string, ok, partial bool) {
	name = sub
	m.mu.Lock()
	defer m.mu.Unlock()
	if c != nil && c.level > 0 {
		name = m.unique(c.name, cleanName(sub))
	}
	elems := strings.Split(name, "/")
	ok, partial = m.any(m.run, elems, true)
	if len(m.run) == 0 {
		ok, partial = true, false
	}
	if !ok {
		return name, false, false
	}
	if hit, part := m.any(m.skip, elems, false); hit && !part {
		return name, false, false
	}
	m.matched = true
	return name, ok, partial
}

// any tells whether one alternative matches as many elements as there are; partial means that it has more of them.
func (m *matcher) any(alts [][]string, elems []string, _ bool) (ok, partial bool) {
	partial = true
	for _, alt := range alts {
		hit := true
		for i, e := range elems {
			if i >= len(alt) {
				break
			}
			if good, _ := m.fn(alt[i], e); !good {
				hit = false
				break
			}
		}
		if hit {
			ok = true
			partial = partial && len(elems) < len(alt)
		}
	}
	return ok, ok && partial
}

// unique adds #NN to a name that a sibling has.
func (m *matcher) unique(parent, sub string) string {
	base := parent + "/" + sub
	for {
		n := m.used[base]
		m.used[base] = n + 1
		if n == 0 && sub != "" {
			prefix, nn := splitNumber(base)
			if len(prefix) < len(base) && nn < m.used[prefix] {
				base = prefix
				continue
			}
			return base
		}
		name := fmt.Sprintf("%s#%02d", base, n)
		if m.used[name] != 0 {
			continue
		}
		return name
	}
}

func splitNumber(s string) (prefix string, n int) {
	i := strings.LastIndexByte(s, '#')
	if i < 0 {
		return s, 0
	}
	tail := s[i+1:]
	if len(tail) < 2 || (len(tail) > 2 && tail[0] == '0') || tail == "00" && !strings.HasSuffix(s[:i], "/") {
		return s, 0
	}
	v, err := strconv.Atoi(tail)
	if err != nil || v < 0 {
		return s, 0
	}
	return s[:i], v
}

// cleanName makes blanks to underscores and quotes what cannot be printed.
func cleanName(s string) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		switch {
		case isBlank(r):
			b = append(b, '_')
		case !strconv.IsPrint(r):
			q := strconv.QuoteRune(r)
			b = append(b, q[1:len(q)-1]...)
		default:
			b = append(b, string(r)...)
		}
	}
	return string(b)
}

func isBlank(r rune) bool {
	if r < 0x2000 {
		switch r {
		case '\t', '\n', '\v', '\f', '\r', ' ', 0x85, 0xA0, 0x1680:
			return true
		}
		return false
	}
	return r <= 0x200a || r == 0x2028 || r == 0x2029 || r == 0x202f || r == 0x205f || r == 0x3000
}
