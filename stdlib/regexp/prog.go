package regexp

import (
	"strings"
	"unicode/utf8"
)

// The program of an expression, after Thompson and Pike: instructions with one or two successors, the preferred one first.
type inst struct {
	op     instOp
	assert uint8
	ascii  [2]uint64 // iRunes: which of the first 128 runes match
	out    int32
	alt    int32 // iAlt: the second choice; iCap: the slot
	ranges []rune
}

type instOp uint8

const (
	iFail instOp = iota
	iMatch
	iRunes
	iAlt
	iCap
	iAssert
	iNop
)

type prog struct {
	inst     []inst
	start    int32
	prefix   string // literal that every match begins with
	complete bool   // and that is all
	anchored bool   // begins with \A
}

func (i *inst) matches(r rune) bool {
	if r < 128 {
		return i.ascii[r>>6]>>(r&63)&1 != 0
	}
	lo, hi := 0, len(i.ranges)/2
	for lo < hi {
		m := (lo + hi) / 2
		switch {
		case r < i.ranges[2*m]:
			hi = m
		case r > i.ranges[2*m+1]:
			lo = m + 1
		default:
			return true
		}
	}
	return false
}

type compiler struct{ p *prog }

func (c *compiler) emit(i inst) int32 {
	c.p.inst = append(c.p.inst, i)
	return int32(len(c.p.inst) - 1)
}

// gen makes the instructions of n, which go on at next, and gives the first of them.
func (c *compiler) gen(n *node, next int32) int32 {
	switch n.op {
	case opEmpty:
		return next
	case opRunes:
		if len(n.ranges) == 0 {
			return 0
		}
		i := inst{op: iRunes, out: next, ranges: n.ranges}
		for k := 0; k < len(n.ranges); k += 2 {
			for r := n.ranges[k]; r <= n.ranges[k+1] && r < 128; r++ {
				i.ascii[r>>6] |= 1 << (r & 63)
			}
		}
		return c.emit(i)
	case opAssert:
		return c.emit(inst{op: iAssert, assert: n.assert, out: next})
	case opCapture:
		end := c.emit(inst{op: iCap, alt: int32(2*n.cap + 1), out: next})
		return c.emit(inst{op: iCap, alt: int32(2 * n.cap), out: c.gen(n.sub[0], end)})
	case opConcat:
		for i := len(n.sub) - 1; i >= 0; i-- {
			next = c.gen(n.sub[i], next)
		}
		return next
	case opAlternate:
		first := c.gen(n.sub[len(n.sub)-1], next)
		for i := len(n.sub) - 2; i >= 0; i-- {
			first = c.emit(inst{op: iAlt, out: c.gen(n.sub[i], next), alt: first})
		}
		return first
	case opRepeat:
		return c.repeat(n, next)
	}
	return 0
}

func (c *compiler) choice(lazy bool, body, skip int32) int32 {
	if lazy {
		body, skip = skip, body
	}
	return c.emit(inst{op: iAlt, out: body, alt: skip})
}

func (n *node) canBeEmpty() bool {
	switch n.op {
	case opRunes, opNone:
		return false
	case opCapture:
		return n.sub[0].canBeEmpty()
	case opRepeat:
		return n.min == 0 || n.sub[0].canBeEmpty()
	case opConcat:
		for _, s := range n.sub {
			if !s.canBeEmpty() {
				return false
			}
		}
		return true
	case opAlternate:
		for _, s := range n.sub {
			if s.canBeEmpty() {
				return true
			}
		}
		return false
	}
	return true
}

func (c *compiler) repeat(n *node, next int32) int32 {
	body := n.sub[0]
	if n.max < 0 {
		if n.min == 0 && body.canBeEmpty() {
			// x* with an x that may be empty is (x+)?, so that the empty match of x is tried before none at all
			return c.choice(n.lazy, c.plus(body, n.lazy, next), next)
		}
		if n.min == 0 {
			loop := c.emit(inst{op: iAlt})
			in := c.gen(body, loop)
			c.setChoice(loop, n.lazy, in, next)
			return loop
		}
		next = c.plus(body, n.lazy, next)
		for i := 1; i < n.min; i++ {
			next = c.gen(body, next)
		}
		return next
	}
	end := next
	for i := n.min; i < n.max; i++ { // nested: (x(x(x)?)?)?
		next = c.choice(n.lazy, c.gen(body, next), end)
	}
	for i := 0; i < n.min; i++ {
		next = c.gen(body, next)
	}
	return next
}

func (c *compiler) setChoice(at int32, lazy bool, body, skip int32) {
	if lazy {
		body, skip = skip, body
	}
	c.p.inst[at].out, c.p.inst[at].alt = body, skip
}

func (c *compiler) plus(body *node, lazy bool, next int32) int32 {
	loop := c.emit(inst{op: iAlt})
	in := c.gen(body, loop)
	c.setChoice(loop, lazy, in, next)
	return in
}

func compileProg(n *node) *prog {
	c := compiler{&prog{}}
	c.emit(inst{op: iFail})
	match := c.emit(inst{op: iMatch})
	c.p.start = c.gen(n, match)
	c.p.findPrefix()
	return c.p
}

func (p *prog) skipNops(i int32) *inst {
	for p.inst[i].op == iNop || p.inst[i].op == iCap {
		i = p.inst[i].out
	}
	return &p.inst[i]
}

func (p *prog) findPrefix() {
	i := p.skipNops(p.start)
	if i.op == iAssert && i.assert == beginText {
		p.anchored = true
		return
	}
	var b strings.Builder
	for i.op == iRunes && len(i.ranges) == 2 && i.ranges[0] == i.ranges[1] && i.ranges[0] != utf8.RuneError {
		b.WriteRune(i.ranges[0])
		i = p.skipNops(i.out)
	}
	p.prefix = b.String()
	p.complete = i.op == iMatch
}
