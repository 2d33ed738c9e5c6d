// Embedding chains where methods are shadowed, ambiguous at depth, promoted from interfaces, and overridden for one interface only.
package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

type countReader struct {
	io.Reader
	n int
}
type upper struct{ io.Reader }
type rot struct {
	*upper
	by byte
}
type both struct {
	io.Reader
	io.Writer
	closed bool
}
type closer struct{ *both }
type L1 struct{ L2 }
type L2 struct {
	L3a
	L3b
}
type L3a struct{ x, y int }
type L3b struct{ x, z int }
type named struct{ error }
type deep struct {
	named
	fmt.Stringer
}

func (c *countReader) Read(p []byte) (int, error) {
	k, err := c.Reader.Read(p)
	c.n += k
	return k, err
}
func (u *upper) Read(p []byte) (int, error) {
	k, err := u.Reader.Read(p[:min(len(p), 5)])
	copy(p, strings.ToUpper(string(p[:k])))
	return k, err
}
func (r rot) Read(p []byte) (k int, err error) {
	k, err = r.upper.Read(p)
	for i := range p[:k] {
		if p[i] >= 'A' && p[i] <= 'Z' {
			p[i] = 'A' + (p[i]-'A'+r.by)%26
		}
	}
	return
}
func (b *both) Close() error  { b.closed = true; return nil }
func (c closer) Close() error { return errors.Join(c.both.Close(), errors.New("outer")) }
func (l L3a) who() string     { return fmt.Sprint("a", l.x, l.y) }
func (l *L3b) who() string    { return fmt.Sprint("b", l.x, l.z) }
func (l L2) who() string      { return l.L3a.who() + l.L3b.who() }
func (n named) Error() string { return "<" + n.error.Error() + ">" }

func main() {
	c := &countReader{Reader: rot{&upper{strings.NewReader("hello, wide world")}, 3}}
	b, err := io.ReadAll(c)
	fmt.Println(string(b), err, c.n)
	var sb strings.Builder
	bt := &both{Reader: strings.NewReader("pass through"), Writer: &sb}
	cl := closer{bt}
	var rwc io.ReadWriteCloser = cl
	n, err := io.Copy(rwc, rwc)
	fmt.Println(n, err, sb.String(), rwc.Close(), bt.closed)
	l := L1{L2{L3a{1, 2}, L3b{3, 4}}}
	who := l.who
	l.L3a.x, l.L3b.x, l.y, l.z = 10, 30, 20, 40
	fmt.Println(l.who(), who(), l.L3b.who(), L2.who(l.L2), (*L1).who(&l), interface{ who() string }(l).who())
	d := deep{named{io.EOF}, nil}
	var e error = d
	fmt.Println(e.Error(), errors.Is(e, io.EOF), e.(deep).named.error == io.EOF)
	func() {
		defer func() { fmt.Println(recover() != nil) }()
		fmt.Println(d.String())
	}()
	d.Stringer = stringer("s")
	fmt.Println(d.String(), d.Stringer)
	rs := []io.Reader{upper1("ab"), &upper{upper1("cd")}, struct{ io.Reader }{upper1("ef")}, &struct {
		*upper
		x int
	}{&upper{upper1("gh")}, 1}}
	for _, r := range rs {
		b, _ := io.ReadAll(r)
		fmt.Print(string(b), " ")
	}
	fmt.Println()
}

type stringer string

func (s stringer) String() string { return "stringer " + string(s) }
func upper1(s string) io.Reader   { return strings.NewReader(s) }
