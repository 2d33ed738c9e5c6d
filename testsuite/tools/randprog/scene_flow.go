// Scenes about control flow: closures, iterators, goto, switches, defer, order of evaluation.
package main

import "strings"

var flowScenes = []scene{
	{"closure: loop variables", (*gen).closureLoops},
	{"closure: shared variables", (*gen).closureShared},
	{"closure: recursive, nested", (*gen).closureNested},
	{"range over func: exits", (*gen).rangeFuncExits},
	{"range over func: two values", (*gen).rangeFuncTwo},
	{"range over func: defer and panic", (*gen).rangeFuncDefer},
	{"range over strings, channels, arrays", (*gen).rangeMore},
	{"goto", (*gen).gotoLoop},
	{"labelled break and continue", (*gen).labels3},
	{"switch: strings", (*gen).switchString},
	{"switch: fallthrough, init, calls", (*gen).switchCalls},
	{"switch: types", (*gen).switchType},
	{"switch: sparse and ranges", (*gen).switchSparse},
	{"defer: order and arguments", (*gen).deferOrder},
	{"defer: named results", (*gen).deferResults},
	{"recover: rules", (*gen).recoverRules},
	{"assignment: parallel", (*gen).parallel},
	{"order of calls", (*gen).callOrder},
	{"variadic functions", (*gen).variadics},
	{"recursion", (*gen).recursion},
	{"scopes and shadowing", (*gen).scopes},
	{"package variables and init", (*gen).packageVars},
}

func (g *gen) closureLoops() {
	g.template("t", g.basic(), "u", g.number(), "n", 2+g.rnd(4)).body(`
	var \f []func() int
	for \i := 0; \i < $n; \i++ {
		\f = append(\f, func() int { \i += 10; return \i })
		if \i == ?4 {
			\i++
		}
	}
	for \i, \x := range []$t{@t, #t, #t} {
		\f = append(\f, func() int { \i++; return \i + ofAny(\x) })
		\x = #t
	}
	for \i := range ?3-4 {
		defer func() { note("deferred", \i) }()
		\f = append(\f, func() int { return \i * ?9 })
	}
	for \x := range seq(?4) {
		\y := \x
		\f = append(\f, func() int { \y += \x; return \y })
	}
	for \r := range 2 {
		for \k, \h := range \f {
			notes("loop", \r, \k, \h())
		}
	}
	\p := []*$u{}
	for \v := $u(0); \v < 3; \v++ {
		\p = append(\p, &\v)
	}
	*\p[1] += @u
	notes("loop", *\p[0], *\p[1], *\p[2])
`)
}

func (g *gen) closureShared() {
	g.template("t", g.anyType(), "u", g.number()).body(`
	\a, \n := @t, #u
	\get := func() $t { return \a }
	\set := func(\v $t) { \a = \v; \n++ }
	\b := \get()
	\set(@t)
	\c := \get()
	\a = #t
	notes("shared", \a, \b, \c, \get(), \n)
	\mk := func(\s $u) (func() $u, func($u)) {
		return func() $u { \s += \n; return \s }, func(\d $u) { \s -= \d }
	}
	\p, \q := \mk(#u)
	\r, _ := \mk(\p())
	\q(3)
	\n += 2
	notes("shared", \p(), \r(), \p(), \n)
	var \late func() $u
	\z := @u
	\late = func() $u { return \z + \n }
	\z += ?9
	\n = #u
	notes("late", \late(), \z)
	\h := [2]func(int) int{func(\x int) int { return \x + ?9 }, nil}
	\h[1] = func(\x int) int { return \h[0](\x) * 2 }
	\h[0] = func(\x int) int { return \x - ?9 }
	notes("late", \h[1](?9), \h[0] == nil)
`)
}

