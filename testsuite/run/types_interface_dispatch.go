// Interfaces: dynamic dispatch, embedding and overlap, nil pointers inside, conversion between them, method sets, large values.
package main

import (
	"fmt"
	"sort"
)

type Reader interface{ Read() string }
type Writer interface{ Write(s string) int }
type RW interface {
	Reader
	Writer
}
type RWC interface {
	RW
	Reader
	Close() error
}
type File struct {
	data []string
	open bool
}

func (f *File) Read() string {
	if f == nil {
		return "nil file"
	}
	if len(f.data) == 0 {
		return ""
	}
	s := f.data[0]
	f.data = f.data[1:]
	return s
}
func (f *File) Write(s string) int { f.data = append(f.data, s); return len(s) }
func (f *File) Close() error {
	if !f.open {
		return fmt.Errorf("closed")
	}
	f.open = false
	return nil
}

type Big struct {
	pad [40]int
	n   int
}

func (b Big) Read() string       { b.n++; b.pad[3] = b.n; return fmt.Sprint("big", b.n) }
func (b Big) Write(s string) int { b.n += len(s); return b.n }

type Num int
type Empty struct{}
type Fn func() string
type Mp map[string]int
type Arr [2]string
type Ch chan string

func (n Num) Read() string { return fmt.Sprint("num", int(n)) }
func (Empty) Read() string { return "empty" }
func (f Fn) Read() string  { return "fn" + f() }
func (m Mp) Read() string  { m["reads"]++; return fmt.Sprint(len(m), m["reads"]) }
func (a Arr) Read() string { return a[0] + a[1] }
func (c Ch) Read() string  { return <-c }

type Wrap struct{ Reader }
type Log struct {
	RW
	calls int
}

func (l *Log) Write(s string) int { l.calls++; return l.RW.Write("log:" + s) }

func classify(x any) (s string) {
	if _, ok := x.(Reader); ok {
		s += "R"
	}
	if _, ok := x.(interface{ Write(string) int }); ok {
		s += "W"
	}
	if _, ok := x.(RWC); ok {
		s += "C"
	}
	if _, ok := x.(interface{ Read() int }); ok {
		s += "!"
	}
	if _, ok := x.(fmt.Stringer); ok {
		s += "S"
	}
	return s + "."
}

type byLen []Reader

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i].Read()) < len(b[j].Read()) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func main() {
	ch := make(Ch, 100)
	for range 100 {
		ch <- "from chan"
	}
	f := &File{open: true}
	b := Big{n: 3}
	rs := []Reader{f, b, &b, Num(7), Empty{}, &Empty{}, Fn(func() string { return "!" }), Mp{}, Arr{"ar", "ray"}, ch, Wrap{Num(1)}, &Wrap{Wrap{b}}, &Log{RW: b}, (*File)(nil)}
	b.n = 50
	for _, r := range rs {
		fmt.Print(r.Read(), " ", classify(r), " ")
	}
	fmt.Println()
	l := &Log{RW: &Log{RW: f}}
	var w Writer = l
	fmt.Println(w.Write("x"), w.(RW).Read(), w.(Reader).Read() == "", l.calls, l.RW.(*Log).calls)
	var rwc RWC = f
	var r Reader = rwc
	var rw RW = r.(RW)
	fmt.Println(rwc.Close(), rwc.Close(), rw.(interface{ Close() error }).Close(), r == rwc, any(rw) == any(f))
	var np *File
	var nr Reader = np
	fmt.Println(nr == nil, nr.Read(), nr == Reader((*File)(nil)), Reader(nil) == nil)
	get := nr.Read
	wr := rs[1].(Writer).Write
	fmt.Println(get(), wr("abc"), wr("abc"), rs[1].(Big).n)
	sort.Stable(byLen(rs[3:8]))
	for _, r := range rs[3:8] {
		fmt.Printf("%T ", r)
	}
	fmt.Println()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = rs[3].(RW)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = any(r).(Big)
	}()
	m := map[Reader]int{Num(1): 1, Arr{"a"}: 2, Empty{}: 3, f: 4}
	fmt.Println(m[Num(1)], m[Arr{"a", ""}], m[Empty{}], m[f], m[nil], m[Wrap{Num(1)}])
	var e1, e2 any = Big{n: 1}, Big{n: 1}
	fmt.Println(e1 == e2, e1 == any(Big{}), struct{ r Reader }{Num(2)} == struct{ r Reader }{Num(2)})
}
