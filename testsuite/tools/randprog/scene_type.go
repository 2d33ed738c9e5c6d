// Scenes about named types, methods, interfaces, constants.
package main

var typeScenes = []scene{
	{"method values and expressions", (*gen).methodValues},
	{"methods on all kinds of types", (*gen).methodKinds},
	{"interface: dispatch", (*gen).interfaceDispatch},
	{"interface: embedding, comparison", (*gen).interfaceCompare},
	{"interface: embedded in structs", (*gen).interfaceInStruct},
	{"constants and iota", (*gen).constants},
	{"conversions between named types", (*gen).namedConversions},
	{"printing of types and values", (*gen).printing},
}

func (g *gen) methodValues() {
	t := g.template("t", g.anyType(), "u", g.number())
	t.top(`
type \T struct {
	v $t
	n $u
	a [?1-9]$u
}

func (t \T) val(d $u) $u    { t.n += d; t.a[0]++; return t.n + t.a[0] }
func (t *\T) ptr(d $u) $u   { t.n += d; t.a[0]--; return t.n }
func (t \T) chain(v $t) \T  { t.v = v; t.n++; return t }
func (t *\T) self() *\T     { t.n *= 3; return t }

type \I interface{ ptr($u) $u }
`)
	t.body(`
	\x := \T{v: @t, n: #u}
	\f, \h := \x.val, \x.ptr
	\x.n += 10
	notes("bound", \f(1), \h(2), \f(?9))
	note("bound", \x.n)
	\k, \l := \T.val, (*\T).ptr
	notes("expression", \k(\x, ?9), \l(&\x, 3), (*\T).val(&\x, 1))
	var \i \I = &\x
	\m := \i.ptr
	\i = &\T{}
	notes("interface", \m(?9), \i.ptr(5), \I.ptr(\i, 6))
	\y := \x.chain(#t).chain(@t)
	\y.self().self().ptr(1)
	\z := *\y.self()
	\z.chain(#t)
	notes("chain", \x, \y, \z)
	\s := []func($u) $u{\x.val, \y.ptr, \z.val, \i.ptr}
	\x, \z = \z, \x
	for \j, \f := range \s {
		notes("slice", \j, \f(?9))
	}
	\p := &\s[1]
	notes("pointer", (*\p)(1), (*\p)(2))
	\e := map[string]\T{"a": \x}
	notes("map", \e["a"].val(1), \e["b"].chain(#t).n, \e["a"].n)
	defer \x.ptr(1)
	func() {
		defer \x.self().ptr(\x.n)
		\x.n = 4
	}()
	note("deferred", \x.n)
`)
}

func (g *gen) methodKinds() {
	t := g.template("t", g.basic(), "u", g.number())
	t.top(`
type \Num $u
type \List []$t
type \Map map[string]\Num
type \Fn func(\Num) \Num
type \Arr [3]\Num
type \Ch chan \Num
type \Empty struct{}

func (n \Num) double() \Num     { return n + n }
func (n *\Num) inc() *\Num      { *n++; return n }
func (l \List) len() int        { return len(l) }
func (l *\List) push(x $t) *\List { *l = append(*l, x); return l }
func (m \Map) bump(k string)    { m[k]++; m[k] = m[k].double() }
func (f \Fn) twice(n \Num) \Num { return f(f(n)) }
func (a \Arr) rot() \Arr        { a[0], a[1], a[2] = a[1], a[2], a[0]; return a }
func (a *\Arr) set(i int, n \Num) { a[i] = n }
func (c \Ch) put(n \Num) \Ch    { c <- n; return c }
func (\Empty) nothing() string  { return "nothing" }
func (e *\Empty) same() bool    { return e != nil }
`)
	t.body(`
	\n := \Num(@u)
	\n.inc().inc()
	var \l \List
	\l.push(@t).push(#t)
	\m := \Map{}
	\m.bump("a")
	\m.bump("a")
	\f := \Fn(\Num.double)
	\a := \Arr{1, \n, 3}
	\b := \a.rot().rot()
	\a.set(?3, 9)
	(&\b).set(0, 7)
	\c := make(\Ch, 2)
	\c.put(4).put(\n)
	notes("kinds", \n, \l, \l.len(), \m, \f.twice(3), \Fn(func(x \Num) \Num { return x - 1 }).twice(\n), \a, \b, <-\c, <-\c)
	notes("kinds", \Empty{}.nothing(), new(\Empty).same(), (*\Empty)(nil).same(), \Empty{} == \Empty{})
	notes("kinds", fmt.Sprintf("%T %T %T %T", \n, \l, \f, \c), $u(\n), []$t(\l), \List([]$t{#t}).len())
`)
}

