package regexp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The tree of an expression. The syntax is RE2's; see the documentation of Go's regexp/syntax.
type op uint8

const (
	opEmpty   op = iota
	opNone       // matches nothing
	opRunes      // ranges of one rune
	opAssert     // arg: an assertion
	opCapture    // cap
	opRepeat     // min, max (-1: no limit), lazy
	opConcat
	opAlternate
)

const (
	beginLine uint8 = 1 << iota
	endLine
	beginText
	endText
	wordBoundary
	noWordBoundary
)

type node struct {
	op       op
	lazy     bool
	assert   uint8
	ranges   []rune // pairs, sorted and disjoint
	sub      []*node
	min, max int
	cap      int
	size     int // of the program it becomes, roughly
	height   int
	times    int // most repetitions, multiplied over nested counts
}

type flags uint8

const (
	foldCase flags = 1 << iota
	classNL        // [^a] matches a newline
	dotNL
	oneLine
	nonGreedy // U: lazy and greedy change places
	perlX
)

const (
	perlFlags  = classNL | oneLine | perlX
	posixFlags = flags(0)
	maxHeight  = 1000
	maxRepeat  = 1000
	maxSize    = 128 << 20 / (5 * 8 * 8)
)

// A syntaxError says what is wrong and where.
type syntaxError struct{ code, expr string }

func (e *syntaxError) Error() string { return "error parsing regexp: " + e.code + ": `" + e.expr + "`" }

const (
	errCharClass   = "invalid character class"
	errCharRange   = "invalid character class range"
	errEscape      = "invalid escape sequence"
	errNamed       = "invalid named capture"
	errPerl        = "invalid or unsupported Perl syntax"
	errRepeatOp    = "invalid nested repetition operator"
	errRepeatSize  = "invalid repeat count"
	errUTF8        = "invalid UTF-8"
	errNoBracket   = "missing closing ]"
	errNoParen     = "missing closing )"
	errNoRepeatArg = "missing argument to repetition operator"
	errBackslash   = "trailing backslash at end of expression"
	errExtraParen  = "unexpected )"
	errDeep        = "expression nests too deeply"
	errLarge       = "expression too large"
)

type parser struct {
	whole string
	s     string // what is left
	flags flags
	names []string // by group; 0 is the whole
	depth int
}

func (p *parser) fail(code, expr string) { panic(&syntaxError{code, expr}) }

func parse(s string, f flags) (n *node, names []string, err error) {
	p := &parser{whole: s, s: s, flags: f, names: []string{""}}
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(*syntaxError)
			if !ok {
				panic(r)
			}
			n, names, err = nil, nil, e
		}
	}()
	n = p.alternation()
	if p.s != "" {
		p.fail(errExtraParen, s)
	}
	return n, p.names, nil
}

func (p *parser) measure(n *node) *node {
	n.size, n.height, n.times = 1, 1, 1
	for _, s := range n.sub {
		n.size += s.size
		n.height = max(n.height, s.height+1)
		n.times = max(n.times, s.times)
	}
	if n.op == opRunes {
		n.size = 1 + len(n.ranges)/64
	}
	if n.op == opRepeat {
		k := max(n.min, n.max)
		if k > 1 {
			n.times *= k
			n.size *= k
		}
		if n.times > maxRepeat {
			n.times = maxRepeat + 1
		}
	}
	if n.height > maxHeight {
		p.fail(errDeep, p.whole)
	}
	if n.size > maxSize {
		p.fail(errLarge, p.whole)
	}
	return n
}

func (p *parser) alternation() *node {
	p.depth++
	if p.depth > maxHeight {
		p.fail(errDeep, p.whole)
	}
	alts := []*node{p.concatenation()}
	for strings.HasPrefix(p.s, "|") {
		p.s = p.s[1:]
		alts = append(alts, p.concatenation())
	}
	p.depth--
	if len(alts) == 1 {
		return alts[0]
	}
	return p.measure(&node{op: opAlternate, sub: alts})
}

func (p *parser) concatenation() *node {
	var list []*node
	lastRepeat := "" // the text from the last repetition operator on, when it stands right before
	for p.s != "" && p.s[0] != '|' && p.s[0] != ')' {
		before := p.s
		if min, max, ok := p.repeatOp(); ok {
			lastRepeat = p.repeat(&list, min, max, before, lastRepeat)
			continue
		}
		lastRepeat = ""
		if p.flags&perlX != 0 && strings.HasPrefix(p.s, `\Q`) {
			lit, rest, found := strings.Cut(p.s[2:], `\E`)
			if !found {
				rest = ""
			}
			p.s = rest
			for lit != "" {
				list = append(list, p.literal(p.runeOf(&lit)))
			}
			continue
		}
		if n := p.atom(); n != nil {
			list = append(list, n)
		}
	}
	switch len(list) {
	case 0:
		return p.measure(&node{op: opEmpty})
	case 1:
		return list[0]
	}
	return p.measure(&node{op: opConcat, sub: list})
}

