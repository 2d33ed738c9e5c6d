// Scenes about slices, arrays, maps, structs, and which of them share memory.
package main

import (
	"fmt"
	"strings"
)

var dataScenes = []scene{
	{"append: aliasing", (*gen).appendAlias},
	{"slice: three indices", (*gen).threeIndex},
	{"slice: nil, empty, of slices", (*gen).sliceShapes},
	{"slice to array", (*gen).sliceToArray},
	{"copy: overlapping", (*gen).copyOverlap},
	{"array: value semantics", (*gen).arrayValue},
	{"array: of arrays", (*gen).arrayOfArrays},
	{"map: growth and delete", (*gen).mapGrow},
	{"map: composite elements", (*gen).mapElements},
	{"map: composite keys", (*gen).mapKeys},
	{"map: delete while ranging", (*gen).mapDelete},
	{"struct: copy semantics", (*gen).structCopy},
	{"struct: equality", (*gen).structEqual},
	{"struct: nested and embedded", (*gen).structNested},
	{"struct: layout", (*gen).structLayout},
	{"min, max, clear", (*gen).minMaxClear},
	{"escape: pointers outlive frames", (*gen).escapes},
	{"list on the heap", (*gen).heapList},
	{"bounds checks in loops", (*gen).boundsLoops},
	{"bounds checks by condition", (*gen).boundsGuards},
	{"new(expr)", (*gen).newExpr},
}

func (g *gen) appendAlias() {
	n := g.rnd(4)
	g.template("t", g.anyType(), "n", n, "c", n+1+g.rnd(3)).body(`
	\a := make([]$t, $n, $c)
	for \i := range \a {
		\a[\i] = @t
	}
	\b := append(\a, @t)
	\c := append(\a, @t)
	\d := append(\b, #t, #t)
	if len(\d) > ?6 {
		\d[?2] = @t
	}
	\e := append(\a[:?1], \c...)
	notes("append", \a, \b, \c, \d, \e, len(\d), cap(\a), cap(\b))
	note("whole", \a[:cap(\a)])
`)
}

func (g *gen) threeIndex() {
	i := g.rnd(3)
	j := i + g.rnd(3)
	k := j + g.rnd(5-j)
	g.template("t", g.basic(), "a", i, "b", j, "c", k).body(`
	\s := []$t{@t, #t, #t, #t, #t}
	\x := \s[$a:$b:$c]
	\y := append(\x, @t)
	notes("three", len(\x), cap(\x), \s, \y)
	try("three", func() {
		\p, \q, \r := ?6, ?6, ?7
		\z := \s[\p:\q:\r]
		notes("three", len(\z), cap(\z))
	})
	\w := (&[5]$t{#t, #t})[?2:?2-4]
	\w = append(\w, #t)
	notes("of array", \w, len(\w))
`)
}

func (g *gen) sliceShapes() {
	g.template("t", g.basic()).body(`
	var \n []$t
	\e := []$t{}
	notes("nil", \n == nil, \e == nil, len(\n), cap(\n), len(\n[:0]), \n[:0] == nil, \n[0:0:0] == nil)
	\n = append(\n, \e...)
	note("still nil", \n == nil)
	\m := make([][]$t, ?2-4)
	for \i := range \m {
		\m[\i] = append(\m[\i], @t)
		if \i > 0 {
			\m[\i] = append(\m[\i], \m[\i-1]...)
		}
	}
	\m[0], \m[1] = \m[1], \m[0]
	\k := [...]string{?2-4: "x", 1: "y"}
	notes("slices", \m, \k, len(\k))
	\p := []*[]$t{&\m[0], &\n}
	*\p[1] = append(*\p[1], #t)
	*\p[0] = (*\p[0])[1:]
	notes("slices", \m, \n)
`)
}

func (g *gen) sliceToArray() {
	g.template("t", g.basic()).body(`
	\s := []$t{#t, @t, #t, #t}
	\a := [3]$t(\s)
	\p := (*[2]$t)(\s[?3:])
	\s[1] = @t
	\p[0] = #t
	notes("to array", \s, \a, *\p)
	try("to array", func() {
		note("to array", [4]$t(\s[:?5]))
	})
	try("to array", func() {
		\q := (*[3]$t)(\s[?3:])
		note("to array", len(\q))
	})
`)
}

