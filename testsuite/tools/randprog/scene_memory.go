// Scenes about memory that has several names, and memory that outlives the function it was made in.
package main

import "strings"

var memoryScenes = []scene{
	{"copy: both directions", (*gen).copyMoves},
	{"append, loops: overlapping", (*gen).shiftElements},
	{"escape: inside of results", (*gen).escapeResults},
	{"escape: through parameters", (*gen).escapeParams},
	{"memory: aliases", (*gen).aliases},
	{"memory: stores through calls", (*gen).storesThroughCalls},
}

// What the elements of a slice can be, and one that tells by \i where it stood.
var movedTypes = [][2]string{
	{"byte", `byte(\i*?1-30 + \i>>4)`},
	{"int16", `int16(\i * ?1-99)`},
	{"int32", `int32(\i * 70001)`},
	{"int", `\i`},
	{"float64", `float64(\i) / 4`},
	{"string", `strconv.Itoa(\i)`},
	{"any", `any(\i)`},
	{"[3]byte", `[3]byte{byte(\i), 1, byte(\i >> 2)}`},
	{"struct{ a int8; s string }", `struct{ a int8; s string }{int8(\i), strconv.Itoa(\i)}`},
}

// moved is a template with a slice \s of n elements that all differ, and \sum, which depends on the place of each.
func (g *gen) moved(n int, text string) {
	m := pick(g, movedTypes)
	g.template("t", m[0], "n", n).body(strings.ReplaceAll(`
	\s := make([]$t, $n)
	for \i := range \s {
		\s[\i] = MAKE
	}
	\sum := func() (\h uint32) {
		for _, \c := range []byte(fmt.Sprint(\s)) {
			\h = \h*31 + uint32(\c)
		}
		return
	}
`, "MAKE", m[1]) + text)
}

// Lengths on both sides of those where a copying routine takes another way; distances smaller than them.
func (g *gen) copyMoves() {
	n := pick(g, []int{8, 20, 40, 70, 150, 300})
	g.moved(n+80, `
	for _, \m := range [][3]int{{0, ?1-9, $n - 90}, {?1-9, 0, $n - 90}, {?1-70, 0, $n - 80}, {0, ?1-70, $n - 80}, {?40, ?40, $n - 80}, {0, 1, $n - 1}, {1, 0, $n - 1}, {?17, ?17, ?60}} {
		\c := copy(\s[\m[0]:], \s[\m[1]:\m[1]+max(\m[2], 0)])
		notes("moved", \c, \sum())
	}
	\a := [8]$t(\s[?9:])
	copy(\a[?1-3:], \a[:])
	note("array", \a)
	copy(\a[:], \a[?5:])
	note("array", \a)
	*(*[8]$t)(\s[?1-7:]) = *(*[8]$t)(\s)
	note("array over array", \sum())
	*(*[$n - 5]$t)(\s) = *(*[$n - 5]$t)(\s[?1-5:])
	note("array over array", \sum())
	*(*[$n - 5]$t)(\s[?1-5:]) = *(*[$n - 5]$t)(\s)
	note("array over array", \sum())
	\b := []byte("0123456789abcdefghijklmnopqrstuvwxyz" + @s)
	\n := copy(\b[?1-4:], string(\b)) + copy(\b[?9:], \b[?9:]) + copy(\b[?1-2:], \b)
	notes("bytes", string(\b), \n)
`)
}