// repeatOp reads * + ? {n,m}; a brace that is none is a literal.
func (p *parser) repeatOp() (min, max int, ok bool) {
	switch p.s[0] {
	case '*':
		min, max = 0, -1
	case '+':
		min, max = 1, -1
	case '?':
		min, max = 0, 1
	case '{':
		return p.braces()
	default:
		return 0, 0, false
	}
	p.s = p.s[1:]
	return min, max, true
}

func (p *parser) braces() (min, max int, ok bool) {
	before := p.s
	s := p.s[1:]
	min, s, ok = number(s)
	if !ok || s == "" {
		return 0, 0, false
	}
	max = min
	if s[0] == ',' {
		s = s[1:]
		if s == "" {
			return 0, 0, false
		}
		if s[0] == '}' {
			max = -1
		} else if max, s, ok = number(s); !ok {
			return 0, 0, false
		} else if max < 0 {
			min = -1
		}
	}
	if s == "" || s[0] != '}' {
		return 0, 0, false
	}
	p.s = s[1:]
	if min < 0 || min > maxRepeat || max > maxRepeat || max >= 0 && min > max {
		p.fail(errRepeatSize, before[:len(before)-len(p.s)])
	}
	return min, max, true
}

// number reads a decimal number without a leading zero; -1 when it is too large.
func number(s string) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	if i == 0 || i > 1 && s[0] == '0' {
		return 0, s, false
	}
	for k := 0; k < i; k++ {
		if n >= 1e8 {
			return -1, s[i:], true
		}
		n = n*10 + int(s[k]-'0')
	}
	return n, s[i:], true
}

func (p *parser) repeat(list *[]*node, min, max int, before, last string) string {
	lazy := p.flags&nonGreedy != 0
	if p.flags&perlX != 0 {
		if strings.HasPrefix(p.s, "?") {
			p.s = p.s[1:]
			lazy = !lazy
		}
		if last != "" {
			p.fail(errRepeatOp, last[:len(last)-len(p.s)])
		}
	}
	if len(*list) == 0 {
		p.fail(errNoRepeatArg, before[:len(before)-len(p.s)])
	}
	end := &(*list)[len(*list)-1]
	n := p.measure(&node{op: opRepeat, min: min, max: max, lazy: lazy, sub: []*node{*end}})
	if n.times > maxRepeat && before[0] == '{' {
		p.fail(errRepeatSize, before[:len(before)-len(p.s)])
	}
	*end = n
	return before
}

// runeOf takes a rune off s, which must be UTF-8.
func (p *parser) runeOf(s *string) rune {
	r, n := utf8.DecodeRuneInString(*s)
	if r == utf8.RuneError && n == 1 {
		p.fail(errUTF8, *s)
	}
	*s = (*s)[n:]
	return r
}

func (p *parser) literal(r rune) *node {
	set := []rune{r, r}
	if p.flags&foldCase != 0 {
		set = foldSet(set)
	}
	return p.measure(&node{op: opRunes, ranges: set})
}

func (p *parser) assertion(which uint8) *node {
	return p.measure(&node{op: opAssert, assert: which})
}

func (p *parser) atom() *node {
	switch p.s[0] {
	case '(':
		return p.group()
	case '[':
		return p.bracket()
	case '.':
		p.s = p.s[1:]
		if p.flags&dotNL != 0 {
			return p.measure(&node{op: opRunes, ranges: []rune{0, unicode.MaxRune}})
		}
		return p.measure(&node{op: opRunes, ranges: []rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune}})
	case '^':
		p.s = p.s[1:]
		if p.flags&oneLine != 0 {
			return p.assertion(beginText)
		}
		return p.assertion(beginLine)
	case '$':
		p.s = p.s[1:]
		if p.flags&oneLine != 0 {
			return p.assertion(endText)
		}
		return p.assertion(endLine)
	case '\\':
		return p.escaped()
	}
	return p.literal(p.runeOf(&p.s))
}

func (p *parser) escaped() *node {
	if p.flags&perlX != 0 && len(p.s) >= 2 {
		which := uint8(0)
		switch p.s[1] {
		case 'A':
			which = beginText
		case 'b':
			which = wordBoundary
		case 'B':
			which = noWordBoundary
		case 'z':
			which = endText
		case 'C':
			p.fail(errEscape, p.s[:2])
		}
		if which != 0 {
			p.s = p.s[2:]
			return p.assertion(which)
		}
	}
	if set, ok := p.namedClass(); ok {
		return p.measure(&node{op: opRunes, ranges: clean(set)})
	}
	return p.literal(p.escape())
}

