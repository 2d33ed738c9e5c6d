// Methods on slices, functions, channels, arrays; addressable receivers.
package main

import "fmt"

type Ints []int

func (s *Ints) Add(v int) { *s = append(*s, v) }
func (s Ints) Sum() (t int) {
	for _, v := range s {
		t += v
	}
	return
}

type Arr [3]int

func (a Arr) Set(v int)   { a[0] = v }
func (a *Arr) PSet(v int) { a[0] = v }

type Ch chan int

func (c Ch) Send(v int) Ch { c <- v; return c }

type Pred func(int) bool

func (p Pred) Not() Pred       { return func(n int) bool { return !p(n) } }
func (p Pred) And(q Pred) Pred { return func(n int) bool { return p(n) && q(n) } }
func (p Pred) Filter(s Ints) (r Ints) {
	for _, v := range s {
		if p(v) {
			r.Add(v)
		}
	}
	return
}

type L struct{ next *L }

func (l *L) Len() int {
	if l == nil {
		return 0
	}
	return 1 + l.next.Len()
}

func main() {
	var s Ints
	for i := range 8 {
		s.Add(i)
	}
	even := Pred(func(n int) bool { return n%2 == 0 })
	big := Pred(func(n int) bool { return n > 3 })
	fmt.Println(s.Sum(), even.Filter(s), even.Not().And(big).Filter(s))
	var a Arr
	a.Set(5)
	fmt.Println(a)
	a.PSet(6)
	fmt.Println(a, (*L)(nil).Len(), (&L{&L{}}).Len())
	c := make(Ch, 2).Send(1).Send(2)
	fmt.Println(<-c+<-c, len(c))
	m := map[string]*Arr{"k": {}}
	m["k"].PSet(9)
	st := struct{ in []Arr }{make([]Arr, 2)}
	st.in[1].PSet(3)
	fmt.Println(*m["k"], st)
}