func (g *gen) closureNested() {
	g.template("t", g.basic()).body(`
	var \fib func(int) int
	\calls := 0
	\fib = func(\n int) int {
		\calls++
		if \n < 2 {
			return \n
		}
		return \fib(\n-1) + \fib(\n-2)
	}
	note("fib", \fib(?12))
	note("fib", \calls)
	\log := []$t{}
	func(\x $t) {
		\log = append(\log, \x)
		func() {
			\x := @t
			defer func() { \log = append(\log, \x) }()
			\x = #t
			\log = append(\log, \x)
		}()
		\log = append(\log, \x)
	}(#t)
	note("nested", \log)
	\compose := func(\f ...func(int) int) func(int) int {
		return func(\x int) int {
			for _, \h := range \f {
				\x = \h(\x)
			}
			return \x
		}
	}
	\add := func(\n int) func(int) int { return func(\x int) int { return \x + \n } }
	\all := \compose(\add(?9), \add(?99), func(\x int) int { return \x * \x }, \compose(), \add(-1))
	notes("compose", \all(?9), \all(?9))
`)
}

func (g *gen) rangeFuncExits() {
	exit := pick(g, []string{"break", "continue", "break \\Lb", "continue \\Lb", "return \\x", "goto \\Lc", "break \\La", "continue \\La"})
	exit2 := pick(g, []string{"break", "continue", "break \\Lb", "continue \\Lb", "return -\\x", "break \\La"})
	g.template().body(`
	\it := func(\n int) func(func(int) bool) {
		return func(\yield func(int) bool) {
			defer note("iterator ends", \n)
			for \i := range \n {
				if !\yield(\i * ?5) {
					note("stopped", \i)
					return
				}
			}
		}
	}
	\f := func(\k int) (\res int) {
		\res = 5
	\La:
		for range 2 {
		\Lb:
			for \x := range \it(?3-6) {
				\res += \x
				for \y := range \it(?2-5) {
					\res *= 3
					if \x+\y > \k {
						` + exit + `
					}
					if \y == ?6 {
						` + exit2 + `
					}
					\res++
				}
				\res += 100
				switch {
				case \x > ?9:
					break
				default:
					continue \Lb
				}
				\res++
			}
			continue \La
		}
		goto \Lc
	\Lc:
		return \res
	}
	notes("exits", \f(?9), \f(?9))
`)
}

func (g *gen) rangeFuncTwo() {
	t := g.template("t", g.basic(), "u", g.basic())
	t.top(`
type \Bag[K comparable, V any] struct {
	keys []K
	m    map[K]V
}

func (b *\Bag[K, V]) put(k K, v V) {
	if b.m == nil {
		b.m = map[K]V{}
	}
	if _, ok := b.m[k]; !ok {
		b.keys = append(b.keys, k)
	}
	b.m[k] = v
}

func (b *\Bag[K, V]) all() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for _, k := range b.keys {
			if !yield(k, b.m[k]) {
				return
			}
		}
	}
}

func \Filter[K, V any](s iter.Seq2[K, V], f func(V) bool) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for k, v := range s {
			if f(v) && !yield(k, v) {
				break
			}
		}
	}
}
`)
	t.body(`
	var \b \Bag[string, $t]
	for \i := range ?3-6 {
		\b.put(string(rune('a'+\i%4)), @t)
	}
	\n := 0
	for \k, \v := range \Filter(\b.all(), func(\x $t) bool { \n++; return ofAny(\x)&?4 == 0 }) {
		notes("bag", \k, \v)
		if \n > ?5 {
			break
		}
	}
	for \k := range \b.all() {
		\n += len(\k)
	}
	for range \b.all() {
		\n++
	}
	note("bag", \n)
	for \i, \v := range slices.Backward([]$u{@u, #u, #u}) {
		notes("back", \i, \v)
	}
	\next, \stop := iter.Pull2(\b.all())
	\k, \v, \ok := \next()
	notes("pull", \k, \v, \ok)
	\stop()
	\k, \v, \ok = \next()
	notes("pull", \k, \v, \ok)
	note("collect", slices.Collect(maps.Values(map[int]$u{1: #u})))
`)
}