func (g *gen) shiftElements() {
	g.moved(12+g.rnd(100), `
	\k, \d := ?10, ?1-9
	\s = append(\s[:\k], \s[\k+\d:]...)
	notes("deleted", len(\s), \sum())
	\s = append(\s, \s[:\d]...)
	\s = append(\s[:\k+1], \s[\k:len(\s)-1]...)
	notes("inserted", len(\s), \sum())
	copy(\s[\k+\d/2:], \s[\k:])
	\s = slices.Insert(\s, \k, \s[0], \s[1])
	\s = slices.Delete(\s, 1, ?2-4)
	notes("slices", len(\s), \sum())
	for \i := len(\s) - 1; \i >= \d; \i-- {
		\s[\i] = \s[\i-\d]
	}
	note("up, backward", \sum())
	for \i := \d; \i < len(\s); \i++ {
		\s[\i-\d] = \s[\i]
	}
	note("down, forward", \sum())
	for \i := \k; \i+1 < len(\s); \i += 2 {
		\s[\i], \s[\i+1] = \s[\i+1], \s[\i-\k]
	}
	note("swapped", \sum())
	for \i := \d; \i < len(\s); \i++ {
		\s[\i] = \s[\i-\d]
	}
	note("repeated", \sum())
	slices.Reverse(\s[?9:])
	\s = append(\s[:0], \s[?9:]...)
	note("front", \sum())
`)
}

func (g *gen) escapeResults() {
	t := g.template("t", g.anyType(), "u", g.basic())
	t.top(`
type \Box struct {
	p    *$t
	next *\Box
	f    func() $t
}

type \Self struct {
	v    $t
	self *\Self
}

func (s *\Self) read() $t { return s.self.v }

type \Reader interface{ read() $t }

//go:noinline
func \InStruct(x $t) \Box {
	y := x
	return \Box{p: &y, next: &\Box{p: &x}}
}

//go:noinline
func \InPointer(x $t) *\Box {
	y := x
	b := \Box{p: &y}
	b.next = &b
	b.f = func() $t { return *b.p }
	return b.next
}

//go:noinline
func \InFace(x $t) \Reader {
	s := \Self{v: x}
	s.self = &s
	return &s
}

//go:noinline
func \InAny(x $t, u $u) any {
	a := [3]$t{1: x}
	if p := &u; *p == @u {
		return p
	}
	return &a
}

//go:noinline
func \InFunc(x $t) (func() $t, func($t)) {
	y := x
	return func() $t { return y }, func(z $t) { y = z }
}

//go:noinline
func \Method(x $t) func() $t {
	s := \Self{v: x}
	s.self = &s
	return s.read
}

//go:noinline
func \InMap(x $t) map[string]*$t {
	y, z := x, @t
	m := map[string]*$t{"y": &y}
	m["z"] = &z
	return m
}

//go:noinline
func \InSlice(x $t) (s []$t, r []*$t) {
	a := [4]$t{x, @t, x}
	for i := range a {
		r = append(r, &a[i])
		y := a[i]
		r = append(r, &y)
	}
	return a[?2:3], r
}

//go:noinline
func \InArray(x $t) (r [2]*$t) {
	for i := range r {
		y := x
		r[i] = &y
	}
	return
}

//go:noinline
func \Deferred(x $t) (r *$t, e error) {
	defer func() { r = &x }()
	y := @t
	return &y, nil
}

//go:noinline
func \InChan(x $t) chan *$t {
	y := x
	c := make(chan *$t, 2)
	c <- &y
	return c
}
`)
	t.body(`
	\s, \p, \f, \a := \InStruct(@t), \InPointer(@t), \InFace(#t), \InAny(#t, @u)
	\get, \set := \InFunc(@t)
	\m, \e := \Method(#t), \InMap(#t)
	\l, \r := \InSlice(#t)
	\x, \c := \InArray(@t), \InChan(#t)
	\d, _ := \Deferred(#t)
	churn()
	notes("results", *\s.p, *\s.next.p, *\p.next.p, \p.f(), \f.read(), \get(), \m(), *\e["y"], *\e["z"])
	\set(@t)
	clobber(?9)
	if \y, \ok := \a.(*[3]$t); \ok {
		note("any", \y[1])
	}
	notes("results", \get(), \l, *\r[0], *\r[1], *\r[?2-7], *\x[0], *\x[1], *<-\c, *\d)
`)
}