func (g *gen) copyOverlap() {
	g.template("t", g.basic(), "n", 3+g.rnd(50)).body(`
	\s := make([]$t, $n)
	for \i := range \s {
		\s[\i] = @t
		if \i > 0 && \i&1 == 0 {
			\s[\i] = \s[\i-1]
		}
	}
	\n := copy(\s[?3:], \s[?3:])
	\n += copy(\s[?3:?3-3], \s)
	notes("copy", \n, \s)
	\b := make([]byte, ?1-300)
	for \i := range \b {
		\b[\i] = byte(\i * ?9)
	}
	\n = copy(\b, @s) + copy(\b[len(\b)/2:], \b) + copy(\b[len(\b)/3:], \b[1:])
	notes("copy", \n, \b)
`)
}

func (g *gen) arrayValue() {
	n := 2 + g.rnd(5)
	g.template("t", g.anyType(), "n", n, "m", n-1).body(`
	\a := [$n]$t{@t, #t}
	\b := \a
	\p := &\a
	\a[?2] = @t
	\p[$m] = #t
	\f := func(\x [$n]$t) [$n]$t {
		\x[0] = @t
		return \x
	}
	\c := \f(\a)
	notes("array", \a, \b, \c)
	for \i, \x := range \a {
		\a[(\i+1)%$n] = \x
	}
	note("range copies", \a)
	for \i, \x := range &\b {
		\b[(\i+1)%$n] = \x
	}
	note("range does not", \b)
	\b, \c = \c, \b
	\q := &\b
	\d := *\q
	\q[0] = #t
	var \e any = \b
	\b[1] = @t
	notes("array", \b, \c, \d, \e, len(\p), cap(\b[:1]))
`)
}

func (g *gen) arrayOfArrays() {
	g.template("t", g.number()).body(`
	var \m [3][4]$t
	for \i := range \m {
		for \j := range \m[\i] {
			\m[\i][\j] = $t(\i*?9 + \j) + #t
		}
	}
	\r := \m[?3]
	\m[?3][?4] = @t
	\m[?3] = \r
	\r[?4]++
	\t := [2][2][2]$t{{{1}, {#t}}, {1: {#t, 2}}}
	\t[?2] = \t[?2]
	\s := \m[1:]
	\s[0][?4] -= @t
	\m[?3][?4], \t[1][0][1] = \t[1][0][1], \m[?3][?4]
	notes("arrays", \m, \r, \t, \m[0] == \m[1], \s)
`)
}

func (g *gen) mapGrow() {
	key := pick(g, ints)
	text := `
	\m := make(map[$k]$t, ?20)
	for \i := range $n {
		\m[$k(\i*$a)] = @t
		if \i%?2-7 == 0 {
			delete(\m, $k(\i*$a/2))
		}
		if \v, \ok := \m[$k(\i)]; \ok {
			\m[$k(\i+?9)] = \v
		}
	}
	\c, \x := 0, 0
	for \k, \v := range \m {
		\c++
		\x += ofAny(\v) * int(\k&7)
	}
	notes("map", len(\m), \c, \x)
	\x = 0
	for \i := range $n {
		if _, \ok := \m[$k(\i)]; \ok {
			\x += \i
		}
	}
	note("map", \x)
	clear(\m)
	note("map", len(\m))
`
	if g.chance(40) {
		text = `
	\m := map[string]$k{}
	for \i := range $n {
		\m[strconv.Itoa(\i*$a)] += $k(\i)
		delete(\m, strconv.Itoa(\i*?9))
		\m[string(rune('a'+\i%26))]++
	}
	var \x $k
	for \k, \v := range \m {
		\x += \v * $k(len(\k))
	}
	notes("map", len(\m), \x, \m["10"], \m["a"], \m["none"])
`
	}
	g.template("k", key, "t", g.basic(), "n", 20+g.rnd(300), "a", 1+g.rnd(50)).body(text)
}

