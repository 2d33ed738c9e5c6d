// Function values inside structs, maps and interfaces; method values of copied receivers; closures returned by generic methods.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type event struct {
	name string
	data any
}
type bus struct {
	subs map[string][]func(event) error
	log  []string
}

func (b *bus) on(name string, f func(event) error) (off func()) {
	if b.subs == nil {
		b.subs = make(map[string][]func(event) error)
	}
	b.subs[name] = append(b.subs[name], f)
	i := len(b.subs[name]) - 1
	return func() { b.subs[name][i] = nil }
}

func (b *bus) emit(e event) (errs []error) {
	for i, f := range b.subs[e.name] {
		func() {
			defer func() {
				if r := recover(); r != nil {
					errs = append(errs, fmt.Errorf("handler %d: %v", i, r))
				}
			}()
			if f == nil {
				return
			}
			if err := f(e); err != nil {
				errs = append(errs, err)
			}
		}()
	}
	return
}

func (b *bus) record(e event) error { b.log = append(b.log, fmt.Sprint(e.name, e.data)); return nil }

type counter struct{ n int }

func (c counter) handle(e event) error   { c.n++; return fmt.Errorf("value %d", c.n) }
func (c *counter) phandle(e event) error { c.n++; return fmt.Errorf("pointer %d", c.n) }

type option func(*server)
type server struct {
	host  string
	port  int
	mw    []func(next func(string) string) func(string) string
	table map[string]func(*server, ...string) string
}

func port(p int) option { return func(s *server) { s.port = p } }
func wrap(pre string) option {
	return func(s *server) {
		s.mw = append(s.mw, func(next func(string) string) func(string) string {
			return func(in string) string { return pre + next(in) + pre }
		})
	}
}

func newServer(opts ...option) *server {
	s := &server{host: "h", table: map[string]func(*server, ...string) string{"join": (*server).join, "up": func(_ *server, a ...string) string { return strings.ToUpper(a[0]) }}}
	for _, o := range opts {
		o(s)
	}
	return s
}

func (s *server) join(a ...string) string { return strings.Join(a, s.host) }
func (s *server) serve(in string) string {
	h := func(in string) string { a := strings.Fields(in); return s.table[a[0]](s, a[1:]...) }
	for _, m := range s.mw {
		h = m(h)
	}
	return h(in)
}

type lazy[T any] struct {
	get  func() T
	hits int
}

func (l *lazy[T]) memo() func() T {
	var v *T
	return func() T {
		l.hits++
		if v == nil {
			x := l.get()
			v = &x
		}
		return *v
	}
}

type by func(a, b *event) bool
type sorter struct {
	es []event
	by by
}

func (s *sorter) Len() int           { return len(s.es) }
func (s *sorter) Swap(i, j int)      { s.es[i], s.es[j] = s.es[j], s.es[i] }
func (s *sorter) Less(i, j int) bool { return s.by(&s.es[i], &s.es[j]) }
func (b by) sort(es []event)         { sort.Stable(&sorter{es, b}) }
func (b by) reverse() by             { return func(x, y *event) bool { return b(y, x) } }

func main() {
	var b bus
	c := counter{10}
	off := b.on("a", b.record)
	b.on("a", c.handle)
	b.on("a", c.phandle)
	b.on("a", func(e event) error { return fmt.Errorf("%v", e.data.(int)) })
	fmt.Println(b.emit(event{"a", 1}), b.emit(event{"a", "s"}))
	off()
	fmt.Println(b.emit(event{"a", nil}), b.emit(event{"none", 1}), b.log, c.n)
	s := newServer(port(80), wrap("<"), func(s *server) { s.host += "-" }, wrap("|"))
	fmt.Println(s.serve("join a b c"), s.serve("up x"), s.port)
	n := 0
	l := lazy[[]int]{get: func() []int { n++; return []int{n} }}
	f, g := l.memo(), l.memo()
	f()[0] = 50
	fmt.Println(f(), g(), g(), l.hits, n)
	es := []event{{"b", 1}, {"a", 2}, {"c", 0}, {"a", 1}}
	name := by(func(x, y *event) bool { return x.name < y.name })
	name.sort(es)
	fmt.Println(es)
	name.reverse().sort(es)
	fmt.Println(es)
	by(func(x, y *event) bool { return x.data.(int) < y.data.(int) }).sort(es)
	fmt.Println(es)
}
