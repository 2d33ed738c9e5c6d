// Scenes about type parameters: the same code for types of several shapes.
package main

var genericScenes = []scene{
	{"generic: functions on functions", (*gen).genericMap},
	{"generic: types and methods", (*gen).genericTypes},
	{"generic: constraints with methods", (*gen).genericConstraints},
	{"generic: shapes that differ", (*gen).genericShapes},
	{"generic: type switch, zero, size", (*gen).genericSwitch},
	{"generic: closures, embedding, aliases", (*gen).genericNested},
	{"generic: sort, heap", (*gen).genericSort},
	{"packages slices, maps, sort", (*gen).librarySlices},
}

func (g *gen) genericMap() {
	t := g.template("t", g.basic(), "u", g.number(), "v", g.anyType())
	t.top(`
func \Map[T, U any](s []T, f func(T) U) (r []U) {
	for _, x := range s {
		r = append(r, f(x))
	}
	return
}

func \Filter[S ~[]T, T any](s S, f func(T) bool) S {
	var r S
	for i := range s {
		if f(s[i]) {
			r = append(r, s[i])
		}
	}
	return r
}

func \Fold[T, A any](s []T, a A, f func(A, T) A) A {
	for _, x := range s {
		a = f(a, x)
	}
	return a
}

func \Swap[T any](a, b *T) { *a, *b = *b, *a }

func \Pair[K comparable, V any](k K, v V) (K, V, map[K]V) { return k, v, map[K]V{k: v} }

type \Ints []$u
`)
	t.body(`
	\s := []$t{@t, #t, #t}
	\n := \Map(\s, func(\x $t) int { return ofAny(\x) + ?9 })
	\m := \Map(\n, func(\x int) $v { return cond(\x&?4 == 0, @v, #v) })
	notes("map", \n, \m, \Map(\m, func($v) bool { return #b }), \Map([]int(nil), strconv.Itoa) == nil)
	\f := \Filter(\Ints{@u, #u, #u, 7}, func(\x $u) bool { return \x > ?9 })
	note("filter", fmt.Sprintf("%v %d", \f, len(\f)))
	notes("fold", \Fold(\n, "", func(\a string, \x int) string { return short(\a + strconv.Itoa(\x)) }), \Fold(\f, $u(1), func(\a, \x $u) $u { return \a*3 - \x }))
	\a, \b := @v, #v
	\Swap(&\a, &\b)
	\Swap(&\s[0], &\s[?3])
	notes("swap", \a, \b, \s)
	\k, \v, \mm := \Pair(@t, \a)
	notes("pair", \k, \v, len(\mm))
	var \h func([]$t, int, func(int, $t) int) int = \Fold
	note("value", \h(\s, ?9, func(\x int, \y $t) int { return \x*2 + ofAny(\y) }))
	\w := \Swap[$u]
	\x, \y := @u, #u
	\w(&\x, &\y)
	notes("value", \x, \y)
`)
}

func (g *gen) genericTypes() {
	t := g.template("t", g.anyType(), "u", g.basic(), "k", g.comparableType())
	t.top(`
type \List[T any] struct {
	head, tail *\Node[T]
	n          int
}

type \Node[T any] struct {
	v    T
	next *\Node[T]
}

func (l *\List[T]) push(v T) *\List[T] {
	n := &\Node[T]{v: v}
	if l.tail == nil {
		l.head = n
	} else {
		l.tail.next = n
	}
	l.tail = n
	l.n++
	return l
}

func (l *\List[T]) each(f func(int, T)) {
	i := 0
	for n := l.head; n != nil; n = n.next {
		f(i, n.v)
		i++
	}
}

func (l \List[T]) first() (v T, ok bool) {
	if l.head != nil {
		return l.head.v, true
	}
	return
}

type \Table[K comparable, V any] struct {
	m    map[K]*\Entry[K, V]
	last \Entry[K, V]
}

type \Entry[K, V any] struct {
	k K
	v V
}

func (t *\Table[K, V]) set(k K, v V) (old V) {
	if t.m == nil {
		t.m = make(map[K]*\Entry[K, V])
	}
	if e := t.m[k]; e != nil {
		old, e.v = e.v, v
		t.last = *e
		return old
	}
	e := &\Entry[K, V]{k, v}
	t.m[k] = e
	t.last = *e
	return
}

type \Opt[T any] struct {
	v  T
	ok bool
}

func \Some[T any](v T) \Opt[T] { return \Opt[T]{v, true} }

func (o \Opt[T]) or(v T) T {
	if o.ok {
		return o.v
	}
	return v
}
`)
	t.body(`
	\l := (&\List[$t]{}).push(@t).push(#t)
	\l.each(func(\i int, \x $t) { notes("each", \i, \x) })
	\m := new(\List[\List[$u]])
	\m.push(*new(\List[$u]).push(@u))
	\m.head.v.push(#u)
	\x, \ok := \m.first()
	\y, _ := \x.first()
	notes("nested", \x.n, \ok, \y, \m.head.v.n)
	var \t \Table[$k, $t]
	\o := \t.set(@k, @t)
	\p := \t.set(#k, #t)
	\q := \t.set(\t.last.k, @t)
	notes("table", \o, \p, \q, len(\t.m), \t.last.v)
	var \n \Opt[$u]
	notes("option", \n.or(@u), \Some(@k).or(#k), \Some(\n).v.ok, \Some(\Some(#u)).or(\n).or(#u))
	\f := \Some(@t).or
	notes("option", \f(#t), fmt.Sprintf("%T", \Some(\n))[:5], \Opt[$k]{v: @k} == \Opt[$k]{#k, false})
	var \i any = \Some(@u)
	_, \ok = \i.(\Opt[$u])
	_, \ok2 := \i.(\Opt[struct{ x $u }])
	notes("option", \ok, \ok2)
`)
}

