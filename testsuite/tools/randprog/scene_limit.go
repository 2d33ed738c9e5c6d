// Scenes about numbers where a range ends: counters that overflow, remainders of negative numbers, constants in variables.
package main

import (
	"fmt"
	"strings"
)

var limitScenes = []scene{
	{"loops: counters at the limits", (*gen).counterLimits},
	{"loops: counters as indexes", (*gen).counterIndexes},
	{"integers: remainders as indexes", (*gen).remainderIndexes},
	{"integers: constants in variables", (*gen).variableConstants},
	{"integers: compared with constants", (*gen).constantCompares},
}

// limits are the ends of the type's range, as constants.
func (t *typ) limits() (low, high string) {
	if t.unsigned {
		return "0", fmt.Sprint(^uint64(0) >> (64 - t.bits))
	}
	max := fmt.Sprint(uint64(1)<<(t.bits-1) - 1)
	return "-" + max + " - 1", max
}

func (g *gen) counterLimits() {
	t := pick(g, ints)
	low, high := t.limits()
	tm := g.template("t", t, "low", low, "high", high)
	tm.top(`
//go:noinline
func \Count(from, to, step $t) (n int, sum, last $t) {
	for i := from; i <= to; i += step {
		if i < from {
			sum++
		}
		sum = sum*3 + i
		if last = i; n > 20 {
			break
		}
		n++
	}
	for i := to; i >= from && n < 50; i -= step {
		if i > to {
			sum += 2
		}
		sum = sum*5 - i
		n++
	}
	for i := from; i != to && n < 80; i++ {
		sum ^= i
		n++
	}
	return
}
`)
	tm.body(`
	for \d := range $t(?2-6) {
		\n, \x, \y := \Count($high - ?20, $high - \d, ?1-9)
		notes("up to the high end", \n, \x, \y)
		\n, \x, \y = \Count($low + \d, $low + ?20, ?1-9)
		notes("down to the low end", \n, \x, \y)
	}
	\n := 0
	for \i := $t($high - ?9); \i > ?9; \i += ?1-5 {
		if \n++; \n > 40 {
			break
		}
	}
	for \i := $t($low + ?9); \i < $t($high)/2; \i -= ?1-5 {
		if \n++; \n > 80 {
			break
		}
	}
	for \i := $t($high - ?9); \i+1 > \i; \i++ {
		\n++
	}
	note("loops", \n)
`)
}

// A counter that leaves its type's range at one end comes back at the other: there the index is out of range.
func (g *gen) counterIndexes() {
	t := pick(g, []*typ{ints[1], ints[1], ints[2], ints[6], ints[7]})
	_, high := t.limits()
	tm := g.template("t", t, "high", high)
	for _, f := range []string{"\\A", "\\B", "\\C", "\\D", "\\E"} {
		tm.top("\n//go:noinline\nfunc " + f + g.counterLoop())
	}
	tm.body(`
	var \a [$high + 1]int16
	for \i := range \a {
		\a[\i] = int16(\i * ?3-50)
	}
	\s := append([]int16{}, \a[:]...)
	for _, \to := range []$t{$high, $high - 1, ?1-120} {
		try("counter", func() { note("sum", \A(&\a, \s, \to, ?1-9)) })
		try("counter", func() { note("sum", \B(&\a, \s, \to, ?1-9)) })
		try("counter", func() { note("sum", \C(&\a, \s, \to, ?1-9)) })
		try("counter", func() { note("sum", \D(&\a, \s, \to, ?1-9)) })
		try("counter", func() { note("sum", \E(&\a, \s, \to, ?1-9)) })
	}
`)
}

// counterLoop is the rest of a function with one loop that may not end by its condition alone.
func (g *gen) counterLoop() string {
	from := pick(g, []string{"1", "?1-120", "?1-120", "$high - ?9", "from"})
	index := pick(g, []string{"i", "i", "i", "i", "i-1", "i/2", "$high-i"})
	bound := pick(g, []string{"i <= to", "i <= to", "i < to", "i <= to && int(i) < len(s)", "i > 0", "i <= $high"})
	step := pick(g, []string{"i++", "i++", "i += ?1-9"})
	if g.chance(20) {
		from, bound, step = "to", pick(g, []string{"i >= 0", "i >= from", "i > from"}), pick(g, []string{"i--", "i -= ?1-9"})
		if index == "i" && g.chance(50) {
			index = "$high-i"
		}
	}
	of := pick(g, []string{"a", "a", "a", "s"})
	return "(a *[$high + 1]int16, s []int16, to, from $t) (sum int16) {\n\tn := 0\n\tfor i := $t(" + from + "); " + bound + "; " + step + " {\n\t\tsum = sum*3 + " +
		of + "[" + index + "]\n\t\tif n++; n > $high {\n\t\t\tbreak\n\t\t}\n\t}\n\treturn\n}\n"
}

