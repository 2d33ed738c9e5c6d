// container/ring and container/list together: the Josephus problem in three ways.
package main

import (
	"container/list"
	"container/ring"
	"fmt"
)

func byRing(n, k int) (order []int) {
	r := ring.New(n)
	for i := range n {
		r.Value = i + 1
		r = r.Next()
	}
	r = r.Prev()
	for r.Len() > 1 {
		r = r.Move(k - 1)
		out := r.Unlink(1)
		order = append(order, out.Value.(int))
	}
	return append(order, r.Value.(int))
}

func byList(n, k int) (order []int) {
	l := list.New()
	for i := range n {
		l.PushBack(i + 1)
	}
	e := l.Front()
	for l.Len() > 0 {
		for range k - 1 {
			if e = e.Next(); e == nil {
				e = l.Front()
			}
		}
		next := e.Next()
		order = append(order, l.Remove(e).(int))
		if e = next; e == nil {
			e = l.Front()
		}
	}
	return
}

func bySlice(n, k int) (order []int) {
	s := make([]int, n)
	for i := range s {
		s[i] = i + 1
	}
	for at := 0; len(s) > 0; {
		at = (at + k - 1) % len(s)
		order = append(order, s[at])
		s = append(s[:at], s[at+1:]...)
	}
	return
}

func main() {
	for _, nk := range [][2]int{{1, 1}, {7, 3}, {10, 2}, {41, 3}} {
		a, b, c := byRing(nk[0], nk[1]), byList(nk[0], nk[1]), bySlice(nk[0], nk[1])
		fmt.Println(nk, a[len(a)-1], fmt.Sprint(a) == fmt.Sprint(b), fmt.Sprint(b) == fmt.Sprint(c))
	}
	r := ring.New(4)
	for i := 0; i < r.Len(); i++ {
		r.Value = i
		r = r.Next()
	}
	s := ring.New(2)
	s.Value, s.Next().Value = "x", "y"
	r.Link(s)
	r.Do(func(v any) { fmt.Print(v, " ") })
	fmt.Println(r.Len(), s.Len())
	var l list.List
	e4, e1 := l.PushBack(4), l.PushFront(1)
	l.InsertBefore(3, e4)
	l.InsertAfter(2, e1)
	other := list.New()
	other.PushBackList(&l)
	l.MoveToBack(e1)
	l.MoveBefore(e4, l.Front())
	for _, x := range []*list.List{&l, other} {
		for e := x.Front(); e != nil; e = e.Next() {
			fmt.Print(e.Value, " ")
		}
		fmt.Println(x.Len())
	}
}