func (g *gen) escapeParams() {
	t := g.template("t", g.anyType())
	t.top(`
type \Box struct {
	p *$t
	s []*$t
	q **$t
}

var \Last *$t

//go:noinline
func (b *\Box) keep(x $t) {
	y := x
	b.p = &y
	b.s = append(b.s, b.p, &x)
}

//go:noinline
func \Into(b *\Box, x $t) {
	p := &x
	b.q = &p
	\Last = *b.q
}

//go:noinline
func \Fill(s []*$t, x $t) {
	for i := range s {
		y := x
		s[i] = &y
	}
}

//go:noinline
func \Give(set func(*$t), x $t) {
	y := x
	set(&y)
}

//go:noinline
func \Send(m map[int]any, c chan<- any, x $t) {
	y, z := x, x
	m[1] = &y
	c <- &z
}

//go:noinline
func \Choose(p *$t, b bool) *$t {
	if b {
		q := *p
		return &q
	}
	return p
}

//go:noinline
func \OneOf(n int, x $t) (n2 int, p, q *$t) {
	a, b, c, d := x, x, @t, x
	p = &d
	switch n {
	case 0:
		q = &a
	case 1:
		q, p = &b, &a
	case 2:
		q = &c
	default:
		q, p = &d, &c
	}
	return n + 1, p, q
}

//go:noinline
func \Deeper(n int, p *$t, x $t) *$t {
	y := x
	if n > 0 {
		return \Deeper(n-1, &y, @t)
	}
	return p
}
`)
	t.body(`
	var \b \Box
	\b.keep(@t)
	\Into(&\b, @t)
	\s := make([]*$t, ?1-4)
	\Fill(\s, #t)
	var \g *$t
	\Give(func(\x *$t) { \g = \x }, @t)
	\m, \c := map[int]any{}, make(chan any, 1)
	\Send(\m, \c, #t)
	\v := @t
	\k, \d := \Choose(&\v, #b), \Deeper(?1-5, nil, #t)
	\v = #t
	var \f func() $t
	var \all []*$t
	for \i := range 3 {
		\w := @t
		if \i == ?3 {
			\f = func() $t { return \w }
		}
		\all = append(\all, &\w)
	}
	var \o []*$t
	for \i := range 4 {
		_, \p, \q := \OneOf(\i, @t)
		\o = append(\o, \p, \q)
	}
	churn()
	for _, \p := range \o {
		note("one of", *\p)
	}
	notes("parameters", *\b.p, *\b.s[0], *\b.s[1], **\b.q, *\Last, *\s[0], *\s[len(\s)-1], *\g)
	notes("parameters", *\m[1].(*$t), *(<-\c).(*$t), *\k, *\d, \f(), *\all[0], *\all[1], *\all[2])
`)
}

