// Errors as values through layers: typed errors in interfaces, sentinels, wrapping, deferred closing, named results and cleanup order.
package main

import (
	"errors"
	"fmt"
	"io"
)

type kind int
type opErr struct {
	op   string
	kind kind
	err  error
}
type tmp interface{ Temporary() bool }
type multi []error

func (e *opErr) Error() string   { return fmt.Sprintf("%s(%d): %v", e.op, e.kind, e.err) }
func (e *opErr) Unwrap() error   { return e.err }
func (e *opErr) Temporary() bool { return e.kind > 1 }
func (e *opErr) Is(t error) bool { o, ok := t.(*opErr); return ok && o.kind == e.kind }
func (m multi) Error() string    { return fmt.Sprint(len(m), " errors") }
func (m multi) Unwrap() []error  { return m }

var errBase = errors.New("base")

type res struct {
	name string
	log  *[]string
	fail string
}

func (r *res) step(s string) error {
	*r.log = append(*r.log, r.name+"."+s)
	if s == r.fail {
		return &opErr{s, kind(len(*r.log)), errBase}
	}
	return nil
}

func use(names []string, fail string, log *[]string) (n int, err error) {
	for _, name := range names {
		r := &res{name, log, fail}
		if err = r.step("open"); err != nil {
			return n, fmt.Errorf("use %s: %w", name, err)
		}
		defer func() {
			if e := r.step("close"); e != nil {
				err = errors.Join(err, e)
			}
		}()
		if e := r.step("read"); e != nil {
			return n, e
		}
		n++
	}
	return
}

func typedNil(fail bool) error {
	var e *opErr
	if fail {
		e = &opErr{"typed", 3, nil}
	}
	return e
}

func correct(fail bool) (err error) {
	if e := (*opErr)(nil); fail {
		e = &opErr{"c", 1, io.EOF}
		err = e
	}
	return
}

func retry(f func(int) error) (tries int, err error) {
	for tries = 1; tries <= 5; tries++ {
		err = f(tries)
		var t tmp
		if err == nil || !errors.As(err, &t) || !t.Temporary() {
			break
		}
	}
	return
}

func must(f func() (int, error)) (n int) {
	defer func() {
		if e, ok := recover().(error); ok {
			n = -1
			if errors.Is(e, errBase) {
				n = -2
			}
		}
	}()
	n, err := f()
	if err != nil {
		panic(err)
	}
	return n
}

func main() {
	for _, fail := range []string{"", "open", "read", "close"} {
		var log []string
		n, err := use([]string{"a", "b"}, fail, &log)
		var oe *opErr
		fmt.Println(n, err, log, errors.Is(err, errBase), errors.As(err, &oe), oe != nil && oe.op == fail)
	}
	fmt.Println(typedNil(false) == nil, typedNil(true) == nil, correct(false) == nil, correct(true))
	fmt.Println(retry(func(i int) error { return correct(i < 3) }))
	fmt.Println(retry(func(i int) error {
		if i == 4 {
			return nil
		}
		return fmt.Errorf("w: %w", &opErr{"r", kind(i + 1), nil})
	}))
	e := fmt.Errorf("top: %w", multi{io.EOF, &opErr{"m", 4, errBase}, nil})
	var m multi
	fmt.Println(errors.Is(e, io.EOF), errors.Is(e, errBase), errors.Is(e, &opErr{kind: 4}), errors.Is(e, &opErr{kind: 5}), errors.As(e, &m), len(m), errors.Unwrap(e) == nil, errors.Is(nil, nil), errors.Is(e, nil))
	fmt.Println(must(func() (int, error) { return 5, nil }), must(func() (int, error) { return 5, io.EOF }), must(func() (int, error) { return 5, e }))
}