func (g *gen) interfaceDispatch() {
	t := g.template("t", g.basic(), "u", g.number())
	t.top(`
type \Shape interface {
	area() $u
	name() string
}

type \Sq struct{ s $u }
type \Re struct{ w, h $u; t $t }
type \Un $u
type \Co struct {
	\Shape
	k $u
}

func (q \Sq) area() $u   { return q.s * q.s }
func (q \Sq) name() string { return "square" }
func (r *\Re) area() $u  { r.w++; return r.w * r.h }
func (r *\Re) name() string { return fmt.Sprint("rect ", r.t) }
func (u \Un) area() $u   { return $u(u) }
func (u \Un) name() string { return "unit" }
func (c \Co) area() $u   { return c.\Shape.area() + c.k }

func \Sum(s ...\Shape) (n $u) {
	for _, x := range s {
		n = n*3 + x.area()
	}
	return
}

func \Pick(n int) \Shape {
	switch n & 3 {
	case 0:
		return \Sq{@u}
	case 1:
		return &\Re{?9, ?9, #t}
	case 2:
		return \Un(?9)
	}
	return \Co{\Pick(n - 1), ?9}
}
`)
	t.body(`
	var \l []\Shape
	for \i := range ?3-7 {
		\l = append(\l, \Pick(\i+?4))
	}
	for \i, \s := range \l {
		notes("shape", \i, \s.name(), \s.area())
		if \r, \ok := \s.(*\Re); \ok {
			\r.h += 2
		}
		switch \v := \s.(type) {
		case \Sq:
			\v.s++
			\l[\i] = \v
		case \Co:
			\l[\i] = \v.\Shape
		case \Un, *\Re:
			note("other", fmt.Sprintf("%T", \v)[:5])
		}
	}
	notes("sum", \Sum(\l...), \Sum(), \Sum(\l[0], \Co{\l[1], 1}))
	\f := \l[0].area
	\l[0] = \Un(1)
	note("value", \f())
	\h := \Shape.area
	notes("expression", \h(\l[0]), \h(\l[1]), \l[0] == \Shape(\Un(1)), \l[1] == \l[2])
`)
}

func (g *gen) interfaceCompare() {
	t := g.template("t", g.comparableType(), "u", g.comparableType())
	t.top(`
type \R interface{ Read() int }
type \W interface{ Write(int) }
type \RW interface {
	\R
	\W
}

type \File struct {
	n int
	v $t
}

func (f *\File) Read() int   { return f.n }
func (f *\File) Write(n int) { f.n += n }

type \Val struct{ v $t }

func (v \Val) Read() int { return ofAny(v.v) }

func \Maybe(b bool) error {
	var e *\E
	if b {
		e = &\E{}
	}
	return e
}

type \E struct{ n int }

func (e *\E) Error() string { return fmt.Sprint("E ", e == nil) }
`)
	t.body(`
	\f := &\File{?9, @t}
	var \rw \RW = \f
	var \r \R = \rw
	\w := \r.(\W)
	\w.Write(?9)
	\x, \y := \R(\Val{@t}), \R(\Val{#t})
	\z := \x
	notes("compare", \r.Read(), \r == \R(\f), \x == \y, \x == \z, \x == \r, \r == \rw, any(\w) == any(\r), \x.Read() == \z.Read())
	\_nil, \typed := error(nil), \Maybe(#b)
	notes("nil", \_nil == nil, \typed == nil, \typed, \Maybe(true) == \Maybe(true), any(nil) == any(\_nil))
	\a, \b := any(@t), any(@u)
	notes("any", \a == \b, \a == any(@t), \b == any(#u), \a == nil, any(int8(1)) == any(1), any(1) == any(?3), any("a"+opaque("b")) == any("ab"))
	_, \ok := \x.(\RW)
	_, \ok2 := any(\f).(\RW)
	notes("ok", \ok, \ok2, \a == $t(@t))
	\p, \q := new(int), new(int)
	notes("pointers", any(\p) == any(\q), any(\p) == any(\p), [2]any{\p, 1} == [2]any{\p, ?3}, struct{ a any }{\p} == struct{ a any }{\q})
	\c := make(chan int)
	notes("channels", any(\c) == any(\c), any(\c) == any(make(chan int)))
`)
}

