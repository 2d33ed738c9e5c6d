package regexp

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// Two ways to run a program over a text. Short texts: backtracking that never tries an instruction twice at the same place.
// Others: Pike's, all threads in step, at a cost of program times text.

const maxVisited = 256 * 1024 // bits

func assertions(s string, pos int) (a uint8) {
	before, after := rune(-1), rune(-1)
	if pos > 0 {
		before, _ = utf8.DecodeLastRuneInString(s[:pos])
	} else {
		a |= beginText | beginLine
	}
	if pos < len(s) {
		after, _ = utf8.DecodeRuneInString(s[pos:])
	} else {
		a |= endText | endLine
	}
	if before == '\n' {
		a |= beginLine
	}
	if after == '\n' {
		a |= endLine
	}
	if isWord(before) != isWord(after) {
		return a | wordBoundary
	}
	return a | noWordBoundary
}

// match finds the leftmost match at or after pos and puts its places into caps, -1 for groups that had no part in it.
func (re *Regexp) match(s string, pos int, caps []int) bool {
	p := re.prog
	if p.anchored && pos != 0 {
		return false
	}
	for i := range caps {
		caps[i] = -1
	}
	if p.complete && !re.longest && len(caps) <= 2 && re.numCap == 0 {
		i := strings.Index(s[pos:], p.prefix)
		if i >= 0 && len(caps) == 2 {
			caps[0], caps[1] = pos+i, pos+i+len(p.prefix)
		}
		return i >= 0
	}
	if len(p.inst)*(len(s)-pos+1) <= maxVisited {
		return re.backtrack(s, pos, caps)
	}
	return re.pike(s, pos, caps)
}

// -- backtracking --

type job struct {
	pc  int32
	pos int // or, with pc < 0, what slot ^pc was before
}

type backtracker struct {
	visited []uint64
	jobs    []job
	caps    []int
}

var backtrackers = sync.Pool{New: func() any { return new(backtracker) }}

func (re *Regexp) backtrack(s string, pos int, caps []int) bool {
	b := backtrackers.Get().(*backtracker)
	defer backtrackers.Put(b)
	width := len(s) - pos + 1
	n := (len(re.prog.inst)*width + 63) / 64
	if cap(b.visited) < n {
		b.visited = make([]uint64, n)
	} else {
		b.visited = b.visited[:n]
		clear(b.visited)
	}
	slots := max(len(caps), 2)
	if cap(b.caps) < slots {
		b.caps = make([]int, slots)
	}
	b.caps = b.caps[:slots]
	for i := range b.caps {
		b.caps[i] = -1
	}
	for at := pos; at <= len(s); {
		if re.prog.prefix != "" {
			i := strings.Index(s[at:], re.prog.prefix)
			if i < 0 {
				return false
			}
			at += i
		}
		if re.try(b, s, pos, at, caps) {
			return true
		}
		if re.prog.anchored {
			return false
		}
		if at < len(s) {
			_, w := utf8.DecodeRuneInString(s[at:])
			at += w
		} else {
			at++
		}
	}
	return false
}

// try matches at one place.
func (re *Regexp) try(b *backtracker, s string, base, at int, caps []int) (matched bool) {
	width := len(s) - base + 1
	b.jobs = append(b.jobs[:0], job{re.prog.start, at})
	b.caps[0] = at
	for len(b.jobs) > 0 {
		j := b.jobs[len(b.jobs)-1]
		b.jobs = b.jobs[:len(b.jobs)-1]
		if j.pc < 0 {
			b.caps[^j.pc] = j.pos
			continue
		}
		pc, pos := j.pc, j.pos
	thread:
		for {
			bit := int(pc)*width + pos - base
			if b.visited[bit>>6]>>(bit&63)&1 != 0 {
				break
			}
			b.visited[bit>>6] |= 1 << (bit & 63)
			i := &re.prog.inst[pc]
			switch i.op {
			case iFail:
				break thread
			case iNop:
				pc = i.out
			case iAlt:
				b.jobs = append(b.jobs, job{i.alt, pos})
				pc = i.out
			case iCap:
				if int(i.alt) < len(b.caps) {
					b.jobs = append(b.jobs, job{^i.alt, b.caps[i.alt]})
					b.caps[i.alt] = pos
				}
				pc = i.out
			case iAssert:
				if i.assert&assertions(s, pos) == 0 {
					break thread
				}
				pc = i.out
			case iRunes:
				if pos >= len(s) {
					break thread
				}
				r, w := rune(s[pos]), 1
				if r >= utf8.RuneSelf {
					r, w = utf8.DecodeRuneInString(s[pos:])
				}
				if !i.matches(r) {
					break thread
				}
				pos += w
				pc = i.out
			case iMatch:
				if !matched || re.longest && len(caps) > 1 && pos > caps[1] {
					b.caps[1] = pos
					copy(caps, b.caps)
				}
				matched = true
				if !re.longest || len(caps) == 0 || pos == len(s) {
					return true
				}
				break thread
			}
		}
	}
	return matched
}