func (g *gen) genericConstraints() {
	t := g.template("t", pick(g, ints), "u", g.number(), "st", pick(g, g.structs))
	t.top(`
type \Acc struct{ n $t }
type \Big struct {
	a [5]$u
	n $t
}

func (a *\Acc) bump(n $t) { a.n += n }
func (a *\Acc) value() $t { return a.n }
func (b *\Big) bump(n $t) { b.a[int(n)&3]++; b.n = b.n*2 + n }
func (b *\Big) value() $t { return b.n + $t(1) }

type \Bumper[T any] interface {
	*T
	bump($t)
	value() $t
}

func \Run[T any, P \Bumper[T]](n int) (T, $t) {
	var x T
	p := P(&x)
	for i := range n {
		p.bump($t(i))
	}
	return x, p.value()
}

type \Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~float32 | ~float64
}

type \My $u

func (m \My) String() string { return "my" }

func \Sum[T \Number](s ...T) (t T) {
	for _, x := range s {
		t += x
	}
	return t / 2
}

func \Max[T \Number](a T, s ...T) T {
	for _, x := range s {
		if !(x < a) {
			a = x
		}
	}
	return max(a, T(?9))
}

func \Conv[A, B \Number](a A) B { return B(a) }

func \Show[T interface {
	\Number
	fmt.Stringer
}](x T) string {
	return x.String() + fmt.Sprint(x+1 > x, T(3)/2 == 1)
}

func \Less[T interface{ get(int) int }](a, b T) bool { return a.get(1) < b.get(?9) }

func \Bytes[T ~string | ~[]byte](s T) (n int) {
	for i := range len(s) {
		n = n*31 + int(s[i])
	}
	return n + len(s[len(s)/2:])
}
`)
	t.body(`
	\x, \v := \Run[\Acc](?9)
	\y, \w := \Run[\Big](?9)
	notes("bumper", \x, \v, \y, \w)
	notes("sum", \Sum(@u, #u, 3), \Sum[$t](), \Sum(\My(1), 2, \My(#u)) == 3, \Max(@t, #t, #t), \Max(@f, #f, nan))
	notes("conversion", \Conv[$t, int8](@t), \Conv[$t, uint64](#t), \Conv[$t, float32](#t), \Conv[int8, $u](?99))
	\p, \q := #st, #st
	notes("show", \Show(\My(?9)), \Less(\p, \q), \Less[getter](&\p, \q), \Less(&\q, &\p))
	notes("bytes", \Bytes(@s), \Bytes([]byte(@s)), \Bytes(badUTF8))
`)
}