func (g *gen) rangeFuncDefer() {
	g.template("t", g.basic()).body(`
	\it := func(\yield func(int, $t) bool) {
		defer func() {
			if \r := recover(); \r != nil {
				note("iterator saw", \r)
				panic(fmt.Sprint("again ", \r))
			}
		}()
		_ = \yield(1, @t) && \yield(2, #t) && \yield(3, #t)
	}
	\f := func(\n int) (\res string) {
		defer func() {
			\res += fmt.Sprint(" recovered ", recover())
		}()
		for \i, \x := range \it {
			defer func() { \res += fmt.Sprint(" ", \i, " ", \x) }()
			if \i == \n {
				panic("body")
			}
			if \i == \n+2 {
				return "early"
			}
		}
		return "done"
	}
	notes("range", \f(?4), \f(?4), \f(-1))
	try("bad iterator", func() {
		for \x := range func(\yield func(int) bool) { \yield(1); \yield(2) } {
			note("bad", \x)
			break
		}
	})
`)
}

func (g *gen) rangeMore() {
	g.template("t", g.basic()).body(`
	\c := make(chan $t, 4)
	\c <- @t
	\c <- #t
	close(\c)
	for \x := range \c {
		note("channel", \x)
	}
	\z, \ok := <-\c
	notes("closed", \z, \ok)
	for \i, \r := range badUTF8 + @s {
		notes("rune", \i, \r)
	}
	for \i := range @s {
		note("index", \i)
	}
	\n := 0
	for range [7]$t{} {
		\n++
	}
	var \p *[3]int
	for \i := range \p {
		\n += \i
	}
	for \i := range len(\p) {
		\n -= \i
	}
	\s := []$t{#t, #t}
	for \i, \x := range \s {
		\s = append(\s, \x)
		\n += \i
	}
	for \i := range int8(?5) {
		\n *= int(\i) + 1
	}
	for \i := range []byte(@s) {
		\n ^= \i
	}
	var \last int
	for \last = range 5 {
		if \last == ?9 {
			break
		}
	}
	notes("range", \n, len(\s), \last)
`)
}

func (g *gen) gotoLoop() {
	g.template("t", g.number()).body(`
	\f := func(\n int) (\s $t) {
		\i := 0
	\top:
		if \i < \n {
			\i++
			\s += @t
			if \i == ?5 {
				goto \skip
			}
			\s *= 3
		\skip:
			\s++
			if \i%4 == 3 {
				\i++
				goto \top
			}
			goto \top
		}
		for {
			for \j := range 3 {
				if \j == 1 {
					goto \out
				}
				\s -= $t(\j) + 1
			}
		}
	\out:
		return
	}
	notes("goto", \f(?9), \f(0))
`)
}

func (g *gen) labels3() {
	a := pick(g, []string{"break", "continue"})
	g.template("t", g.number(), "a", a).body(`
	\c := make(chan int, 1)
	\s := @t
\La:
	for \i := 0; \i < ?2-5; \i++ {
	\Lb:
		for \j := range ?2-5 {
			switch {
			case \j == ?4 && \i == ?4:
				$a \La
			case \j > \i:
				if \i == ?3 {
					continue \Lb
				}
				break
			default:
				for {
					select {
					case \c <- \j:
						\s += $t(<-\c)
					default:
					}
					if \s > 5 {
						$a \Lb
					}
					break
				}
			}
			\s = \s*2 + 1
		}
		\s--
	}
\Lc:
	for {
		if \s > ?9 {
			break \Lc
		}
		\s += 7
		break
	}
\Ld:
	switch {
	default:
		for range 3 {
			\s++
			if \s > 0 {
				break \Ld
			}
		}
	}
	note("labels", \s)
`)
}

func (g *gen) switchString() {
	g.template("t", g.number()).body(`
	\n := int(?99)
	for _, \s := range []string{@s, "a", "ab", "abc", "abcdefgh", "abcdefgi", "", string(rune(0)), "b", #s} {
		switch \s + opaque("") {
		case "a", "b":
			\n += 1
		case "ab":
			\n *= 2
			fallthrough
		case "abcdefgh":
			\n -= 3
		case "":
			\n ^= 5
		case "abc" + "d", "abcdefgi":
			\n += 9
		case @s:
			\n++
		default:
			\n += len(\s)
		}
		note("switch", \n)
	}
`)
}