func (g *gen) mapElements() {
	g.template("t", g.basic(), "u", g.number(), "st", pick(g, g.structs)).body(`
	\m := map[string][]$t{}
	\n := map[int]map[int8]$u{}
	for \i := range ?3-9 {
		\k := string(rune('a' + \i%3))
		\m[\k] = append(\m[\k], @t)
		if \n[\i&1] == nil {
			\n[\i&1] = map[int8]$u{}
		}
		\n[\i&1][int8(\i)] += @u
		\n[\i&1][int8(\i)]++
	}
	notes("maps", \m, \n, len(\m["zz"]), \n[7][1])
	\p := map[string]*$st{"a": {}, "b": new($st)}
	\p["b"].n += #i
	\p["a"].set(@i)
	\v := map[string]$st{"q": *\p["a"]}
	\w := \v["q"]
	\w.n++
	notes("maps", *\p["a"], *\p["b"], \v, \w.n, \v["none"].n)
	\f := map[bool]func(int) int{true: \w.get, false: \p["b"].get}
	notes("maps", \f[#b](?9), \f[\w.n > 0](1))
	\g := map[string][2]$u{"x": {#u}}
	\h := \g["x"]
	\h[1] = #u
	notes("maps", \g, \h, \g["y"])
`)
}

func (g *gen) mapKeys() {
	g.template("t", g.comparableType(), "u", g.basic()).body(`
	\m := map[$t]int{}
	\k := @t
	\m[\k]++
	\m[@t] += ?9
	\m[\k] *= 5
	_, \ok := \m[#t]
	notes("keys", len(\m), \m[\k], \ok)
	\a := map[any]string{1: "int", int8(1): "int8", "1": "string", 1.0: "float", [2]int{1}: "array", struct{ a, b string }{"x", "y"}: "struct"}
	\a[@t] += "t"
	\a[@u] += "u"
	notes("any", len(\a), \a[?3], \a[int8(?2)], \a[[2]int{?2}], \a[struct{ a, b string }{"x", opaque("y")}], \a[@u])
	\p := map[[2]$u]int{{#u}: 1, {1: opaque(zero_$u)}: 2}[[2]$u{}]
	note("array", \p)
	\f := map[float64]int{0: 1, nan: 2, inf: 3}
	\f[nan] = ?9
	\f[-zero_float64]++
	notes("float", len(\f), \f[0], \f[nan], \f[inf], \f[-inf])
`)
}

func (g *gen) mapDelete() {
	g.template("k", pick(g, ints), "n", 5+g.rnd(100), "d", 2+g.rnd(4)).body(`
	\m := map[$k]int{}
	for \i := range $n {
		\m[$k(\i)] = \i
	}
	\s := 0
	for \k, \v := range \m {
		if \v%$d == 0 {
			delete(\m, \k)
			continue
		}
		\m[\k] = \v + 1
		\s += \v
	}
	note("left", len(\m))
	note("sum", \s)
	\seen := map[$k]bool{}
	for \k := range \m {
		if \seen[\k] {
			note("twice", \k)
		}
		\seen[\k] = true
		delete(\m, \k)
	}
	notes("ranged", len(\m), len(\seen))
	\x := slices.Sorted(maps.Keys(\seen))
	note("keys", \x)
`)
}

func (g *gen) structCopy() {
	st := pick(g, g.structs)
	f := pick(g, st.fields)
	g.template("st", st, "f", f.name, "ft", f.t).body(`
	\a := @st
	\b := \a
	\p := &\a
	\a.$f = @ft
	\c := *\p
	\p.n += ?9
	notes("struct", \a, \b, \c)
	\f := func(\x $st) $st {
		\x.$f = @ft
		\x.n--
		return \x
	}
	\d := \f(\a)
	var \i any = \a
	\s := []$st{\a, \b}
	\a.n ^= ?99
	\e := \i.($st)
	\e.n++
	\s[0].$f = \b.$f
	for _, \x := range \s {
		\x.n = 77
	}
	for \j := range \s {
		\s[\j].n += \j
	}
	\q := [2]$st{\a, \d}
	\r := \q
	\q[0].n, \q[1].n = \q[1].n, \q[0].n
	\h := &\r[?2]
	\h.set(#i)
	\a, \b = \b, \a
	notes("struct", \a, \b, \d, \i, \e, \s, \q, \r, \a.get(?9), (*\p).n)
`)
}