func (g *gen) genericShapes() {
	t := g.template("t", pick(g, ints), "u", pick(g, ints), "v", g.basic(), "w", g.anyType())
	t.top(`
type \A $t
type \B $t

func (a \A) tag() string { return "A" }
func (b \B) tag() string { return "B" }

type \Box[T any] struct {
	pad uint8
	v   T
	n   int16
}

func \Div[T integers](a, b T) T {
	if b == 0 {
		b = 3
	}
	return a/b + a%b*2 + a>>1
}

func \Order[T integers | ~string | ~float64](a, b T) (r int) {
	if a < b {
		r++
	}
	if a <= b {
		r += 2
	}
	if a > b {
		r += 4
	}
	return
}

func \Tag[T interface{ tag() string }](x T) string { return x.tag() + fmt.Sprintf("%T", x)[:1] }

func \Store[T any](x T) (b \Box[T]) {
	b.pad, b.v, b.n = 0xff, x, -1
	c := b
	c.pad--
	b.v, c.v = c.v, b.v
	p := &c
	p.n -= 2
	return *p
}

func \Eq[T comparable](a, b T) (bool, bool, bool) {
	m := map[T]int{a: 1}
	m[b]++
	return a == b, any(a) == any(b), len(m) == 1
}
`)
	t.body(`
	\x, \y := @i, @i
	notes("shapes", \Div($t(\x), $t(\y)), \Div($u(\x), $u(\y)), \Div(\A(\x), \A(\y)), \Div(uint8(\x), uint8(\y)), \Div(int8(\x), int8(\y)), \Div(int64(\x), int64(\y)))
	notes("order", \Order($t(\x), $t(\y)), \Order($u(\x), $u(\y)), \Order(\B(\x), \B(\y)), \Order(uint32(\x), uint32(\y)), \Order(float64(\x), nan), \Order(@s, @s))
	notes("tags", \Tag(\A(1)), \Tag(\B(1)))
	notes("store", \Store(@t), \Store(@v), \Store(@w), \Store(\A(3)), \Store(struct{}{}), \Store([2]$v{#v}), \Store(any(#v)).v)
	note("eq", fmt.Sprint(\Eq(@t, @t)))
	note("eq", fmt.Sprint(\Eq(@v, #v)))
	note("eq", fmt.Sprint(\Eq[any](@t, \A(?3))))
	note("eq", fmt.Sprint(\Eq([2]$v{#v}, [2]$v{1: #v})))
	note("eq", fmt.Sprint(\Eq(struct{ a uint8; b $t }{1, #t}, struct{ a uint8; b $t }{1, #t})))
`)
}

func (g *gen) genericSwitch() {
	t := g.template("t", pick(g, []*typ{ints[1], ints[4], ints[6], ints[9], floats[0], floats[1], boolean, cplx}), "u", g.basic(), "v", g.anyType())
	t.top(`
func \What[T any](x T) string {
	var z T
	size := unsafe.Sizeof(z)
	switch v := any(x).(type) {
	case int:
		return fmt.Sprint("int ", v+1, size)
	case $t:
		return fmt.Sprint("$t ", v, size)
	case []T:
		return "self"
	case interface{ get(int) int }:
		return fmt.Sprint("getter ", v.get(?9))
	case string:
		return v + "!"
	}
	return fmt.Sprint(any(z) == nil, " ", size)
}

func \IsZero[T comparable](x T) bool {
	var z T
	return x == z
}

func \Cast[T any](x any) (r T, ok bool) {
	r, ok = x.(T)
	return
}

func \New[T any]() *T { return new(T) }

func \Len[T ~[]E | ~map[int]E, E any](x T) int { return len(x) + cap(make([]E, ?4)) }
`)
	t.body(`
	notes("what", \What(@t), \What(@u), \What(?9), \What(any(nil)), \What([]$t{}), \What(#v)[:1])
	notes("zero", \IsZero(@t), \IsZero(zero_$u), \IsZero(struct{ a $t }{}), \IsZero[any](nil), \IsZero(*\New[$u]()), \IsZero(\New[int]()))
	\x, \ok := \Cast[$t](any(@u))
	\y, \ok2 := \Cast[fmt.Stringer](any(@u))
	\z, \ok3 := \Cast[any](@v)
	notes("cast", \x, \ok, \y, \ok2, \z, \ok3)
	notes("len", \Len[[]$t, $t]([]$t{#t}), \Len[map[int]$u, $u](map[int]$u{1: #u}))
`)
}

func (g *gen) genericNested() {
	t := g.template("t", g.basic(), "u", g.number())
	t.top(`
type \Cache[K comparable, V any] struct {
	\Stats[K]
	get func(K) V
	m   map[K]V
}

type \Stats[K any] struct {
	hits, misses int
	last         K
}

func (s *\Stats[K]) hit(k K, ok bool) {
	if ok {
		s.hits++
	} else {
		s.misses++
	}
	s.last = k
}

func \Memo[K comparable, V any](f func(K) V) *\Cache[K, V] {
	c := &\Cache[K, V]{m: map[K]V{}}
	c.get = func(k K) V {
		v, ok := c.m[k]
		c.hit(k, ok)
		if !ok {
			v = f(k)
			c.m[k] = v
		}
		return v
	}
	return c
}

type \Vec[T any] = []T
type \Num = $u

func \Curry[A, B, C any](f func(A, B) C) func(A) func(B) C {
	return func(a A) func(B) C { return func(b B) C { return f(a, b) } }
}

func \Depth[T any](n int, x T) string {
	if n == 0 {
		return fmt.Sprintf("%T", x)
	}
	type local struct{ v T }
	y := local{x}
	return \Depth(n-1, y.v)
}
`)
	t.body(`
	\c := \Memo(func(\x int) $t { note("computed", \x); return @t })
	for \i := range ?9 {
		\c.get(\i % ?1-4)
	}
	notes("memo", \c.hits, \c.misses, \c.last, len(\c.m))
	\f := \Curry(func(\a $u, \b string) string { return short(fmt.Sprint(\a) + \b) })
	\g := \f(@u)
	notes("curry", \g("x"), \g(@s), \f(#u)(""))
	\v := \Vec[$t]{@t}
	\v = append(\v, #t)
	var \n \Num = #u
	notes("alias", \v, \n, fmt.Sprintf("%T", \v), \Depth(3, \n))
`)
}

