// Scenes about run-time panics: each happens or not as the random values have it.
package main

var panicScenes = []scene{
	{"panic: index, slice", (*gen).panicIndex},
	{"panic: nil", (*gen).panicNil},
	{"panic: division, shift, make", (*gen).panicArith},
	{"panic: assertion, conversion", (*gen).panicAssert},
	{"panic: channel", (*gen).panicChannel},
	{"panic: uncomparable", (*gen).panicCompare},
	{"panic: own errors", (*gen).panicOwn},
	{"panic: effects before", (*gen).panicEffects},
}

func (g *gen) panicIndex() {
	g.template("t", g.basic(), "n", pick(g, ints)).body(`
	\s, \a, \z := []$t{#t, #t, #t}, [4]$t{}, "text"
	\i, \j := $n(?6), $n(?6)
	try("index", func() { note("index", \s[\i]) })
	try("index", func() { \a[\j] = @t; note("array", \a) })
	try("index", func() { \k := int(\i) - ?4; note("index", \s[\k]) })
	try("slice", func() { note("slice", len(\s[\i:\j])) })
	try("slice", func() { note("slice", len(\s[\i:])+len(\s[:\j])) })
	try("slice", func() { note("slice", \z[\i:\j]) })
	try("string", func() { note("string", \z[\j]) })
	try("slice3", func() { note("slice3", cap(\s[:\i:\j])) })
	try("cap", func() { \t := \s[:1]; note("cap", len(\t[:\i])) })
	try("pointer", func() { \p := &\a; note("pointer", \p[\i]) })
	try("large", func() { note("large", \s[@i]) })
	try("large", func() { note("large", \s[$n(@i)&7]) })
	try("append", func() { note("append", append(\s[:\i], \s[\j:]...)) })
`)
}

func (g *gen) panicNil() {
	g.template("t", g.anyType(), "st", pick(g, g.structs)).body(`
	var \p *$st
	var \m map[string]$t
	var \f func() $t
	var \e error
	var \g getter
	var \a *[100]$t
	if @b {
		\p = &$st{}
	}
	if @b {
		\m = map[string]$t{}
	}
	if #b {
		\f = func() $t { return @t }
	}
	if #b {
		\g = &$st{}
	}
	try("field", func() { note("field", \p.n) })
	try("store", func() { \p.n = 1; note("field", *\p) })
	try("deref", func() { \x := *\p; note("deref", \x) })
	try("method", func() { note("method", \p.get(1)) })
	try("pointer method", func() { \p.set(1); note("set", \p.n) })
	try("map", func() { \m["k"] = @t; note("map", len(\m)) })
	try("read", func() { note("read", \m["k"]); delete(\m, "k") })
	try("func", func() { note("func", \f()) })
	try("error", func() { note("error", \e.Error()) })
	try("getter", func() { note("getter", \g.get(1)) })
	try("value", func() { \h := \g.get; note("value", \h(1)) })
	try("array", func() { note("array", \a[?99]) })
	try("range", func() {
		for _, \x := range \a {
			note("range", \x)
		}
	})
	try("address", func() { \q := &\p.n; *\q++; note("address", *\q) })
`)
}

func (g *gen) panicArith() {
	g.template("t", pick(g, ints), "u", pick(g, ints[:5])).body(`
	\x, \y, \n := @t, $t(?2), $u(?4)-1
	try("quotient", func() { note("quotient", \x/\y) })
	try("remainder", func() { note("remainder", \x%\y) })
	try("quotient", func() { \x /= @t; note("quotient", \x) })
	try("shift", func() { note("shift", \x<<\n) })
	try("shift", func() { \x >>= \n; note("shift", \x) })
	try("make", func() { note("make", len(make([]$t, \n))) })
	try("make", func() { note("make", len(make([]$t, \n, 1))) })
	try("make", func() { note("make", cap(make(chan $t, \n))) })
	try("make", func() { note("make", len(make(map[$t]int, \n))) })
	try("make", func() { \k := 1 << 60; note("make", len(make([]string, opaque(\k)))) })
	try("repeat", func() { note("repeat", strings.Repeat("ab", int(\n))) })
`)
}