func (g *gen) switchCalls() {
	g.template("t", pick(g, ints), "u", g.comparableType()).body(`
	for \i := range 4 {
		switch \x := tr(1, \i+?3); {
		case tr(2, \x) == ?5:
			note("first", \x)
			fallthrough
		case \x > 90:
			note("second", \x)
		case tr(3, \x) > 2, tr(4, \x) < 1:
			note("third", \x)
		default:
			note("none", \x)
		}
		switch tr(5, @t) {
		case tr(6, @t), tr(7, #t):
			note("match", 1)
		default:
			note("match", 0)
		case tr(8, #t):
			note("match", 2)
			fallthrough
		case 3:
			note("match", 3)
		}
	}
	switch (@u) {
	case @u:
		note("composite", 1)
	case #u:
		note("composite", 2)
	}
	switch any(@u) {
	case any(#u), nil:
		note("any", 1)
	case 1, "x", 2.5:
		note("any", 2)
	default:
		note("any", 3)
	}
`)
}

func (g *gen) switchType() {
	g.template("t", g.anyType(), "u", g.basic(), "st", pick(g, g.structs)).body(`
	\f := func(\x any) string {
		switch \v := \x.(type) {
		case nil:
			return "nil"
		case int, int8:
			return fmt.Sprint("ints ", \v)
		case error:
			return "error " + \v.Error()
		case []$u:
			return fmt.Sprint("slice ", len(\v))
		case *$st:
			return fmt.Sprint("pointer ", \v == nil)
		case $st:
			\v.n++
			return fmt.Sprint("struct ", \v.n)
		case func() $u:
			return fmt.Sprint("func ", \v())
		case map[string]$u:
			return fmt.Sprint("map ", \v)
		case interface{ get(int) int }:
			return fmt.Sprint("getter ", \v.get(1))
		case chan int, <-chan int:
			return fmt.Sprintf("channel %T", \v)
		case [2]$u:
			return fmt.Sprint("array ", \v[1])
		case string:
			return \v
		}
		return fmt.Sprintf("%T", \x)
	}
	for \i, \x := range []any{nil, @t, @u, int8(?9), errors.New("e"), []$u{#u}, (*$st)(nil), &$st{}, #st, func() $u { return @u },
		map[string]$u{"a": #u}, make(<-chan int), make(chan<- int), [2]$u{1: #u}, struct{ x $u }{}, uint16(?9)} {
		notes("type", \i, \f(\x))
	}
`)
}

func (g *gen) switchSparse() {
	t := pick(g, ints)
	var b strings.Builder
	seen := map[string]bool{}
	for i := 0; i < 3+g.rnd(12); i++ {
		k := g.literal(t)
		if seen[k] || k == "-0" {
			continue
		}
		seen[k] = true
		b.WriteString("\t\tcase " + k + ":\n\t\t\t\\n = \\n*3 + ?99\n")
	}
	g.template("t", t).body(`
	\n := 0
	for _, \x := range []$t{@t, #t, 0, 1, 2, 3, 7, ?99} {
		switch \x {
` + b.String() + `
		default:
			\n += ?9
		}
		switch {
		case \x < ?5:
			\n++
		case \x < ?99:
			\n += 2
		case \x <= 100 || \x == 105:
			\n += 3
		}
	}
	note("sparse", \n)
`)
}

func (g *gen) deferOrder() {
	g.template("t", g.anyType(), "st", pick(g, g.structs)).body(`
	\f := func(\n int) {
		\x, \r := @t, #st
		defer note("first", \x)
		defer \r.set(\n)
		defer func() { notes("x at the end", \x, \r.n) }()
		\x = #t
		for \i := range \n {
			defer func(\k int) { notes("loop", \i, \k, \r.n) }(\i * ?9)
			defer \r.set(\i)
			if \i == ?4 {
				defer tr(\i, 0)
			}
		}
		defer notes("args", \x, tr(1, \n), \r.get(\n))
		if \n > ?3 {
			defer note("conditional", \n)
			return
		}
		\r.n = 1000
		defer (&\r).set(7)
	}
	\f(?5)
	\f(?3)
	\g := func() (\z int) {
		defer func() { \z *= 2 }()
		defer func() func() {
			note("evaluated", \z)
			return func() { \z += 3 }
		}()()
		\z = ?9
		return \z + 1
	}
	note("result", \g())
`)
}

