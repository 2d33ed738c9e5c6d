package main

import "fmt"

type Num interface {
	~int | ~float64
}

func Sum[T Num](xs ...T) T {
	var s T
	for _, x := range xs {
		s += x
	}
	return s
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s *Stack[T]) Pop() (x T, ok bool) {
	if len(s.items) == 0 {
		return
	}
	x = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, true
}

type Tree[K any, V any] struct {
	root *node[K, V]
	cmp  func(a, b K) int
}
type node[K, V any] struct {
	k           K
	v           V
	left, right *node[K, V]
}

func (t *Tree[K, V]) Put(k K, v V) {
	p := &t.root
	for *p != nil {
		c := t.cmp(k, (*p).k)
		switch {
		case c < 0:
			p = &(*p).left
		case c > 0:
			p = &(*p).right
		default:
			(*p).v = v
			return
		}
	}
	*p = &node[K, V]{k: k, v: v}
}
func (t *Tree[K, V]) All() func(yield func(K, V) bool) {
	return func(yield func(K, V) bool) { t.root.walk(yield) }
}
func (n *node[K, V]) walk(yield func(K, V) bool) bool {
	return n == nil || n.left.walk(yield) && yield(n.k, n.v) && n.right.walk(yield)
}

type Matrix [3][3]float64

func (m Matrix) Mul(o Matrix) (r Matrix) {
	for i := range m {
		for j := range o {
			for k := range 3 {
				r[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return
}

func deferOrder() (s string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	for i := 0; i < 3; i++ {
		defer func() { s += fmt.Sprint(i) }()
	}
	var m map[string]int
	m["x"] = 1
	return "never", nil
}

type Animal interface{ Sound() string }
type Dog struct{ name string }

func (d Dog) Sound() string { return d.name + " woof" }

type Loud struct{ Animal }

func (l Loud) Sound() string { return l.Animal.Sound() + "!" }

func process(seq func(func(int, string) bool)) (res string) {
	for i, s := range seq {
		if i == 1 {
			continue
		}
		if i == 4 {
			return res + "(ret)"
		}
		res += s
	}
	return
}

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2.5))
	var st Stack[string]
	st.Push("a")
	st.Push("b")
	x, ok := st.Pop()
	fmt.Println(x, ok, len(st.items))
	t := &Tree[string, int]{cmp: func(a, b string) int {
		if a < b {
			return -1
		} else if a > b {
			return 1
		}
		return 0
	}}
	for i, w := range []string{"m", "c", "x", "a", "c"} {
		t.Put(w, i)
	}
	for k, v := range t.All() {
		fmt.Print(k, "=", v, " ")
	}
	fmt.Println()
	m := Matrix{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
	fmt.Println(m.Mul(m))
	fmt.Println(deferOrder())
	var a Animal = Loud{Dog{"rex"}}
	fmt.Println(a.Sound())
	if l, ok := a.(Loud); ok {
		fmt.Printf("%T %v\n", l.Animal, l)
	}
	fmt.Println(process(func(yield func(int, string) bool) {
		for i := 0; i < 10; i++ {
			if !yield(i, string(rune('a'+i))) {
				return
			}
		}
	}))
	arr := [...]string{2: "two", 5: "five"}
	fmt.Println(len(arr), arr, fmt.Sprintf("%q", arr[1:3]))
	type pt struct{ x, y int }
	mm := map[pt][]string{{1, 2}: {"a"}, {3, 4}: nil}
	mm[pt{1, 2}] = append(mm[pt{1, 2}], "b")
	fmt.Println(mm, len(mm[pt{9, 9}]))
	i, j := 1, 2
	i, j = j, i
	s := []int{1, 2, 3}
	s[0], s[2] = s[2], s[0]
	fmt.Println(i, j, s)
	var e any = 3
	switch v := e.(type) {
	case int, int64:
		fmt.Printf("%T\n", v)
	}
	f := fmt.Sprintf
	fmt.Println(f("%08b %o %X %e", 5, 8, 255, 12345.678))
	func() {
		defer fmt.Println("deferred")
		defer func() { fmt.Println("rec:", recover()) }()
		var p *Matrix
		_ = p[1][1]
	}()
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := range 3 {
			ch <- i
		}
	}()
	for v := range ch {
		fmt.Print(v, " ")
	}
	fmt.Println()
	goto end
end:
	fmt.Println("end")
}
