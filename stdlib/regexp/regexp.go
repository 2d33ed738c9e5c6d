// Package regexp matches regular expressions in time linear in the text. The syntax is RE2's.
package regexp

import (
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// Regexp is a compiled expression; all methods but Longest and UnmarshalText may be used by several goroutines at once.
type Regexp struct {
	expr    string
	prog    *prog
	numCap  int
	names   []string
	longest bool
}

func Compile(expr string) (*Regexp, error)      { return compile(expr, perlFlags, false) }
func CompilePOSIX(expr string) (*Regexp, error) { return compile(expr, posixFlags, true) }

func compile(expr string, f flags, longest bool) (*Regexp, error) {
	n, names, err := parse(expr, f)
	if err != nil {
		return nil, err
	}
	return &Regexp{expr, compileProg(n), len(names) - 1, names, longest}, nil
}

func quote(s string) string {
	if strconv.CanBackquote(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

func MustCompile(str string) *Regexp {
	re, err := Compile(str)
	if err != nil {
		panic(`regexp: Compile(` + quote(str) + `): ` + err.Error())
	}
	return re
}

func MustCompilePOSIX(str string) *Regexp {
	re, err := CompilePOSIX(str)
	if err != nil {
		panic(`regexp: CompilePOSIX(` + quote(str) + `): ` + err.Error())
	}
	return re
}

func (re *Regexp) String() string { return re.expr }

// Copy is there for old programs.
func (re *Regexp) Copy() *Regexp {
	c := *re
	return &c
}

// Longest makes later searches prefer the longest of the leftmost matches.
func (re *Regexp) Longest() { re.longest = true }

func (re *Regexp) NumSubexp() int { return re.numCap }

func (re *Regexp) SubexpNames() []string { return re.names }

func (re *Regexp) SubexpIndex(name string) int {
	if name != "" {
		for i, s := range re.names {
			if name == s {
				return i
			}
		}
	}
	return -1
}

func (re *Regexp) LiteralPrefix() (prefix string, complete bool) {
	return re.prog.prefix, re.prog.complete
}

func (re *Regexp) AppendText(b []byte) ([]byte, error) { return append(b, re.expr...), nil }
func (re *Regexp) MarshalText() ([]byte, error)        { return []byte(re.expr), nil }

func (re *Regexp) UnmarshalText(text []byte) error {
	n, err := Compile(string(text))
	if err != nil {
		return err
	}
	*re = *n
	return nil
}

func MatchString(pattern string, s string) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchString(s), nil
}

func Match(pattern string, b []byte) (matched bool, err error) { return MatchString(pattern, str(b)) }

func MatchReader(pattern string, r io.RuneReader) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchReader(r), nil
}

// str looks at bytes as a string for the time of a search.
func str(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// readAll keeps an invalid byte one byte long.
func readAll(r io.RuneReader) string {
	var b strings.Builder
	for {
		c, n, err := r.ReadRune()
		if err != nil {
			return b.String()
		}
		if c == utf8.RuneError && n == 1 {
			b.WriteByte(0xff)
		} else {
			b.WriteRune(c)
		}
	}
}

func (re *Regexp) MatchString(s string) bool              { return re.match(s, 0, nil) }
func (re *Regexp) Match(b []byte) bool                    { return re.match(str(b), 0, nil) }
func (re *Regexp) MatchReader(r io.RuneReader) bool       { return re.match(readAll(r), 0, nil) }
func (re *Regexp) FindStringIndex(s string) []int         { return re.find(s, 2) }
func (re *Regexp) FindIndex(b []byte) []int               { return re.find(str(b), 2) }
func (re *Regexp) FindStringSubmatchIndex(s string) []int { return re.find(s, 2*re.numCap+2) }
func (re *Regexp) FindSubmatchIndex(b []byte) []int       { return re.find(str(b), 2*re.numCap+2) }
func (re *Regexp) FindReaderIndex(r io.RuneReader) []int  { return re.find(readAll(r), 2) }

func (re *Regexp) FindReaderSubmatchIndex(r io.RuneReader) []int {
	return re.find(readAll(r), 2*re.numCap+2)
}

func (re *Regexp) find(s string, slots int) []int {
	caps := make([]int, slots)
	if !re.match(s, 0, caps) {
		return nil
	}
	return caps
}

func part(b []byte, lo, hi int) []byte {
	if lo < 0 {
		return nil
	}
	return b[lo:hi:hi]
}

func textPart(s string, lo, hi int) string {
	if lo < 0 {
		return ""
	}
	return s[lo:hi]
}

func (re *Regexp) parts(b []byte, caps []int) [][]byte {
	out := make([][]byte, len(caps)/2)
	for i := range out {
		out[i] = part(b, caps[2*i], caps[2*i+1])
	}
	return out
}

func (re *Regexp) textParts(s string, caps []int) []string {
	out := make([]string, len(caps)/2)
	for i := range out {
		out[i] = textPart(s, caps[2*i], caps[2*i+1])
	}
	return out
}

func (re *Regexp) Find(b []byte) []byte {
	m := re.FindIndex(b)
	if m == nil {
		return nil
	}
	return b[m[0]:m[1]:m[1]]
}

func (re *Regexp) FindString(s string) string {
	m := re.FindStringIndex(s)
	if m == nil {
		return ""
	}
	return s[m[0]:m[1]]
}

func (re *Regexp) FindSubmatch(b []byte) [][]byte {
	m := re.FindSubmatchIndex(b)
	if m == nil {
		return nil
	}
	return re.parts(b, m)
}

func (re *Regexp) FindStringSubmatch(s string) []string {
	m := re.FindStringSubmatchIndex(s)
	if m == nil {
		return nil
	}
	return re.textParts(s, m)
}

// all calls found for successive matches; an empty one right after another match does not count.
func (re *Regexp) all(s string, n, slots int, found func([]int)) {
	if n < 0 {
		n = len(s) + 1
	}
	last := -1
	for pos, i := 0, 0; i < n && pos <= len(s); {
		caps := make([]int, slots)
		if !re.match(s, pos, caps) {
			return
		}
		ok := true
		if caps[1] == pos {
			ok = caps[0] != last
			if pos < len(s) {
				_, w := utf8.DecodeRuneInString(s[pos:])
				pos += w
			} else {
				pos = len(s) + 1
			}
		} else {
			pos = caps[1]
		}
		last = caps[1]
		if ok {
			found(caps)
			i++
		}
	}
}

func (re *Regexp) FindAllStringIndex(s string, n int) (out [][]int) {
	re.all(s, n, 2, func(m []int) { out = append(out, m) })
	return
}

func (re *Regexp) FindAllIndex(b []byte, n int) [][]int { return re.FindAllStringIndex(str(b), n) }

func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) (out [][]int) {
	re.all(s, n, 2*re.numCap+2, func(m []int) { out = append(out, m) })
	return
}

func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int {
	return re.FindAllStringSubmatchIndex(str(b), n)
}

func (re *Regexp) FindAll(b []byte, n int) (out [][]byte) {
	re.all(str(b), n, 2, func(m []int) { out = append(out, part(b, m[0], m[1])) })
	return
}

func (re *Regexp) FindAllString(s string, n int) (out []string) {
	re.all(s, n, 2, func(m []int) { out = append(out, s[m[0]:m[1]]) })
	return
}

func (re *Regexp) FindAllSubmatch(b []byte, n int) (out [][][]byte) {
	re.all(str(b), n, 2*re.numCap+2, func(m []int) { out = append(out, re.parts(b, m)) })
	return
}

func (re *Regexp) FindAllStringSubmatch(s string, n int) (out [][]string) {
	re.all(s, n, 2*re.numCap+2, func(m []int) { out = append(out, re.textParts(s, m)) })
	return
}

// replace copies s with every match given to put; nil when there is none.
func (re *Regexp) replace(s string, slots int, put func(dst []byte, m []int) []byte) []byte {
	var dst []byte
	end, pos := 0, 0
	caps := make([]int, slots)
	for pos <= len(s) && re.match(s, pos, caps) {
		dst = append(dst, s[end:caps[0]]...)
		if caps[1] > end || caps[0] == 0 { // no empty match right after the last one
			dst = put(dst, caps)
		}
		end = caps[1]
		w := 1
		if pos < len(s) {
			_, w = utf8.DecodeRuneInString(s[pos:])
		}
		switch {
		case pos+w > caps[1] && pos < len(s):
			pos += w
		case pos+1 > caps[1]:
			pos++
		default:
			pos = caps[1]
		}
		if dst == nil {
			dst = []byte{}
		}
	}
	if dst == nil {
		return nil
	}
	return append(dst, s[end:]...)
}

func (re *Regexp) replaceText(src string, slots int, put func(dst []byte, m []int) []byte) string {
	b := re.replace(src, slots, put)
	if b == nil {
		return src
	}
	return string(b)
}

func copyOf(src, b []byte) []byte {
	if b == nil && src != nil {
		return append([]byte{}, src...)
	}
	return b
}

func (re *Regexp) ReplaceAllString(src, repl string) string {
	return re.replaceText(src, 2*re.numCap+2, func(dst []byte, m []int) []byte { return re.expand(dst, repl, src, m) })
}

func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	return re.replaceText(src, 2, func(dst []byte, m []int) []byte { return append(dst, repl...) })
}

