// Type switches: several types a case, nil, interfaces before concrete types, shadowing, closures over the variable, no binding.
package main

import (
	"errors"
	"fmt"
	"io"
)

type A struct{ n int }
type B [3]string
type F func(int) int
type M map[string]int
type E string

func (e E) Error() string   { return "E" + string(e) }
func (a *A) String() string { return fmt.Sprint("A*", a.n) }

func one(x any) string {
	switch x := x.(type) {
	case int, int8, uint16:
		return fmt.Sprintf("integer %v %T", x, x)
	case nil:
		return fmt.Sprint("nil ", x)
	case error:
		return "error " + x.Error()
	case fmt.Stringer:
		return "stringer " + x.String()
	case A:
		x.n++
		return fmt.Sprint("A ", x.n)
	case B:
		x[0] = "changed"
		return x[0] + x[1]
	case []any:
		s := ""
		for _, y := range x {
			s += one(y) + ","
		}
		return "[" + s + "]"
	case F:
		return fmt.Sprint("F ", x(4))
	case func() string:
		return x()
	case *int:
		*x *= 2
		return fmt.Sprint("*int ", *x)
	case **int:
		return fmt.Sprint("**int ", **x)
	case chan int:
		return fmt.Sprint("chan ", cap(x))
	case <-chan int:
		return fmt.Sprint("recv ", len(x))
	case map[string]int, M:
		return fmt.Sprintf("map %v", x)
	case struct{ x, y int }:
		return fmt.Sprint("anon ", x.x+x.y)
	case struct{}:
		return "empty"
	case bool:
		if x {
			break
		}
		return "false"
	default:
		return fmt.Sprintf("default %T", x)
	}
	return "after"
}

func ifaceSrc(r io.Reader) (n int) {
	switch r := r.(type) {
	case io.ReadWriter:
		n = 1
		if _, ok := r.(io.Closer); ok {
			n++
		}
	case interface{ Special() int }:
		n = r.Special()
	case nil:
		n = -1
	}
	return
}

type rd struct{}
type rw struct{ rd }
type sp struct{ rd }

func (rd) Read([]byte) (int, error)  { return 0, io.EOF }
func (rw) Write([]byte) (int, error) { return 0, nil }
func (rw) Close() error              { return nil }
func (sp) Special() int              { return 42 }

func closures(xs ...any) (fs []func() string) {
	for _, x := range xs {
		switch y := x.(type) {
		case int:
			fs = append(fs, func() string { y++; return fmt.Sprint("i", y) })
		case string:
			fs = append(fs, func() string { y += "!"; return y })
		case A, *A:
			fs = append(fs, func() string { return fmt.Sprintf("%T", y) })
		}
	}
	return
}

func calls() (n int) {
	next := func() any { n++; return n }
	switch v := next().(type) {
	case string:
		n += 100
	case int:
		n += v * 10
	}
	switch next().(type) {
	case int:
		n *= 2
	}
	switch x := n; y := any(x).(type) {
	case int:
		n += y - x
	}
	return
}

func main() {
	i := 21
	p := &i
	for _, x := range []any{1, int8(2), uint16(3), int16(4), nil, E("x"), errors.New("e"), A{1}, &A{2}, B{"a", "b"}, []any{1, nil, []any{}}, F(func(i int) int { return i * i }), func() string { return "fs" },
		p, &p, make(chan int, 3), (<-chan int)(nil), M{"a": 1}, map[string]int{"b": 2}, struct{ x, y int }{1, 2}, struct{}{}, true, false, 2.5, [3]string{}} {
		fmt.Println(one(x))
	}
	fmt.Println(i, ifaceSrc(rd{}), ifaceSrc(rw{}), ifaceSrc(sp{}), ifaceSrc(nil), calls())
	for _, f := range closures(1, "s", A{}, &A{}, 2) {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
}