func (g *gen) structEqual() {
	g.template("t", g.comparableType(), "u", g.comparableType(), "v", g.basic(), "n", g.number()).body(`
	type \s struct {
		a $t
		_ int8
		b $u
		c struct{ x, y $v }
		d any
		e [2]$n
	}
	\x := \s{a: @t, b: #u, d: ?3, e: [2]$n{1: #n}}
	\y := \x
	notes("equal", \x == \y, \x != \y)
	\y.b = @u
	note("b", \x == \y)
	\y = \x
	\y.c.y = @v
	notes("c", \x == \y, \x.c == \y.c)
	\y = \x
	\y.e[?2] += ?3
	notes("e", \x == \y, \x.e == \y.e, [1]\s{\x} == [1]\s{\y})
	\y = \x
	\y.d = int64(?3)
	note("d", \x == \y)
	\y.d = \x.d
	\y.a = @t
	var \i, \j any = \x, \y
	notes("any", \i == \j, \i == any(\x), \i != nil, \j == any(?3))
	type \q struct{ a, b, c $n }
	type \r struct {
		a $n
		s string
		z bool
	}
	\v, \w := \q{#n, #n, @n}, \r{@n, @s, @b}
	\v2, \v3, \v4, \w2, \w3, \w4 := \v, \v, \v, \w, \w, \w
	\v2.a++
	\v3.b++
	\v4.c++
	\w2.a++
	\w3.s += "x"
	\w4.z = !\w.z
	notes("small", \v == \v2, \v == \v3, \v == \v4, \w == \w2, \w == \w3, \w == \w4, \v != \v4, \w == \r{\w.a, \w.s, opaque(\w.z)})
`)
}

func (g *gen) structNested() {
	t := g.template("t", g.anyType(), "u", g.basic(), "st", pick(g, g.structs))
	t.top(`
type \Base struct {
	id int
	v  $t
}

func (b \Base) show() string     { return fmt.Sprint("base ", b.id, " ", b.v) }
func (b *\Base) bump(n int)      { b.id += n }
func (b \Base) with(n int) \Base { b.id = n; return b }

type \Mid struct {
	\Base
	*$st
	w $u
}

func (m \Mid) show() string { return "mid " + m.\Base.show() }

type \Top struct {
	name string
	\Mid
	in struct {
		a [2]\Base
		p *\Base
	}
}

type \Shower interface{ show() string }
`)
	t.body(`
	\x := \Top{name: #s, \Mid: \Mid{\Base{?9, @t}, &$st{}, #u}}
	\x.in.a[?2] = \x.\Base
	\x.in.p = &\x.in.a[1]
	\x.bump(?9)
	\x.in.p.bump(3)
	\y := \x
	\y.bump(10)
	\y.n = #i
	\y.in.a[1].bump(100)
	\x.in.p.v = @t
	\s := []\Shower{\x, \y.\Mid, &\y.\Base, \x.\Base.with(?9), \x.in.p}
	for _, \z := range \s {
		note("show", \z.show())
	}
	\f, \h := \x.show, \y.bump
	\x.id = 1000
	\h(7)
	notes("embedded", \f(), \y.id, \x.n, \x.w, \x.in.a, \y.in.a[1].id, \x.get(?9), \Mid.show(\x.\Mid))
`)
}

func (g *gen) structLayout() {
	text := "\ntype \\L struct {\n"
	n := 2 + g.rnd(5)
	for i := 0; i < n; i++ {
		text += fmt.Sprintf("\tf%d %s\n", i, g.anyType().name)
	}
	text += "}\n"
	t := g.template("l", n-1)
	t.top(text)
	t.body(`
	var \x \L
	notes("layout", unsafe.Sizeof(\x), unsafe.Alignof(\x), unsafe.Offsetof(\x.f1), unsafe.Offsetof(\x.f$l), unsafe.Sizeof([3]\L{}))
	const \c = unsafe.Sizeof(\x.f0) + unsafe.Sizeof("")
	note("layout", \c)
	\a := [2]\L{}
	note("layout", uintptr(unsafe.Pointer(&\a[1]))-uintptr(unsafe.Pointer(&\a[0])))
	\b := []int32{?9, ?9, ?9}
	note("layout", *(*int32)(unsafe.Add(unsafe.Pointer(&\b[0]), 4*?3)))
	note("layout", unsafe.Slice(&\b[1], ?3))
	note("layout", unsafe.String(unsafe.StringData("abcdef"), ?6))
`)
}