// group reads (...) in its forms; flags alone give nil.
func (p *parser) group() *node {
	saved := p.flags
	if p.flags&perlX != 0 && strings.HasPrefix(p.s, "(?") {
		if len(p.s) > 4 && p.s[2] == 'P' && p.s[3] == '<' || len(p.s) > 3 && p.s[2] == '<' {
			return p.named()
		}
		if !p.groupFlags() {
			return nil // (?i): until the end of the group around
		}
		n := p.alternation()
		p.closeGroup()
		p.flags = saved
		return n
	}
	p.s = p.s[1:]
	return p.capture("")
}

func (p *parser) closeGroup() {
	if !strings.HasPrefix(p.s, ")") {
		p.fail(errNoParen, p.whole)
	}
	p.s = p.s[1:]
}

func (p *parser) capture(name string) *node {
	saved := p.flags
	c := len(p.names)
	p.names = append(p.names, name)
	n := p.alternation()
	p.closeGroup()
	p.flags = saved
	return p.measure(&node{op: opCapture, cap: c, sub: []*node{n}})
}

func (p *parser) named() *node {
	start := 3
	if p.s[2] == 'P' {
		start = 4
	}
	end := strings.IndexByte(p.s, '>')
	if end < 0 {
		if !utf8.ValidString(p.s) {
			p.fail(errUTF8, p.s)
		}
		p.fail(errNamed, p.s)
	}
	name := p.s[start:end]
	if !utf8.ValidString(name) {
		p.fail(errUTF8, name)
	}
	valid := name != ""
	for _, r := range name {
		valid = valid && (r == '_' || r < 0x80 && isWord(r))
	}
	if !valid {
		p.fail(errNamed, p.s[:end+1])
	}
	p.s = p.s[end+1:]
	return p.capture(name)
}

// groupFlags reads (?flags) or (?flags: and tells whether a group begins.
func (p *parser) groupFlags() bool {
	whole := p.s
	s := p.s[2:]
	f, off, seen := p.flags, false, false
	for s != "" {
		c := p.runeOf(&s)
		var bit flags
		switch c {
		case 'i':
			bit = foldCase
		case 'm':
			bit = oneLine
		case 's':
			bit = dotNL
		case 'U':
			bit = nonGreedy
		case '-':
			if off {
				p.fail(errPerl, whole[:len(whole)-len(s)])
			}
			off, seen = true, false
			continue
		case ':', ')':
			if off && !seen {
				p.fail(errPerl, whole[:len(whole)-len(s)])
			}
			p.s, p.flags = s, f
			return c == ':'
		default:
			p.fail(errPerl, whole[:len(whole)-len(s)])
		}
		seen = true
		if off != (c == 'm') { // m clears oneLine
			f &^= bit
		} else {
			f |= bit
		}
	}
	p.fail(errPerl, whole)
	return false
}

// escape reads one escaped rune.
func (p *parser) escape() rune {
	whole := p.s
	s := p.s[1:]
	if s == "" {
		p.fail(errBackslash, "")
	}
	c := p.runeOf(&s)
	r := rune(-1)
	switch {
	case '1' <= c && c <= '7' && (s == "" || s[0] < '0' || s[0] > '7'):
	case '0' <= c && c <= '7':
		r = c - '0'
		for i := 1; i < 3 && s != "" && '0' <= s[0] && s[0] <= '7'; i++ {
			r = r*8 + rune(s[0]-'0')
			s = s[1:]
		}
	case c == 'x':
		r = p.hex(&s)
	case c == 'a':
		r = '\a'
	case c == 'f':
		r = '\f'
	case c == 'n':
		r = '\n'
	case c == 'r':
		r = '\r'
	case c == 't':
		r = '\t'
	case c == 'v':
		r = '\v'
	case c < utf8.RuneSelf && !isWord(c):
		r = c
	}
	if r < 0 {
		p.fail(errEscape, whole[:len(whole)-len(s)])
	}
	p.s = s
	return r
}

// hex reads the digits of \xFF or \x{10FFFF}; -1 when they are wrong, with s at the offending rune's end.
func (p *parser) hex(s *string) rune {
	if *s == "" {
		return -1
	}
	c := p.runeOf(s)
	if c != '{' {
		if *s == "" {
			return -1
		}
		x, y := unhex(c), unhex(p.runeOf(s))
		if x < 0 || y < 0 {
			return -1
		}
		return x*16 + y
	}
	r, n := rune(0), 0
	for {
		if *s == "" {
			return -1
		}
		if c = p.runeOf(s); c == '}' {
			break
		}
		v := unhex(c)
		if v < 0 {
			return -1
		}
		if r = r*16 + v; r > unicode.MaxRune {
			return -1
		}
		n++
	}
	if n == 0 {
		return -1
	}
	return r
}

func unhex(c rune) rune {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return -1
}

func isWord(r rune) bool {
	return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_'
}
