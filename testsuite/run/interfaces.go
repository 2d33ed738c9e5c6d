// Interfaces: embedding, promotion, assertions, method values, comparison, type switches.
package main

import "fmt"

type Reader interface{ Read() string }
type Writer interface{ Write(string) int }
type ReadWriter interface {
	Reader
	Writer
}
type file struct {
	data []string
	pos  int
}

func (f *file) Read() string {
	if f.pos >= len(f.data) {
		return "EOF"
	}
	f.pos++
	return f.data[f.pos-1]
}
func (f *file) Write(s string) int { f.data = append(f.data, s); return len(s) }

type logged struct {
	ReadWriter
	n int
}

func (l *logged) Read() string { l.n++; return "[" + l.ReadWriter.Read() + "]" }

type small int8

func (s small) Read() string { return fmt.Sprint("small ", int8(s)) }

type direct struct{ p *int }

func (d direct) Read() string { return fmt.Sprint("direct ", *d.p) }

type fn func(string) string

func (f fn) Read() string { return f("fn") }

type large struct{ a, b, c, d, e int }

func (l large) Read() string    { return fmt.Sprint("large ", l.a+l.e) }
func (l *large) Write(s string) int { l.a = len(s); return l.a }

type base struct{ name string }

func (b base) Name() string     { return b.name }
func (b *base) Rename(s string) { b.name = s }

type mid struct{ *base }
type top struct {
	mid
	extra int
}
type Namer interface {
	Name() string
	Rename(string)
}

func describe(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int8:
		return fmt.Sprintf("integer %v", v)
	case func() int:
		return fmt.Sprint("func ", v())
	case *int:
		return fmt.Sprint("pointer ", *v)
	case []any:
		s := ""
		for _, e := range v {
			s += describe(e) + ","
		}
		return s
	case error:
		return "error " + v.Error()
	case ReadWriter:
		return "readwriter"
	case Reader:
		return "reader " + v.Read()
	case map[string]int:
		return fmt.Sprint("map ", len(v))
	case struct{ X int }:
		return fmt.Sprint("struct ", v.X)
	default:
		return fmt.Sprintf("other %T", v)
	}
}

type myErr struct{ code int }

func (e *myErr) Error() string { return fmt.Sprint("code ", e.code) }

func mayFail(fail bool) error {
	var e *myErr
	if fail {
		e = &myErr{7}
		return e
	}
	return nil
}

func main() {
	f := &file{data: []string{"one"}}
	var rw ReadWriter = f
	rw.Write("two")
	l := &logged{ReadWriter: rw}
	var r Reader = l
	fmt.Println(r.Read(), r.Read(), r.Read(), l.n, l.Write("abc"))
	n := 5
	for _, r := range []Reader{small(-3), direct{&n}, fn(func(s string) string { return s + "!" }), large{a: 1, e: 2}, &large{e: 9}} {
		w, ok := r.(Writer)
		fmt.Println(r.Read(), ok, w != nil)
	}
	t := top{mid{&base{"orig"}}, 1}
	var nm Namer = t
	nm.Rename("new")
	fmt.Println(t.Name(), nm.Name())
	rename := t.Rename
	rename("bound")
	name := Namer.Name
	fmt.Println(name(t), top.Name(t), (*top).Name(&t), mid.Name(t.mid))
	fmt.Println(describe(nil), describe(3), describe(int8(4)), describe(&n), describe(f), describe(small(1)))
	fmt.Println(describe([]any{1, "x", nil}), describe(&myErr{1}), describe(map[string]int{"a": 1}), describe(struct{ X int }{8}))
	fmt.Println(describe(func() int { return 42 }), describe(2.5), describe([2]int{}))
	fmt.Println(mayFail(true), mayFail(false) == nil)
	var e1, e2 error = &myErr{1}, &myErr{1}
	fmt.Println(e1 == e2, e1 == e1, any(1) == any(1), any(1) == any(int8(1)), any(large{a: 1}) == any(large{a: 1}), Reader(small(1)) == any(small(1)))
	var x any = small(2)
	fmt.Println(x == small(2), x != small(3), x == 2)
	if rd, ok := x.(interface{ Read() string }); ok {
		fmt.Println(rd.Read())
	}
	m := map[any]string{1: "int", "1": "string", 1.5: "float", [2]int{1, 2}: "array", struct{}{}: "empty", nil: "nil"}
	fmt.Println(m[1], m["1"], m[1.5], m[[2]int{1, 2}], m[struct{}{}], m[nil], len(m))
	read := r.Read
	fmt.Println(read())
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		var w Writer = x.(Writer)
		w.Write("")
	}()
}