func (g *gen) deferResults() {
	t := g.template("t", g.basic(), "u", g.number())
	t.top(`
func \Div(a, b $u, mode int) (q $u, s string, err error) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(error); ok {
				err = fmt.Errorf("wrapped %d: %w", mode, e)
			} else {
				s = fmt.Sprint("recovered ", r)
			}
			q++
		}
	}()
	defer func() { s += "+" }()
	q, s = a, "set"
	switch mode {
	case 0:
		return a + b, "sum", nil
	case 1:
		panic("mode one")
	case 2:
		var p *[4]int
		q = $u(p[int(ofAny(b))&3])
	case 3:
		panic(errors.New("mode three"))
	case 4:
		q, s = b, "named"
		return
	case 5:
		defer panic("late")
		return b, "before", nil
	case 6:
		defer func() { panic(fmt.Sprint("second after ", recover())) }()
		panic("first")
	}
	return b, "end", errors.ErrUnsupported
}
`)
	t.body(`
	for \m := range 8 {
		\q, \s, \e := \Div(@u, @u, \m)
		notes("div", \m, \q, \s, \e, errors.Unwrap(\e) != nil)
	}
`)
}

func (g *gen) recoverRules() {
	t := g.template("t", g.basic())
	t.top(`
type \R struct{ log *[]string }

func (r \R) catch() { *r.log = append(*r.log, fmt.Sprint("method ", recover())) }

func \Helper() any { return recover() }

func \Nested(n int, log *[]string) {
	defer func() {
		if r := recover(); r != nil {
			*log = append(*log, fmt.Sprint(n, " got ", r))
			if n > ?3 {
				panic(fmt.Sprint(r, "+", n))
			}
		}
	}()
	if n == ?3-5 {
		panic("bottom")
	}
	if n < 6 {
		\Nested(n+1, log)
	}
	*log = append(*log, fmt.Sprint("leaves ", n))
}
`)
	t.body(`
	var \log []string
	try("nested", func() { \Nested(0, &\log) })
	try("helper", func() {
		defer func() { \log = append(\log, fmt.Sprint("inner ", func() any { return recover() }())) }()
		panic(@t)
	})
	try("called", func() {
		defer func() { \log = append(\log, fmt.Sprint("helper ", \Helper())) }()
		panic("called")
	})
	try("direct", func() {
		defer \Helper()
		panic("unseen")
	})
	try("method", func() {
		defer (&\R{&\log}).catch()
		panic(fmt.Sprint(@t))
	})
	try("replaced", func() {
		defer func() { panic("second") }()
		defer func() { defer func() { \log = append(\log, fmt.Sprint(recover())) }(); panic("third") }()
		panic("first")
	})
	try("nil", func() { panic(any(nil)) })
	func() {
		defer func() {
			\log = append(\log, fmt.Sprint(recover(), recover()))
		}()
		panic(fmt.Errorf("e%d", ?9))
	}()
	note("log", \log)
`)
}