func (g *gen) interfaceInStruct() {
	t := g.template("t", g.basic())
	t.top(`
type \Base interface {
	id() int
	text() string
}

type \Impl struct{ n int }

func (i \Impl) id() int      { return i.n }
func (i \Impl) text() string { return fmt.Sprint("impl ", i.n) }

type \Wrap struct {
	\Base
	extra $t
}

func (w \Wrap) text() string { return "wrap " + w.\Base.text() }

type \Twice struct {
	*\Wrap
	count *int
}

func (t \Twice) id() int { *t.count++; return t.\Wrap.id() * 2 }
`)
	t.body(`
	\n := 0
	\w := \Wrap{\Impl{?99}, @t}
	\t := \Twice{&\w, &\n}
	\l := []\Base{\w, \t, &\t, \Wrap{\t, #t}, \w.\Base, &\w}
	\w.\Base = \Impl{-1}
	for _, \b := range \l {
		notes("wrapped", \b.id(), \b.text())
	}
	\f := \t.id
	\w.\Base = \Impl{?9}
	notes("wrapped", \f(), \f())
	note("wrapped", \n)
	try("no base", func() { note("no base", \Wrap{}.id()) })
	try("no wrap", func() { note("no wrap", \Twice{}.text()) })
`)
}

func (g *gen) constants() {
	t := pick(g, ints)
	tm := g.template("t", t, "lit", g.literal(t), "lit2", g.literal(t), "sh", g.rnd(t.bits), "u", pick(g, floats))
	tm.top(`
type \Day int

const (
	\Mon \Day = iota + ?9
	\Tue
	_
	\Thu, \Fri = iota * 10, iota + 100
	\Sat, \Sun
)

const (
	\B0 = 1 << (iota * ?1-9)
	\B1
	\B2
	\Name = "n"
	\B4   = iota
	\B5
)

const (
	\Big   = 1 << 100
	\Small = \Big >> 97
	\Frac  = 1.0 / 3
	\Rune  = 'a' + ?9
	\Str   = "con" + "stant"
	\Len   = len(\Str)
	\Cplx  = (1 + 2i) * 3i
)

func (d \Day) String() string { return [...]string{"x", "y"}[d&1] }
`)
	tm.body(`
	const \c, \d = $t($lit), $t($lit2)
	\x, \y := opaque(\c), opaque(\d)
	const \r, \a, \o, \n, \z = \c >> $sh, \c & \d, \c | \d, \c &^ \d, \c ^ \d
	notes("folded", \r == \x>>$sh, \a == \x&\y, \o == \x|\y, \n == \x&^\y, \z == \x^\y, \c < \d == (\x < \y), \c == \d)
	notes("values", \r, \a, \o, \n, \z, \x<<$sh, \x+\y, \x-\y, \x*\y, -\x, ^\x)
	if \y != 0 {
		notes("values", \x/\y, \x%\y)
	}
	notes("iota", \Mon, int(\Tue), int(\Thu), \Fri, \Sat, \Sun, \B0, \B1, \B2, \Name, \B4, \B5)
	notes("exact", \Small, \Big/(\Big-1), $u(\Frac), \Rune, string(rune(\Rune)), \Len, \Str[?8], real(\Cplx), imag(\Cplx), \Frac*3 == 1)
	const \m = -5
	notes("exact", \m/2, \m%3, \m>>1, 7.0/2, 7/2, 7/2*2.0, 1<<3.0, 'x'-'a', ^uint16(?99), -(-7)>>1)
	var \s uint = ?9
	var \e int64 = 1 << \s
	var \f = uint8(1<<\s>>\s) + 0
	notes("shifts", \e, \f, int32(1)<<\s, 1<<\s == 2, uint16(3<<\s))
	notes("float", $u(1e100/1e99), float32(0.1)+float32(0.2) == 0.3, 0.1+0.2 == 0.3, math.MaxUint64/2, int64(math.MinInt64), uint64(math.MaxUint64))
`)
}