func (g *gen) aliases() {
	t := g.template("t", g.basic(), "u", pick(g, ints))
	t.top(`
type \P struct {
	a, b $t
	next *\P
}

var \G $t

//go:noinline
func \Two(p, q *$t, x, y $t) (a, b, c, d $t) {
	*p = x
	a = *p
	*q = y
	b = *p
	*p = x
	c = *q
	*q = y
	*p = x
	return a, b, c, *q
}

//go:noinline
func \Reload(p, q *$t, x $t, on bool) (a, b, c $t) {
	a = *p
	*q = x
	b = *p
	if on {
		*q = @t
	}
	return a, b, *p
}

//go:noinline
func \Dead(p, q *$t, x $t) ($t, $t) {
	*p = @t
	y := *q
	*p = x
	return y, *q
}

//go:noinline
func \Fields(p, q *\P, x $t) (a, b, c $t) {
	p.a, q.b = x, #t
	a = q.a
	q.a = @t
	b = p.a
	p.next = q
	q.next.b = x
	c = p.next.b
	*p, *q = *q, *p
	return
}

//go:noinline
func \Elements(s, t []$t, i, j int, x $t) (a, b $t) {
	a = s[i]
	t[j] = x
	b = s[i]
	s[i], t[j] = t[j], a
	return
}

//go:noinline
func \Global(p *$t, x $t) (a, b $t) {
	\G = x
	*p = @t
	a = \G
	\G = #t
	return a, *p
}

//go:noinline
func \Hoist(p *$u, s []$u, n *int) (c int) {
	for i := 0; i < *n && c < 50; i++ {
		s[i%len(s)] = *p + $u(i)
		*n -= i & 1
		c++
	}
	return
}
`)
	t.body(`
	\x, \y := @t, #t
	for \i, \p := range []*$t{&\x, &\y, &\G} {
		\a, \b, \c, \d := \Two(\p, &\x, @t, #t)
		notes("two", \i, \a, \b, \c, \d, \x, \y)
		\a, \b, \c = \Reload(&\x, \p, @t, #b)
		notes("reload", \i, \a, \b, \c, \x, \y)
		\a, \b = \Dead(\p, &\x, #t)
		notes("dead", \i, \a, \b, \x)
		\a, \b = \Global(\p, @t)
		notes("global", \i, \a, \b, \G)
	}
	\f, \h := \P{a: #t}, \P{b: #t}
	for \i, \p := range []*\P{&\f, &\h} {
		\a, \b, \c := \Fields(&\f, \p, @t)
		notes("fields", \i, \a, \b, \c, \f.a, \f.b, \h.a, \h.b)
	}
	\s := []$t{\x, \y, @t, #t}
	for \i := range 3 {
		\a, \b := \Elements(\s, \s[\i:], ?3, ?2, #t)
		notes("elements", \a, \b, \s)
	}
	\u, \n := []$u{1, 2, #u}, ?9-20
	notes("hoist", \Hoist(&\u[?3], \u, &\n), \u, \n)
	\k := []int{?9, ?1-20, 3}
	\w := make([]$u, 3)
	\w[1] = #u
	notes("hoist", \Hoist(&\w[1], \w[?2:], &\k[1]), \k, \w)
`)
}

func (g *gen) storesThroughCalls() {
	t := g.template("t", g.basic(), "st", pick(g, g.structs))
	t.top(`
var \G $t

//go:noinline
func \Call(p *$t, f func($t), x $t) (a, b, c $t) {
	a = *p
	f(x)
	b = *p
	*p = @t
	f(#t)
	return a, b, *p
}

//go:noinline
func \Method(p *$st, g interface{ set(int) }, x int) (a, b int) {
	p.n = x
	g.set(@i)
	a = p.n
	p.n = x
	g.set(x)
	return a, p.n
}

//go:noinline
func \SetGlobal(x $t) { \G = x }

//go:noinline
func \Globals(x $t) (a, b, c $t) {
	\G = x
	\SetGlobal(@t)
	a = \G
	\G = x
	b = \G
	\SetGlobal(#t)
	return a, b, \G
}

//go:noinline
func \Panicking(p *$t, x $t, on bool) {
	*p = x
	if on {
		panic("stored before")
	}
	*p = @t
}
`)
	t.body(`
	\x, \y := @t, #t
	\set := func(\v $t) { \x = \v }
	for \i, \p := range []*$t{&\x, &\y} {
		\a, \b, \c := \Call(\p, \set, @t)
		notes("call", \i, \a, \b, \c, \x, \y)
	}
	var \r, \q $st
	\a, \b := \Method(&\r, &\r, ?9)
	\c, \d := \Method(&\r, &\q, ?9)
	notes("method", \a, \b, \c, \d, \r.n, \q.n)
	\e, \f, \h := \Globals(@t)
	notes("global", \e, \f, \h, \G)
	try("panics", func() { \Panicking(&\x, @t, ?9 > 1) })
	notes("stored", \x, \y)
	\z := @t
	\m := map[int]$t{1: \z}
	\l := []$t{\z}
	func() {
		defer func() { recover(); \z = \l[0] }()
		\l[0] = #t
		\m[1] = \l[0]
		\l[?2] = \m[1]
		\l[0] = @t
	}()
	notes("stored", \z, \m, \l)
`)
}