func (g *gen) parallel() {
	g.template("t", g.anyType(), "u", g.number()).body(`
	\a := []$t{@t, #t, #t, #t}
	\i := ?3
	\i, \a[\i] = \i+1, @t
	\a[\i], \a[?4] = \a[?4], \a[\i]
	\x, \y, \z := \a[0], \a[1], \a[2]
	\x, \y, \z = \z, \x, \y
	notes("parallel", \a, \i, \x, \y, \z)
	type \node struct {
		v    $u
		next *\node
	}
	var \head *\node
	for \k := range ?2-6 {
		\head = &\node{$u(\k) + #u, \head}
	}
	var \rev *\node
	for \head != nil {
		\head.next, \rev, \head = \rev, \head, \head.next
	}
	for \p := \rev; \p != nil; \p = \p.next {
		note("list", \p.v)
	}
	\m := map[string]$u{}
	\s := struct{ a, b $u }{#u, #u}
	\s.a, \m["k"], \s.b = \s.b, \s.a, @u
	\s.a, _ = \m["k"]
	\m["k"], \m["l"] = \m["l"], \m["k"]
	notes("parallel", \s, \m)
	\arr := [3]$u{1, 2, 3}
	\q := &\arr
	\q[0], \q[1], \arr[2] = \arr[1], \arr[2], \q[0]
	\q, \q[0] = &[3]$u{9}, #u
	\b := \arr
	\arr, \b[0] = \b, \arr[1]
	notes("parallel", \arr, \b, *\q)
	\u, \v := []int{1, 2, 3}, 0
	\v, \u = 2, \u[1:]
	\u[\v-1], \v = \v, \u[0]
	notes("parallel", \u, \v)
	try("half done", func() {
		var \w []int
		\v, \w[?2] = 77, 1
	})
	note("half done", \v)
`)
}

func (g *gen) callOrder() {
	g.template("t", g.number(), "u", g.basic()).body(`
	\f := func(\x ...$t) (\s $t) {
		for _, \y := range \x {
			\s = \s*3 + \y
		}
		return
	}
	note("order", tr(1, @t)+tr(2, #t)*tr(3, #t)-tr(4, #t))
	note("order", \f(tr(1, @t), tr(2, \f(tr(3, #t), tr(4, #t))), tr(5, #t)))
	note("order", tr(1, @b) && tr(2, @b) || tr(3, #b) && !tr(4, #b))
	\a := [3]$u{tr(1, @u), 2: tr(2, #u)}
	\m := map[int]$u{tr(3, 1): tr(4, #u), tr(5, 2): tr(6, #u)}
	\s := struct{ x, y $u }{y: tr(7, #u), x: tr(8, #u)}
	notes("order", \a, \m, \s)
	\b := make([]$u, 3)
	\b[tr(1, ?3)], \b[tr(2, ?3)] = tr(3, @u), tr(4, #u)
	\m[tr(5, ?3)] = tr(6, #u)
	\x, \y := tr(7, #u), tr(8, #u)
	notes("order", \b, \m, \x, \y)
	\g := func(\n int) func(int, int) int {
		note("callee", \n)
		return func(\p, \q int) int { return \p*10 + \q + \n }
	}
	note("order", \g(tr(1, ?9))(tr(2, ?9), tr(3, ?9)))
	\b[tr(1, ?3)] = func() $u { note("right", 1); return @u }()
	*tr(1, &\x) = tr(2, #u)
	note("order", tr(1, \b)[tr(2, ?3)])
	note("order", tr(1, #s)+tr(2, #s)+tr(3, "z"))
	if \z := tr(1, ?9); \z > tr(2, 4) {
		note("order", \z)
	} else if tr(3, \z) == 2 {
		note("order", 2)
	}
	for \i := tr(1, 0); \i < tr(2, 2); \i += tr(3, 1) {
		note("body", \i)
	}
	note("order", \x)
`)
}

func (g *gen) variadics() {
	t := g.template("t", g.basic(), "st", pick(g, g.structs))
	t.top(`
func \V(label string, v ...$t) (n int, last $t) {
	if v == nil {
		return -1, last
	}
	for i, x := range v {
		last = x
		n += i
	}
	if len(v) > ?3 {
		v[0] = @t
	}
	return
}

func \Any(v ...any) string {
	s := fmt.Sprint(len(v))
	for _, x := range v {
		s += fmt.Sprintf(" %T", x)
	}
	return s
}

type \M struct{ n int }

func (m *\M) add(n ...int) *\M {
	for _, x := range n {
		m.n += x
	}
	m.n = m.n*3 + len(n)
	return m
}
`)
	t.body(`
	\s := []$t{@t, #t, #t}
	note("variadic", fmt.Sprint(\V("a")))
	note("variadic", fmt.Sprint(\V("b", @t)))
	\n, \l := \V("c", \s...)
	notes("variadic", \n, \l, \s)
	\n, \l = \V("d", \s[:?4]...)
	\n, \l = \V("e", append(\s, #t)...)
	notes("variadic", \n, \l, \s)
	notes("variadic", \Any(), \Any(nil), \Any(nil, \s, \l), \Any([]any{1, "x", @t}...), \Any([]any(nil)...))
	\m := &\M{}
	notes("variadic", \m.add(1, ?9).add().add([]int{?9, 2}...).n)
	\f := \m.add
	\f(?9, ?9)
	\h := (*\M).add
	\h(\m, 4)
	note("variadic", \m.n)
`)
}