func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	return re.replaceText(src, 2, func(dst []byte, m []int) []byte { return append(dst, repl(src[m[0]:m[1]])...) })
}

func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	s, r := str(src), string(repl)
	return copyOf(src, re.replace(s, 2*re.numCap+2, func(dst []byte, m []int) []byte { return re.expand(dst, r, s, m) }))
}

func (re *Regexp) ReplaceAllLiteral(src, repl []byte) []byte {
	return copyOf(src, re.replace(str(src), 2, func(dst []byte, m []int) []byte { return append(dst, repl...) }))
}

func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	return copyOf(src, re.replace(str(src), 2, func(dst []byte, m []int) []byte { return append(dst, repl(src[m[0]:m[1]])...) }))
}

func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	return re.expand(dst, template, src, match)
}

func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte {
	return re.expand(dst, string(template), str(src), match)
}

// expand puts groups for $1, $name, ${name}.
func (re *Regexp) expand(dst []byte, template, src string, m []int) []byte {
	for template != "" {
		before, after, ok := strings.Cut(template, "$")
		dst = append(dst, before...)
		if !ok {
			break
		}
		if strings.HasPrefix(after, "$") {
			dst = append(dst, '$')
			template = after[1:]
			continue
		}
		name, num, rest, ok := variable(after)
		if !ok {
			dst = append(dst, '$')
			template = after
			continue
		}
		template = rest
		if num < 0 {
			for i, n := range re.names {
				if n == name && 2*i+1 < len(m) && m[2*i] >= 0 {
					num = i
					break
				}
			}
		}
		if num >= 0 && 2*num+1 < len(m) && m[2*num] >= 0 {
			dst = append(dst, src[m[2*num]:m[2*num+1]]...)
		}
	}
	return dst
}