func (g *gen) minMaxClear() {
	g.template("t", g.number(), "f", pick(g, floats)).body(`
	\x, \y, \z := @t, @t, #t
	notes("min", min(\x, \y, \z), max(\x, \y), max(\z, 3, \x), min(?9, \y))
	\a, \b := @f, $f(nan)
	notes("min", min(\a, \b), max(\b, \a), min(\a, $f(inf)), 1/min(-zero_$f, zero_$f), 1/max(zero_$f, -zero_$f))
	notes("min", min(@s, @s, "m"), max(#s, @s))
	\s := []$t{\x, \y, \z}
	clear(\s[?3:])
	\m := map[$t]int{\x: 1, \y: 2}
	note("clear", \s)
	clear(\m)
	notes("clear", len(\m), \m[\x])
`)
}

func (g *gen) escapes() {
	t := g.template("t", g.anyType(), "u", g.basic())
	t.top(`
type \Node struct {
	v    $t
	u    $u
	p    *$t
	next *\Node
	f    func() $t
}

func \Make(v $t, next *\Node) *\Node {
	n := \Node{v: v, next: next}
	n.p = &n.v
	if next != nil {
		next.p = &v
	}
	n.f = func() $t { return v }
	return &n
}

func \Fill(n *\Node, u $u) (r *$u) {
	w := u
	r = &w
	n.u = *r
	return
}

func \Through(p *$t, q *$t, first bool) *$t {
	if first {
		return p
	}
	return q
}

func \Local(b bool) *$t {
	x := @t
	y := #t
	return \Through(&x, &y, b)
}

func \Slice(v $t) (s []*$t, m [2]*$t) {
	for i := range 3 {
		w := v
		s = append(s, &w)
		m[i&1] = s[i]
	}
	return
}
`)
	t.body(`
	\n := \Make(@t, nil)
	\n = \Make(@t, \n)
	\r := \Fill(\n, #u)
	\l := \Local(#b)
	\s, \m := \Slice(#t)
	var \i any
	{
		\w := struct{ a $u; p *$u }{a: @u}
		\w.p = &\w.a
		\i = &\w
		\w.a = #u
		\n.next.next = &\Node{u: *\w.p}
	}
	\c := make(chan *$u, 1)
	{
		\w := @u
		\c <- &\w
		\w = #u
	}
	churn()
	notes("escape", \n.v, *\n.p, \n.next.v, *\n.next.p, \n.f(), \n.next.f(), *\r, *\l, *\s[?3], *\m[?2], \n.u)
	notes("escape", *\i.(*struct{ a $u; p *$u }).p, *<-\c, \n.next.next.u)
`)
}

func (g *gen) heapList() {
	t := g.template("t", g.basic())
	t.top(`
type \Tree struct {
	l, r *\Tree
	k    int
	v    $t
}

func (t *\Tree) insert(k int, v $t) *\Tree {
	if t == nil {
		return &\Tree{k: k, v: v}
	}
	switch {
	case k < t.k:
		t.l = t.l.insert(k, v)
	case k > t.k:
		t.r = t.r.insert(k, v)
	default:
		t.v = v
	}
	return t
}

func (t *\Tree) walk(f func(*\Tree) bool) bool {
	return t == nil || t.l.walk(f) && f(t) && t.r.walk(f)
}
`)
	t.body(`
	var \t *\Tree
	\k := uint32(?999)
	for \i := range ?10-80 {
		\k = \k*1664525 + 1013904223
		\t = \t.insert(int(\k>>20), @t)
		if \i%32 == 9 {
			churn()
		}
	}
	\n, \sum := 0, 0
	\t.walk(func(\x *\Tree) bool {
		\n++
		\sum = \sum*3 + \x.k + ofAny(\x.v)
		return \n < ?20-90
	})
	notes("tree", \n, \sum, \t.k, \t.v)
`)
}

