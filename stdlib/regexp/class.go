package regexp

import (
	"slices"
	"strings"
	"unicode"
)

// clean sorts ranges and joins those that touch.
func clean(set []rune) []rune {
	type pair struct{ lo, hi rune }
	pairs := make([]pair, 0, len(set)/2)
	for i := 0; i+1 < len(set); i += 2 {
		pairs = append(pairs, pair{set[i], set[i+1]})
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		if a.lo != b.lo {
			return int(a.lo - b.lo)
		}
		return int(b.hi - a.hi)
	})
	out := make([]rune, 0, len(set))
	for _, p := range pairs {
		if n := len(out); n > 0 && p.lo <= out[n-1]+1 {
			out[n-1] = max(out[n-1], p.hi)
			continue
		}
		out = append(out, p.lo, p.hi)
	}
	return out
}

func negate(set []rune) []rune {
	set = clean(set)
	var out []rune
	next := rune(0)
	for i := 0; i < len(set); i += 2 {
		if next < set[i] {
			out = append(out, next, set[i]-1)
		}
		next = set[i+1] + 1
	}
	if next <= unicode.MaxRune {
		out = append(out, next, unicode.MaxRune)
	}
	return out
}

// foldSet adds what differs in case only. The runes without case between the ones that have it are left out quickly.
func foldSet(set []rune) []rune {
	const first, last = 'A', 0x1e943
	out := slices.Clone(set)
	for i := 0; i < len(set); i += 2 {
		lo, hi := max(set[i], first), min(set[i+1], last)
		if set[i] <= first && set[i+1] >= last {
			continue // everything with case is inside
		}
		for r := lo; r <= hi; r++ {
			if r >= 0x3000 && r < 0xa640 {
				r = 0xa640 - 1
				continue
			}
			if r >= 0xac00 && r < 0xff21 {
				r = 0xff21 - 1
				continue
			}
			for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
				out = append(out, f, f)
			}
		}
	}
	return clean(out)
}

func tableRanges(tables ...*unicode.RangeTable) (set []rune) {
	add := func(lo, hi, stride rune) {
		if stride == 1 {
			set = append(set, lo, hi)
			return
		}
		for r := lo; r <= hi; r += stride {
			set = append(set, r, r)
		}
	}
	for _, t := range tables {
		for _, r := range t.R16 {
			add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
		}
		for _, r := range t.R32 {
			add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
		}
	}
	return clean(set)
}

var (
	digits = []rune{'0', '9'}
	spaces = []rune{'\t', '\n', '\f', '\r', ' ', ' '}
	words  = []rune{'0', '9', 'A', 'Z', '_', '_', 'a', 'z'}
)

var posixClasses = map[string][]rune{
	"alnum": {'0', '9', 'A', 'Z', 'a', 'z'}, "alpha": {'A', 'Z', 'a', 'z'}, "ascii": {0, 0x7f}, "blank": {'\t', '\t', ' ', ' '},
	"cntrl": {0, 0x1f, 0x7f, 0x7f}, "digit": digits, "graph": {'!', '~'}, "lower": {'a', 'z'}, "print": {' ', '~'},
	"punct": {'!', '/', ':', '@', '[', '`', '{', '~'}, "space": {'\t', '\r', ' ', ' '}, "upper": {'A', 'Z'}, "word": words,
	"xdigit": {'0', '9', 'A', 'F', 'a', 'f'},
}

// namedClass reads \d \pL \p{Greek} and the like.
func (p *parser) namedClass() (set []rune, ok bool) {
	if p.flags&perlX == 0 || len(p.s) < 2 || p.s[0] != '\\' {
		return nil, false
	}
	negated := false
	switch p.s[1] {
	case 'd', 'D':
		set, negated = digits, p.s[1] == 'D'
	case 's', 'S':
		set, negated = spaces, p.s[1] == 'S'
	case 'w', 'W':
		set, negated = words, p.s[1] == 'W'
	case 'p', 'P':
		return p.unicodeClass(), true
	default:
		return nil, false
	}
	p.s = p.s[2:]
	return p.finish(set, negated), true
}

func (p *parser) finish(set []rune, negated bool) []rune {
	if p.flags&foldCase != 0 {
		set = foldSet(set)
	}
	if negated {
		set = negate(set)
		if p.flags&(classNL|perlX) == 0 {
			set = without(set, '\n')
		}
	}
	return set
}

func without(set []rune, r rune) []rune { return negate(append(negate(set), r, r)) }