func variable(s string) (name string, num int, rest string, ok bool) {
	brace := strings.HasPrefix(s, "{")
	if brace {
		s = s[1:]
	}
	i := 0
	for i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' {
			break
		}
		i += w
	}
	if i == 0 {
		return
	}
	name, rest = s[:i], s[i:]
	if brace {
		if !strings.HasPrefix(rest, "}") {
			return
		}
		rest = rest[1:]
	}
	for k := 0; k < len(name); k++ {
		if name[k] < '0' || '9' < name[k] || num >= 1e8 {
			num = -1
			break
		}
		num = num*10 + int(name[k]) - '0'
	}
	if name[0] == '0' && len(name) > 1 {
		num = -1
	}
	return name, num, rest, true
}

// Split cuts s at the matches into at most n parts; n < 0: all.
func (re *Regexp) Split(s string, n int) []string {
	if n == 0 {
		return nil
	}
	if len(re.expr) > 0 && len(s) == 0 {
		return []string{""}
	}
	var parts []string
	beg, end := 0, 0
	for _, m := range re.FindAllStringIndex(s, n) {
		if n > 0 && len(parts) == n-1 {
			break
		}
		end = m[0]
		if m[1] != 0 {
			parts = append(parts, s[beg:end])
		}
		beg = m[1]
	}
	if end != len(s) {
		parts = append(parts, s[beg:])
	}
	return parts
}

// QuoteMeta is an expression for the text s itself.
func QuoteMeta(s string) string {
	var b []byte
	for i := 0; i < len(s); i++ {
		if strings.IndexByte(`\.+*?()|[]{}^$`, s[i]) >= 0 {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return string(b)
}
