package main

type T struct {
	a, b int
	s    string
}

type Shape interface {
	Area() float64
	Name() string
}
type Sq struct{ w float64 }
type Rect struct {
	w, h float64
	name string
	x, y, z int
}

func (s Sq) Area() float64     { return s.w * s.w }
func (s Sq) Name() string      { return "sq" }
func (r *Rect) Area() float64  { return r.w * r.h }
func (r *Rect) Name() string   { return r.name }
func (r Rect) Sum() int        { return r.x + r.y + r.z }

func div(a, b int) (q, r int) {
	q = a / b
	r = a % b
	return
}

func variadic(pre string, xs ...int) int {
	n := 0
	for _, x := range xs {
		n += x
	}
	println(pre, len(xs), n)
	return n
}

func counter() func() int {
	n := 0
	return func() int { n++; return n }
}

type big struct {
	arr [10]int
	s   string
}

func mk(n int) big {
	var b big
	for i := range b.arr {
		b.arr[i] = i * n
	}
	b.s = "big"
	return b
}

func sw(x int) string {
	switch {
	case x < 0:
		return "neg"
	case x == 0:
		return "zero"
	}
	switch x {
	case 1, 2:
		return "small"
	case 3:
		fallthrough
	case 4:
		return "three-four"
	case 10:
		return "ten"
	default:
		return "many"
	}
}

func ts(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int:
		return "int"
	case string:
		return "string " + v
	case []int:
		return "slice"
	case Shape:
		return "shape " + v.Name()
	case error:
		return v.Error()
	}
	return "?"
}

type E struct{ msg string }

func (e *E) Error() string { return "E:" + e.msg }

type Emb struct {
	Rect
	*E
}

func gen[K comparable, V any](m map[K]V, k K) (V, bool) {
	v, ok := m[k]
	return v, ok
}

type List[T any] struct {
	items []T
}

func (l *List[T]) Push(x T) { l.items = append(l.items, x) }
func (l List[T]) Len() int  { return len(l.items) }
func (l *List[T]) Each(f func(T)) {
	for _, x := range l.items {
		f(x)
	}
}

func main() {
	var t T
	t.a = 3
	t.s = "hi"
	u := t
	u.b = 4
	println(t.a, t.b, t.s, u.b)
	q, r := div(17, 5)
	println(q, r)
	variadic("none")
	variadic("some", 1, 2, 3)
	variadic("slice", []int{4, 5}...)
	c := counter()
	c()
	println(c(), c())
	b := mk(3)
	b2 := b
	b2.arr[2] = 100
	println(b.arr[2], b2.arr[2], b.s, b == b2)
	for i := -1; i < 12; i += 3 {
		println(i, sw(i))
	}
	println(sw(1), sw(3))
	shapes := []Shape{Sq{2}, &Rect{w: 2, h: 3, name: "r"}}
	for i, s := range shapes {
		println(i, s.Area(), s.Name())
	}
	println(ts(nil), ts(1), ts("x"), ts([]int{}), ts(Sq{1}), ts(&E{"boo"}), ts(1.5))
	m := map[string]int{"a": 1, "b": 2}
	m["c"] += 5
	delete(m, "a")
	v, ok := m["a"]
	println(len(m), m["b"], m["c"], v, ok)
	sum := 0
	for _, v := range m {
		sum += v
	}
	println(sum)
	e := Emb{Rect{x: 1, y: 2, z: 3}, &E{"emb"}}
	println(e.Sum(), e.Error(), e.x)
	var er error = e
	println(er.Error())
	f := e.Sum
	g := (*Rect).Area
	println(f(), g(&Rect{w: 4, h: 5}))
	s := "héllo, 世界"
	for i, r := range s {
		print(i, ":", r, " ")
	}
	println()
	bs := []byte(s)
	bs[0] = 'H'
	println(string(bs), len(s), s[1:4] == "él")
	vv, ok := gen(map[int]string{1: "one"}, 1)
	println(vv, ok)
	var l List[string]
	l.Push("p")
	l.Push("q")
	l.Each(func(s string) { print(s, " ") })
	println(l.Len())
	for i := range 3 {
		defer println("defer", i)
	}
	var arr [5]int
	for i := range arr {
		arr[i] = i * i
	}
	sl := arr[1:4:5]
	sl = append(sl, 77)
	println(arr[4], len(sl), cap(sl))
	x := 5
	p := &x
	*p += 10
	println(x)
	println(1<<3, x<<2, x>>1, x&^2, -x, ^x)
	fl := 1.5
	println(int(fl*3), float32(fl), fl/2)
	cc := complex(1, 2)
	println(cc*cc, real(cc))
	func() {
		defer func() {
			r := recover()
			println("recovered", r.(error).Error())
		}()
		var arr []int
		_ = arr[x]
	}()
	fs := []func(){}
	for i := 0; i < 3; i++ {
		fs = append(fs, func() { print(i, " ") })
	}
	for _, f := range fs {
		f()
	}
	println()
	println(min(3, 1, 2), max(2.5, 1), min("b", "a"))
outer:
	for i := 0; i < 3; i++ {
		for j := 0; j < 3; j++ {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			print(i, j, ";")
		}
	}
	println()
	seq := func(yield func(int) bool) {
		for i := 0; i < 5; i++ {
			if !yield(i) {
				return
			}
		}
	}
	tot := 0
	for x := range seq {
		if x == 3 {
			break
		}
		tot += x
	}
	println(tot, find(seq, 2))
}

func find(seq func(func(int) bool), n int) string {
	for x := range seq {
		if x == n {
			return "found"
		}
	}
	return "no"
}