func (g *gen) genericSort() {
	t := g.template("t", pick(g, []*typ{pick(g, ints), str, floats[0]}), "u", g.basic())
	t.top(`
type \Item[K any] struct {
	k K
	v $u
	i int
}

func \Sort[T any](s []T, less func(a, b T) bool) {
	for i := 1; i < len(s); i++ {
		x := s[i]
		j := i
		for ; j > 0 && less(x, s[j-1]); j-- {
			s[j] = s[j-1]
		}
		s[j] = x
	}
}

type \Heap[T any] struct {
	s    []T
	less func(T, T) bool
}

func (h *\Heap[T]) push(x T) {
	h.s = append(h.s, x)
	for i := len(h.s) - 1; i > 0 && h.less(h.s[i], h.s[(i-1)/2]); i = (i - 1) / 2 {
		h.s[i], h.s[(i-1)/2] = h.s[(i-1)/2], h.s[i]
	}
}

func (h *\Heap[T]) pop() T {
	x := h.s[0]
	n := len(h.s) - 1
	h.s[0], h.s = h.s[n], h.s[:n]
	for i := 0; ; {
		j := 2*i + 1
		if j >= n {
			break
		}
		if j+1 < n && h.less(h.s[j+1], h.s[j]) {
			j++
		}
		if !h.less(h.s[j], h.s[i]) {
			break
		}
		h.s[i], h.s[j], i = h.s[j], h.s[i], j
	}
	return x
}
`)
	t.body(`
	\s := []\Item[$t]{}
	\h := \Heap[\Item[$t]]{less: func(\a, \b \Item[$t]) bool { return \a.k < \b.k || \a.k == \b.k && \a.i < \b.i }}
	for \i := range ?3-12 {
		\s = append(\s, \Item[$t]{@t, #u, \i})
		\h.push(\s[\i])
	}
	\Sort(\s, func(\a, \b \Item[$t]) bool { return \a.k > \b.k })
	for _, \x := range \s {
		notes("sorted", \x.k, \x.v, \x.i)
	}
	for len(\h.s) > ?3 {
		\x := \h.pop()
		notes("heap", \x.k, \x.i)
	}
`)
}

func (g *gen) librarySlices() {
	g.template("t", pick(g, []*typ{pick(g, ints), pick(g, ints), str}), "u", g.basic()).body(`
	\s := []$t{@t, #t, #t, #t, #t}
	\r := slices.Clone(\s)
	slices.Reverse(\r)
	\i := slices.Index(\s, \r[?5])
	slices.Sort(\s)
	\p, \ok := slices.BinarySearch(\s, @t)
	notes("slices", \s, \r, \i, \p, \ok, slices.Max(\s), slices.Min(\r), slices.Contains(\s, @t), slices.Equal(\s, \r), slices.Compare(\s, \r))
	\s = slices.Insert(\s, ?5, \r[?2], @t)
	\s = slices.Delete(\s, ?3, ?3-6)
	\s = slices.Compact(\s)
	slices.SortFunc(\r, func(\a, \b $t) int {
		if \a > \b {
			return -1
		}
		return ofAny(\a < \b)
	})
	notes("slices", \s, \r, slices.IndexFunc(\s, func(\x $t) bool { return \x > @t }))
	\m := map[$t]$u{}
	for _, \x := range \r {
		\m[\x] = @u
	}
	\k := slices.Sorted(maps.Keys(\m))
	notes("maps", \k, len(maps.Clone(\m)))
	\q := []struct {
		k int
		v $u
	}{{?9, @u}, {?9, #u}, {?9, #u}, {?9, #u}}
	sort.SliceStable(\q, func(\a, \b int) bool { return \q[\a].k < \q[\b].k })
	note("stable", \q)
	\z := sort.Search(100, func(\x int) bool { return \x*\x > ?9999 })
	note("search", \z)
`)
}