func (g *gen) namedConversions() {
	t := g.template("t", g.anyType(), "u", g.number(), "v", g.number())
	t.top(`
type \A struct {
	x $t
	y $u
}
type \B struct {
	x $t
	y $u
}
type \C \B
type \N $u
type \S string
type \L []\N
type \F func($u) $u

func (a \A) who() string { return "A" }
func (b *\B) who() string { return "B" }
func (n \N) add(m \N) \N { return n + m }
`)
	t.body(`
	\a := \A{@t, #u}
	\b := \B(\a)
	\c := \C(\b)
	\p := (*\C)(&\b)
	\p.y += 2
	\d := struct {
		x $t
		y $u
	}(\c)
	\a = \A(\d)
	notes("named", \a, \b, \c, \d, \a.who(), \b.who(), (*\B)(&\c).who())
	\n := \N(?99)
	\v := $v(\n)
	\l := \L{\n, 1, \N(#u)}
	var \raw []\N = \l
	var \f \F = func(x $u) $u { return x + 1 }
	\s := \S(@s)
	notes("named", \n, \v, \l, len(\raw), \f(2), $u(\n.add(\n)), \s+"x", string(\s[:0]), []byte(\s), len([]rune(\s)))
	\q := \S([]byte{?9, 65, 66})
	\x := any(\n)
	_, \ok := \x.($u)
	_, \ok2 := \x.(\N)
	notes("named", \q[1:], \ok, \ok2, any(\S("a")) == any("a"))
`)
}

func (g *gen) printing() {
	t := g.template("t", g.anyType(), "u", g.basic(), "st", pick(g, g.structs), "n", pick(g, ints), "fl", pick(g, floats))
	t.top(`
type \P struct {
	a $t
	b *int
	c []$u
	d map[string]$u
	e any
	f func()
	g error
}
type \G[T any] struct{ v T }

func (g \G[T]) String() string { return fmt.Sprint("G:", g.v) }
`)
	t.body(`
	\p := \P{a: @t, c: []$u{@u}, d: map[string]$u{"b": #u, "a": #u}, e: #st}
	note("v", fmt.Sprintf("%v", \p))
	note("+v", fmt.Sprintf("%+v", \p))
	note("T", fmt.Sprintf("%T %T %T %T", \p, \p.c, \p.e, \p.f))
	note("G", fmt.Sprintf("%v %s %T", \G[$u]{@u}, []\G[$t]{{@t}}, &\G[\P]{}))
	\n, \f := @n, @fl
	note("int", fmt.Sprintf("%d %x %o %b %5d|%-5d|%05d %+d %c %q %U", \n, \n, \n, \n, \n, \n, \n, \n, \n&127, \n&127, \n&127))
	if \f == \f {
		note("float", fmt.Sprintf("%g %e %.3f %8.2f|%v", \f, \f, \f, \f, \f))
	}
	note("string", fmt.Sprintf("%q %x %10s|%-10s|%.2s", @s, #s, #s, "q", #s))
	note("bool", fmt.Sprintf("%t %v %6v %%", #b, #b, #b))
	note("bad", fmt.Sprintf("%d %s %z", "x", ?9, 1, 2))
`)
}