// -- Pike --

type thread struct {
	pc   int32
	caps []int
}

type threads struct {
	list []thread
	seen []uint32 // by instruction: the generation it was added in
}

type machine struct {
	re      *Regexp
	s       string
	now     threads
	next    threads
	gen     uint32
	free    [][]int
	caps    []int
	matched bool
	slots   int
}

func (m *machine) capsCopy(c []int) []int {
	if m.slots == 0 {
		return nil
	}
	if n := len(m.free); n > 0 {
		x := m.free[n-1]
		m.free = m.free[:n-1]
		copy(x, c)
		return x
	}
	return append(make([]int, 0, len(c)), c...)
}

func (m *machine) release(t thread) {
	if t.caps != nil {
		m.free = append(m.free, t.caps)
	}
}

// add follows the instructions that take no rune.
func (m *machine) add(to *threads, pc int32, pos int, a uint8, caps []int) {
	for {
		if to.seen[pc] == m.gen {
			return
		}
		to.seen[pc] = m.gen
		i := &m.re.prog.inst[pc]
		switch i.op {
		case iFail:
			return
		case iNop:
			pc = i.out
		case iAlt:
			m.add(to, i.out, pos, a, caps)
			pc = i.alt
		case iAssert:
			if i.assert&a == 0 {
				return
			}
			pc = i.out
		case iCap:
			if int(i.alt) < len(caps) {
				old := caps[i.alt]
				caps[i.alt] = pos
				m.add(to, i.out, pos, a, caps)
				caps[i.alt] = old
				return
			}
			pc = i.out
		default:
			to.list = append(to.list, thread{pc, m.capsCopy(caps)})
			return
		}
	}
}

func (re *Regexp) pike(s string, pos int, caps []int) bool {
	n := len(re.prog.inst)
	m := &machine{re: re, s: s, slots: len(caps)}
	m.now.seen, m.next.seen = make([]uint32, n), make([]uint32, n)
	m.caps = caps
	m.gen = 1
	scratch := make([]int, len(caps))
	for at := pos; ; {
		if len(m.now.list) == 0 {
			if m.matched || re.prog.anchored && at != 0 {
				break
			}
			if re.prog.prefix != "" {
				i := strings.Index(s[at:], re.prog.prefix)
				if i < 0 {
					break
				}
				at += i
			}
			m.gen++ // what was seen, was seen elsewhere
		}
		if !m.matched && (!re.prog.anchored || at == 0) {
			for i := range scratch {
				scratch[i] = -1
			}
			if len(scratch) > 0 {
				scratch[0] = at
			}
			m.add(&m.now, re.prog.start, at, assertions(s, at), scratch)
		}
		r, w := rune(-1), 0
		if at < len(s) {
			r, w = utf8.DecodeRuneInString(s[at:])
		}
		m.gen++
		m.step(at, r, w)
		m.now, m.next = m.next, m.now
		m.next.list = m.next.list[:0]
		if w == 0 || len(caps) == 0 && m.matched {
			break
		}
		at += w
	}
	return m.matched
}

func (m *machine) step(at int, r rune, w int) {
	var a uint8
	if w > 0 {
		a = assertions(m.s, at+w)
	}
	for k := range m.now.list {
		t := m.now.list[k]
		if m.re.longest && m.matched && len(t.caps) > 0 && m.caps[0] < t.caps[0] {
			m.release(t)
			continue
		}
		i := &m.re.prog.inst[t.pc]
		if i.op == iRunes {
			if w > 0 && i.matches(r) {
				m.add(&m.next, i.out, at+w, a, t.caps)
			}
			m.release(t)
			continue
		}
		better := !m.matched || !m.re.longest || len(t.caps) > 1 && (t.caps[0] < m.caps[0] || at > m.caps[1])
		if better && len(t.caps) > 1 {
			t.caps[1] = at
			copy(m.caps, t.caps)
		}
		m.matched = true
		m.release(t)
		if !m.re.longest {
			for _, rest := range m.now.list[k+1:] {
				m.release(rest)
			}
			return
		}
	}
}