func (g *gen) remainderIndexes() {
	n := 2 + g.rnd(9)
	t := pick(g, ints[:5])
	g.template("t", t, "n", n, "e", g.edges(t, 4)).body(`
	var \a [$n]int
	\s := make([]int, $n+?3)
	for \i := range \a {
		\a[\i] = \i*?9 + 1
		\s[\i] = \a[\i] * 3
	}
	for _, \x := range []$t{$e, @t, -1, -$n, $n, 1 - $n, ?40, -?40} {
		notes("rest", \x%$n, -\x%$n, \x%-$n, (\x%$n+$n)%$n, \x/$n*$n, \x%$n < 0, \x%2 == 1, \x&1 == 1, \x%4, \x%8 == -1, \x>>1, \x/2)
		try("array", func() { note("array", \a[\x%$n]) })
		try("slice", func() { note("slice", \s[int(\x)%len(\s)]) })
		try("shift", func() { note("shift", \s[\x>>?1-9]) })
		try("quotient", func() { note("quotient", \a[\x/16]) })
		try("cut", func() { note("cut", len(\s[\x%$n:])) })
		try("stored", func() { \a[\x%$n] = int(\x) })
		try("added", func() { note("added", \a[(\x%$n+$n)%$n] + \a[uint(\x)%$n] + \a[\x%$n+?2]) })
		if \y := \x % $n; \y < $n && \y > -?1-3 {
			try("guarded", func() { note("guarded", \a[\y]) })
		}
		if \m := \x &^ 1; \m != 0 {
			notes("variable", -7%\m, \x%\m, (\x-1)%\m, \x/\m, $t($n)/\m*\m)
		}
	}
	note("array", \a)
`)
}

// The same numbers as the values of variables that never change, which a compiler computes with, and as parameters.
func (g *gen) variableConstants() {
	t := pick(g, ints)
	tm := g.template("t", t, "a", g.edge(t), "b", g.edge(t), "w", t.bits, "n", g.rnd(t.bits), "u", pick(g, ints[5:]))
	text := `
	s := [...]$t{a << n, a >> n, b << n, b >> n, a >> 1, b >> 2 << 1, a << n >> n, b >> n & a, a + b, a - b, a * b, ^a, -b, a &^ b, a ^ b>>1}
	c := [...]bool{a < b, a <= b, a > b, a >= b, a == b, a>>1 < b, a>>n > b, a < b>>1, a+1 > a, b-1 < b, a-b < a, a*2 > b, -a < b, ^a >= b}
	notes(label, s, c, min(a, b), max(a, b), int64(a)>>n, uint8(b)>>3, int8(a)<<1>>1, uint64(a) < uint64(b), int16(a) < int16(b), uint32(b)>>n, $u(a) > $u(b))
	if b != 0 {
		notes(label, a/b, a%b, a/b*b)
	}
	if a < b {
		notes(label, "less", b-a)
	} else if a>>1 <= b>>1 {
		notes(label, "not less", a-b)
	}
	for i := a >> n; i < b; i = i*2 + 1 {
		if n++; n > $w + 9 {
			break
		}
	}
	notes(label, n)
`
	tm.top("\n//go:noinline\nfunc \\Passed(label string, a, b $t, n $u) {" + text + "}\n\nfunc \\Local(label string) {\n\tvar a, b $t = $a, $b\n\tn := $u($n)" + text + "}\n")
	tm.body(`
	\Local("constant")
	\Passed("constant", $a, $b, $n)
	\Passed("edges", $b, $a, ?8)
	\Passed("variable", @t, $b, ?8)
	\Passed("variable", $a, @t, $n)
`)
}

func (g *gen) constantCompares() {
	t := pick(g, ints)
	var b strings.Builder
	for range 5 {
		c := g.edge(t)
		fmt.Fprintf(&b, "\tnote(\"with\", [...]bool{x < %s, x <= %s, x > %s, x >= %s, x == %s, x != %s, !(x < %s), %s < x})\n", c, c, c, c, c, c, c, c)
		fmt.Fprintf(&b, "\tif x-(%s) < %s && x>>1 != %s {\n\t\tn += %d\n\t}\n", c, g.edge(t), g.edge(t), 1+g.rnd(99))
		fmt.Fprintf(&b, "\tif x < %s || x >= %s {\n\t\tn ^= %d\n\t}\n", c, g.edge(t), 1+g.rnd(99))
	}
	tm := g.template("t", t, "e", g.edges(t, 5), "a", g.edge(t), "b", g.edge(t))
	tm.top(`
//go:noinline
func \With(x $t) (n int) {
` + b.String() + `
	switch {
	case x < $a:
		n += 1000
	case x <= $b:
		n += 2000
	case x > $a && x < $b, x == $b:
		n += 3000
	}
	for i := $t(?9); i < x && i < 60; i += 3 {
		n++
	}
	return
}
`)
	tm.body(`
	for _, \x := range []$t{$e, $a, $b, @t, #t} {
		notes("compared", \x, \With(\x), \With(^\x))
	}
`)
}
