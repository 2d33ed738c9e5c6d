// Interfaces: assertions, embedding, comparison, nil, method on interface values.
package main

import (
	"errors"
	"fmt"
)

type R interface{ Read() string }
type W interface{ Write(string) int }
type RW interface {
	R
	W
}
type RWC interface {
	RW
	interface{ Close() error }
	Read() string
}
type file struct {
	buf    string
	closed bool
}

func (f *file) Read() string       { s := f.buf; f.buf = ""; return s }
func (f *file) Write(s string) int { f.buf += s; return len(s) }
func (f *file) Close() error {
	if f.closed {
		return errors.New("closed twice")
	}
	f.closed = true
	return nil
}

type small int8
type big [4]int
type zero struct{}

func (s small) Read() string { return fmt.Sprint("small", int8(s)) }
func (b big) Read() string   { return fmt.Sprint("big", b[3]) }
func (zero) Read() string    { return "zero" }

type fn func() string

func (f fn) Read() string { return f() }

type NotFound struct{ what string }

func (n NotFound) Error() string        { return n.what + " not found" }
func (n NotFound) Is(target error) bool { return target == errNF }

var errNF = errors.New("nf")

func main() {
	f := &file{}
	var c RWC = f
	c.Write("abc")
	var rw RW = c
	rw.Write("def")
	var r R = rw
	fmt.Println(r.Read(), r.(W).Write("x"), r.(*file) == f, r == R(f))
	fmt.Println(c.Close(), r.(interface{ Close() error }).Close())
	for _, r := range []R{small(-3), big{3: 9}, zero{}, fn(func() string { return "fn" }), f, &big{}, nil} {
		w, ok := r.(W)
		_, isSmall := r.(small)
		if r != nil {
			fmt.Print(r.Read(), " ")
		}
		fmt.Println(ok, w == nil, isSmall)
	}
	fmt.Println(R(small(1)) == R(small(1)), R(small(1)) == R(small(2)), R(big{1}) == R(big{1}), R(zero{}) == R(zero{}), any(small(1)) == any(int8(1)))
	fmt.Println(R(small(3)) == small(3), small(4) != R(small(3)))
	var np *file
	var nr R = np
	fmt.Println(nr == nil, np == nil, nr == (*file)(nil))
	err := fmt.Errorf("ctx: %w", NotFound{"key"})
	var nf NotFound
	fmt.Println(err, errors.As(err, &nf), nf.what, errors.Is(err, errNF), errors.Unwrap(err) == NotFound{"key"})
	j := errors.Join(err, nil, errNF)
	fmt.Printf("%q %t\n", j.Error(), errors.Is(j, errNF))
	m := map[R]int{small(1): 1, zero{}: 2, f: 3, nil: 4}
	fmt.Println(m[small(1)], m[zero{}], m[f], m[nil], m[big{}])
}