func (g *gen) panicAssert() {
	g.template("t", g.anyType(), "u", g.anyType(), "st", pick(g, g.structs)).body(`
	var \x any = @t
	if #b {
		\x = @u
	}
	if #b {
		\x = nil
	}
	try("assert", func() { note("assert", \x.($t)) })
	try("assert", func() { note("assert", \x.(*$st) == nil) })
	try("getter", func() { note("getter", \x.(getter).get(?9)) })
	try("error", func() { note("error", \x.(error)) })
	try("stringer", func() { note("stringer", \x.(fmt.Stringer)) })
	\v, \ok := \x.($u)
	notes("ok", \v, \ok)
	_, \ok = \x.(interface{ get(int) int; set(int) })
	note("ok", \ok)
	var \g getter = $st{}
	try("concrete", func() { note("concrete", \g.(*$st)) })
	try("wider", func() { note("wider", \g.(interface{ get(int) int; other() }) == nil) })
	try("array", func() { note("array", [3]$t(make([]$t, ?6))) })
	try("array", func() { note("array", len((*[2]$t)(make([]$t, ?4)))) })
`)
}

func (g *gen) panicChannel() {
	g.template("t", g.basic()).body(`
	\c := make(chan $t, 3)
	var \n chan $t
	try("send", func() { \c <- @t })
	try("close nil", func() { close(\n) })
	if @b {
		close(\c)
	}
	try("send", func() { \c <- #t; note("sent", len(\c)) })
	try("close", func() { close(\c); \x, \ok := <-\c; notes("received", \x, \ok) })
	try("again", func() { close(\c) })
	\x, \ok := <-\c
	\y, \ok2 := <-\c
	notes("drained", \x, \ok, \y, \ok2, len(\c), cap(\c), cap(\n))
	try("select", func() {
		select {
		case \c <- #t:
		default:
			note("default", 1)
		}
	})
`)
}

func (g *gen) panicCompare() {
	g.template("t", g.basic()).body(`
	\v := []any{@t, []int{1}, map[int]int{}, func() {}, struct{ x []int }{}, [1]any{[]int{}}, struct {
		a int
		b any
	}{?2, "x"}, struct {
		a int
		b any
	}{?2, []int{}}, nil, #t, 5}
	for \i, \x := range \v {
		\y := \v[(\i+?3)%len(\v)]
		try("compare", func() { notes("compare", \i, \x == \y) })
		try("key", func() {
			\m := map[any]int{}
			\m[\x]++
			\m[\y] += 2
			notes("key", \i, len(\m), \m[\x])
		})
		try("array", func() { note("array", [2]any{?2, \x} == [2]any{0, \y}) })
	}
	\i := 0
	for \i < len(\v) && \v[\i] != nil {
		\i++
	}
	note("nil at", \i)
`)
}

func (g *gen) panicOwn() {
	t := g.template("t", g.basic(), "u", pick(g, ints))
	t.top(`
type \Err struct {
	code $u
	in   error
}

func (e *\Err) Error() string { return fmt.Sprint("err ", e.code, " ", e.in) }
func (e *\Err) Unwrap() error { return e.in }

type \Str string

func (s \Str) String() string { return "str " + string(s) }

type \Code $u

func (c \Code) Error() string { return "code " + strconv.Itoa(int(c)) }

func \May(n int) error {
	switch n {
	case 0:
		return nil
	case 1:
		return \Code(?9)
	case 2:
		return &\Err{code: #u, in: \May(?2)}
	case 3:
		panic(&\Err{code: ?9, in: \May(1)})
	case 4:
		panic(\Str(#s))
	case 5:
		return fmt.Errorf("two %w and %w", \May(1), \May(2))
	}
	return errors.Join(\May(1), nil, \May(n-5))
}
`)
	t.body(`
	for \n := range 8 {
		try("own", func() {
			\e := \May(\n)
			var \c \Code
			var \p *\Err
			notes("own", \n, \e == nil, \e, errors.As(\e, &\c), \c == ?9, errors.As(\e, &\p), errors.Is(\e, \Code(?9)))
			if \p != nil {
				note("code", \p.code)
			}
		})
	}
	try("value", func() { panic(struct{ a $t; b int }{@t, ?9}) })
`)
}

func (g *gen) panicEffects() {
	g.template("t", g.number(), "st", pick(g, g.structs)).body(`
	\a, \s, \k := [4]$t{@t}, []$t{#t, #t, #t}, 0
	\r := #st
	try("effects", func() {
		for \i := range 9 {
			\a[\i&3] += \s[\i%3]
			\r.n++
			\k = \i
			\s[\i] = @t
			\a[3]++
		}
	})
	notes("effects", \a, \s, \k, \r.n)
	\f := func(\n int) (\q int, \l []int) {
		defer func() { recover() }()
		for ; ; \n-- {
			\l = append(\l, 100/\n)
			\q += 100 / \n
		}
	}
	\q, \l := \f(?9)
	notes("effects", \q, \l)
	\p := &\r
	try("effects", func() {
		\p.n = 5
		\p = nil
		\k = 99
		\p.n = 6
		\k = 100
	})
	notes("effects", \r.n, \k, \p == nil)
`)
}