func (g *gen) recursion() {
	t := g.template("t", g.number(), "u", g.anyType())
	t.top(`
func \Even(n int, acc $t) $t {
	if n == 0 {
		return acc
	}
	return \Odd(n-1, acc*3+$t(n&7))
}

func \Odd(n int, acc $t) $t {
	if n == 0 {
		return -acc
	}
	return \Even(n-1, acc-1)
}

func \Deep(n int, p *$t, v $u) (r $t) {
	var local [?3-40]$t
	local[n%len(local)] = *p + $t(n&3)
	if n%100 == 99 {
		defer func() { r++ }()
	}
	if n == 0 {
		return local[0]
	}
	q := &local[n%len(local)]
	r = \Deep(n-1, q, v) + *q
	return
}

func \Ack(m, n int) int {
	if m == 0 {
		return n + 1
	}
	if n == 0 {
		return \Ack(m-1, 1)
	}
	return \Ack(m-1, \Ack(m, n-1))
}
`)
	t.body(`
	\x := @t
	notes("recursion", \Even(?99, @t), \Odd(?999, #t), \Deep(?900-2000, &\x, @u), \Ack(2, ?5))
	try("unwound", func() {
		var \f func(int) int
		\f = func(\n int) int {
			if \n == 0 {
				panic(fmt.Sprint("depth ", \n))
			}
			return \f(\n-1) + 1
		}
		note("unwound", \f(?300))
	})
`)
}

func (g *gen) scopes() {
	g.template("t", g.basic(), "u", g.basic()).body(`
	\x, \y := @t, #u
	{
		\x := @u
		\y := \x
		_ = \y
		if \x := #t; any(\x) == any(\y) {
			note("inner", \x)
		} else if \z := @t; any(\z) == any(\x) {
			notes("else", \x, \z)
		} else {
			\x = \z
			note("last", \x)
		}
		note("block", \x)
	}
	\z, \n := #t, 1
	{
		type rune = $u
		var \w rune = \y
		const len = ?9
		true := false
		notes("shadows", \w, true)
		func(\x int, string float64) {
			\y := \x + len
			notes("params", \x, \y, string)
		}(\n, ?9)
	}
	for \x := 0; \x < 2; \x++ {
		\x := \x * 10
		\n += \x
	}
	\y, \w := @u, \n
	notes("scopes", \x, \y, \z, \w)
`)
}

func (g *gen) packageVars() {
	t := g.template("t", g.number(), "u", g.basic())
	t.top(`
var (
	\A = \B + \F()
	\B = \C * 2
	\C $t = ?9
	\D, \E = \Pair(\A)
	\Table = [...]struct {
		k string
		v $t
	}{{"a", 1}, {"b", ?9}, 4: {"e", 5}}
	\Map  = map[string][]$u{"x": {@u, #u}, "y": nil}
	\Func = func(x $t) $t { return x + \C }
	\Log  []string
	\Ptr  = &\Table[?5]
)

func \F() $t { return \C + 1 }

func \Pair(x $t) ($t, string) { return x + 1, fmt.Sprint(x) }

func init() { \Log = append(\Log, "one"); \C++ }
func init() { \Log = append(\Log, fmt.Sprint("two ", \Ptr.v)) }
`)
	t.body(`
	notes("package", \A, \B, \C, \D, \E, \Log, len(\Table), \Map, \Func(2), *\Ptr)
	\Ptr.v += @t
	\C = #t
	notes("package", \Table, \F(), \Func(1))
`)
}
