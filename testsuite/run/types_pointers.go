// Pointers: to pointers, fields, elements, zero-size values; automatic dereference; identity after copies; linked structures.
package main

import "fmt"

type N struct {
	v    int
	l, r *N
	arr  [3]int
	in   struct{ p *int }
}

func insert(p **N, v int) {
	for *p != nil {
		if v < (*p).v {
			p = &(*p).l
		} else {
			p = &(*p).r
		}
	}
	*p = &N{v: v}
}

func removeMin(p **N) (v int) {
	for (*p).l != nil {
		p = &(*p).l
	}
	v = (*p).v
	*p = (*p).r
	return
}

func swap[T any](a, b *T) { *a, *b = *b, *a }

func ptr[T any](v T) *T { return &v }

func bump(ps ...*int) {
	for i, p := range ps {
		*p += i + 1
	}
}

type list struct {
	next *list
	val  any
}

func cycle(n int) int {
	var head list
	tail := &head
	for i := range n {
		tail.next = &list{val: i}
		tail = tail.next
	}
	tail.next = head.next
	sum, p := 0, head.next
	for i := 0; i < 3*n; i++ {
		sum = sum*3 + p.val.(int)
		p = p.next
	}
	slow, fast := &head, &head
	for {
		slow, fast = slow.next, fast.next.next
		if slow == fast {
			break
		}
	}
	return sum + slow.val.(int)
}

func deref(p *N) (s string) {
	defer func() {
		if r := recover(); r != nil {
			s = "nil"
		}
	}()
	return fmt.Sprint(p.l.r.v)
}

func main() {
	var root *N
	for _, v := range []int{5, 3, 8, 1, 4, 9, 7} {
		insert(&root, v)
	}
	for root != nil {
		fmt.Print(removeMin(&root), " ")
	}
	fmt.Println()
	a, b := 1, 2
	pa, pb := &a, &b
	swap(pa, pb)
	swap(&pa, &pb)
	*pa *= 10
	fmt.Println(a, b, *pa, *pb, pa == &b, pb == &a)
	n := N{v: 1}
	q := &n
	pp := &q
	(*pp).arr[1] = 4
	pe := &q.arr[2]
	*pe = 6
	sl := q.arr[1:]
	sl[0]++
	q.in.p = &sl[1]
	*n.in.p += 10
	m := n
	m.arr[2] = 99
	*m.in.p++
	fmt.Println(n.arr, m.arr, *n.in.p, *m.in.p, *pe, (*pp).v, (**pp).v)
	for i := range q.arr {
		bump(&q.arr[i], pe, &sl[0])
	}
	fmt.Println(n.arr, len(q.arr), cap(q.arr[:2]))
	for i, v := range *&q.arr {
		q.arr[2-i] = v
	}
	fmt.Println(q.arr, cycle(7))
	fmt.Println(deref(nil), deref(&N{}), deref(&N{l: &N{}}), deref(&N{l: &N{r: &N{v: 3}}}))
	x, y := ptr(3), ptr("s")
	*x++
	*y += "t"
	z := ptr(ptr(x))
	***z += 5
	fmt.Println(*x, *y, **z == x, *ptr([2]int{1, 2}), ptr(N{v: 6}).v, (*ptr([]int{1, 2}))[1], &(*x) == x)
	ps := []*int{new(int), x, new(int)}
	for i, p := range ps {
		defer func() { fmt.Print(i, *p, " ") }()
		*p += 100
	}
	arr := [3]N{{v: 1}, {v: 2}, {v: 3}}
	for i := range arr {
		arr[i].l, arr[i].r = &arr[(i+1)%3], &arr[(i+2)%3]
	}
	cp := arr
	cp[0].l.v = 20
	cp[0].v = 10
	fmt.Println(arr[1].v, cp[1].v, arr[0].l.r.v, cp[0].r.l.v, cp[0].l.l.l == &arr[0], &cp[0] == &arr[0])
	type E struct{}
	var mp = map[string]*N{"a": {v: 1}}
	mp["a"].v++
	mp["a"].arr[0] = 5
	*mp["a"] = N{v: mp["a"].v * 10}
	fmt.Println(mp["a"].v, mp["a"].arr, mp["none"] == nil, (*E)(nil) == nil, ptr(E{}) != nil)
}