// Loops whose bounds are right, or off by one: then the check must stop them.
func (g *gen) boundsLoops() {
	t := pick(g, ints)
	head := pick(g, []string{
		`\i := 0; \i < len(\s)@; \i++`,
		`\i := 0; \i <= len(\s)@; \i++`,
		`\i := ?3; \i < len(\s); \i += ?1-3`,
		`\i := len(\s) - 1@; \i >= 0; \i--`,
		`\i := len(\s)@; \i > 0; \i--`,
		`\i := range \s[?3:]`,
		`\i := range ?3-12`,
		`\i := -?2; \i < len(\s)-?3; \i++`,
		`\i := uint8(?2); \i < ?5-14; \i++`,
		`\i := len(\s) - ?1-3; \i != -?2; \i--`,
		`\i, \j := 0, len(\s); \i < \j; \i, \j = \i+1, \j-?2`,
	})
	index := pick(g, []string{`\i`, `\i`, `\i`, `\i+1`, `\i-1`, `\i+?3`, `len(\s)-int(\i)`, `len(\s)-1-int(\i)`, `\i&7`, `\i%?1-9`, `\i/2`, `\i*2`, `\i^?2`})
	head = strings.ReplaceAll(head, "@", pick(g, []string{"", "", "", "-1", "+1", "-?3"}))
	g.template("t", t, "n", 4+g.rnd(8)).body(`
	\s := make([]$t, $n)
	for \i := range \s {
		\s[\i] = @t
	}
	\sum, \c := #t, 0
	try("loop", func() {
		for ` + head + ` {
			\x := \s[` + index + `]
			\sum = \sum*3 + \x
			\s[` + index + `] = \sum
			\c++
			if \c > 30 {
				break
			}
		}
	})
	notes("loop", \sum, \c, \s)
`)
}

func (g *gen) boundsGuards() {
	cond := pick(g, []string{
		`\i < len(\s)`, `\i <= len(\s)`, `\i >= 0 && \i < len(\s)`, `\i >= 0 && \i <= len(\s)`, `\i > 0 && \i < len(\s)`, `uint(\i) < uint(len(\s))`,
		`uint(\i) <= uint(len(\s))`, `\i+1 < len(\s)`, `\i >= -1 && \i < len(\s)-1`, `len(\s) > \i && \i >= 0`, `\i != len(\s)`, `\j <= len(\s) && \i < \j`,
		`\i < \j`, `\i <= \j && \j < len(\s) && \i >= 0`, `len(\s) != 0`, `len(\s) >= ?5`,
	})
	use := pick(g, []string{
		`note("at", \s[\i])`, `note("at", \s[\i+1])`, `note("at", \s[\i-1])`, `note("at", \s[\j])`, `note("to", len(\s[:\i]))`, `note("from", len(\s[\i:]))`,
		`note("from", len(\s[\i+1:]))`, `note("part", len(\s[\i:\j]))`, `note("last", \s[len(\s)-1])`, `note("four", \s[?5])`, `note("array", \a[\i])`,
		`note("array", \a[\i&7])`, `note("array", \a[uint8(\i)>>5])`, `note("array", \a[\i&8])`, `note("text", \z[\i])`, `note("array", \a[uint32(\i)%8])`,
		`note("array", \a[\i%8])`, `note("array", \a[\i>>1])`, `note("array", \a[uint(\i)>>61])`, `note("four", \s[\i]+\s[?3])`,
	})
	g.template("t", pick(g, ints)).body(`
	\s := []$t{#t, #t, #t, #t, #t}[:?6]
	\a := [8]$t{?9, ?9, ?9, ?9, ?9, ?9, ?9, ?9}
	\z := "bounds"
	_ = \s
	for \i := -2; \i < 9; \i++ {
		\j := \i + ?4 - 1
		_, _, _ = \j, \a, \z
		try("guard", func() {
			if ` + cond + ` {
				` + use + `
				` + use + `
			} else {
				note("not", \i)
			}
		})
	}
`)
}

func (g *gen) newExpr() {
	g.template("t", g.anyType(), "u", g.basic()).body(`
	\p := new(@t)
	\q := new($u)
	*\q = @u
	\r := &\p
	**\r = #t
	\s := new(*\q)
	*\q = #u
	notes("new", *\p, *\q, *\s, \p == *\r, \q == \s)
`)
}