func (p *parser) unicodeClass() []rune {
	whole := p.s
	negated := p.s[1] == 'P'
	s := p.s[2:]
	if s == "" {
		p.fail(errCharRange, whole)
	}
	name := ""
	if s[0] == '{' {
		end := strings.IndexByte(s, '}')
		if end < 0 {
			p.runesValid(whole)
			p.fail(errCharRange, whole)
		}
		name, s = s[1:end], s[end+1:]
		p.runesValid(name)
	} else {
		name = string(p.runeOf(&s))
	}
	text := whole[:len(whole)-len(s)]
	if name != "" && name[0] == '^' {
		negated = !negated
		name = name[1:]
	}
	set, ok := unicodeTable(name)
	if !ok {
		p.fail(errCharRange, text)
	}
	p.s = s
	if p.flags&foldCase != 0 {
		set = foldSet(set)
	}
	if negated {
		set = negate(set)
	}
	return set
}

func (p *parser) runesValid(s string) {
	for s != "" {
		p.runeOf(&s)
	}
}

// loose is a name without case, blanks, hyphens and underscores.
func loose(name string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '_' {
			return -1
		}
		return r
	}, name))
}

func unicodeTable(name string) ([]rune, bool) {
	if t := unicode.Categories[name]; t != nil {
		return tableRanges(t), true
	}
	if t := unicode.Scripts[name]; t != nil {
		return tableRanges(t), true
	}
	want := loose(name)
	switch want {
	case "any":
		return []rune{0, unicode.MaxRune}, true
	case "ascii":
		return []rune{0, 0x7f}, true
	case "assigned":
		cn, _ := unicodeTable("Cn")
		return negate(cn), true
	case "cn":
		var all []*unicode.RangeTable
		for n, t := range unicode.Categories {
			if n != "Cn" && n != "C" {
				all = append(all, t)
			}
		}
		for _, n := range []string{"Cc", "Cf", "Co", "Cs"} {
			all = append(all, unicode.Categories[n])
		}
		return negate(tableRanges(all...)), true
	case "lc":
		return tableRanges(unicode.Lu, unicode.Ll, unicode.Lt), true
	}
	for alias, real := range unicode.CategoryAliases {
		if loose(alias) == want {
			return unicodeTable(real)
		}
	}
	for n, t := range unicode.Categories {
		if loose(n) == want {
			return tableRanges(t), true
		}
	}
	for n, t := range unicode.Scripts {
		if loose(n) == want {
			return tableRanges(t), true
		}
	}
	return nil, false
}

// bracket reads [...].
func (p *parser) bracket() *node {
	whole := p.s
	p.s = p.s[1:]
	negated := strings.HasPrefix(p.s, "^")
	var set []rune
	if negated {
		p.s = p.s[1:]
		if p.flags&classNL == 0 {
			set = append(set, '\n', '\n')
		}
	}
	for first := true; p.s == "" || p.s[0] != ']' || first; first = false {
		if p.flags&perlX == 0 && p.s != "" && p.s[0] == '-' && !first && (len(p.s) == 1 || p.s[1] != ']') {
			s := p.s[1:]
			if s != "" {
				p.runeOf(&s)
			}
			p.fail(errCharRange, p.s[:len(p.s)-len(s)])
		}
		if p.s == "" {
			p.fail(errNoBracket, whole)
		}
		if more, ok := p.posixClass(); ok {
			set = append(set, more...)
			continue
		}
		if more, ok := p.namedClass(); ok {
			set = append(set, more...)
			continue
		}
		set = append(set, p.classRange(whole)...)
	}
	p.s = p.s[1:]
	set = clean(set)
	if negated {
		set = negate(set)
	}
	return p.measure(&node{op: opRunes, ranges: set})
}

func (p *parser) posixClass() (set []rune, ok bool) {
	if len(p.s) <= 2 || p.s[0] != '[' || p.s[1] != ':' {
		return nil, false
	}
	i := strings.Index(p.s[2:], ":]")
	if i < 0 {
		return nil, false
	}
	text := p.s[:i+4]
	name := text[2 : len(text)-2]
	negated := strings.HasPrefix(name, "^")
	set = posixClasses[strings.TrimPrefix(name, "^")]
	if set == nil {
		p.fail(errCharRange, text)
	}
	p.s = p.s[len(text):]
	return p.finish(set, negated), true
}

func (p *parser) classRange(whole string) []rune {
	before := p.s
	lo := p.classRune(whole)
	hi := lo
	if len(p.s) >= 2 && p.s[0] == '-' && p.s[1] != ']' {
		p.s = p.s[1:]
		hi = p.classRune(whole)
		if hi < lo {
			p.fail(errCharRange, before[:len(before)-len(p.s)])
		}
	}
	set := []rune{lo, hi}
	if p.flags&foldCase != 0 {
		set = foldSet(set)
	}
	return set
}

func (p *parser) classRune(whole string) rune {
	if p.s == "" {
		p.fail(errNoBracket, whole)
	}
	if p.s[0] == '\\' {
		return p.escape()
	}
	return p.runeOf(&p.s)
}
