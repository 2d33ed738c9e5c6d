// Calls through reflection: arguments and results of every shape, variadic functions, methods, functions made at run time.
package main

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
)

type point struct{ X, Y int }

type big struct {
	A [6]int
	S string
}

type small struct {
	A int8
	B float32
	C bool
}

func (p point) Add(q point) point { return point{p.X + q.X, p.Y + q.Y} }
func (p *point) Scale(n int)      { p.X *= n; p.Y *= n }
func (b big) Sum(more ...int) int {
	n := 0
	for _, x := range append(b.A[:], more...) {
		n += x
	}
	return n
}
func (s small) Three() (int8, float32, bool) { return s.A, s.B, s.C }

type word int

func (w word) Say(s string) string { return strings.Repeat(s, int(w)) }

type adder interface{ Add(point) point }

func ints(a int8, b uint8, c int16, d uint16, e int32, f uint32, g int64, h uint64, i uintptr, j bool) string {
	return fmt.Sprint(a, b, c, d, e, f, g, h, i, j)
}

func floats(a float32, b float64, c complex64, d complex128, e, f, g, h, i, j float64) (float64, complex128) {
	return float64(a) + b + e + f + g + h + i + j, complex128(c) + d
}

func mixed(s string, b []byte, m map[string]int, e error, x any, p *int, f func() int, c chan int) (int, string, error) {
	*p += f()
	c <- m[s]
	return len(b) + m[s], fmt.Sprint(s, x), e
}

func large(b big, n int, e struct{}) (big, int) {
	b.A[0] = n
	b.S += "!"
	return b, n + 1
}

func four() (a, b, c, d int)             { return 1, 2, 3, 4 }
func signs() (int8, int16, int32)        { return -1, -2, -3 }
func one(s small) small                  { s.A++; s.B *= 2; s.C = !s.C; return s }
func variadic(p string, l ...int) string { return fmt.Sprint(p, len(l), l) }

func call(f any, args ...any) {
	var in []reflect.Value
	for _, a := range args {
		in = append(in, reflect.ValueOf(a))
	}
	var out []any
	for _, v := range reflect.ValueOf(f).Call(in) {
		out = append(out, v.Interface())
	}
	fmt.Println(out...)
}

func calls() {
	call(ints, int8(-1), uint8(255), int16(-2), uint16(65535), int32(-3), uint32(1<<32-1), int64(-4), uint64(1<<63), uintptr(5), true)
	call(floats, float32(0.5), 1.25, complex64(1+2i), 3+4i, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0)
	n, c := 1, make(chan int, 1)
	call(mixed, "key", []byte("bytes"), map[string]int{"key": 7}, errors.New("bad"), any(2.5), &n, func() int { return n * 10 }, c)
	fmt.Println(n, <-c)
	call(large, big{S: "s"}, 9, struct{}{})
	call(four)
	call(signs)
	call(one, small{1, 1.5, false})
	call(variadic, "none")
	call(variadic, "two", 1, 2)
	out := reflect.ValueOf(variadic).CallSlice([]reflect.Value{reflect.ValueOf("slice"), reflect.ValueOf([]int{4, 5, 6})})
	fmt.Println(out[0])
}

func methods() {
	p := point{1, 2}
	v := reflect.ValueOf(p)
	fmt.Println(v.NumMethod(), v.Type().Method(0).Name, v.Type().Method(0).Type)
	fmt.Println(v.Method(0).Call([]reflect.Value{reflect.ValueOf(point{10, 20})})[0])
	reflect.ValueOf(&p).MethodByName("Scale").Call([]reflect.Value{reflect.ValueOf(3)})
	fmt.Println(p, v.MethodByName("Scale").IsValid())
	fmt.Println(reflect.ValueOf(word(3)).Method(0).Call([]reflect.Value{reflect.ValueOf("ab")})[0])
	fmt.Println(reflect.ValueOf(big{A: [6]int{1, 2, 3}}).Method(0).Call([]reflect.Value{reflect.ValueOf(4), reflect.ValueOf(5)})[0])
	call(reflect.ValueOf(small{-7, 0.25, true}).Method(0).Interface())
	add := v.Method(0).Interface().(func(point) point)
	fmt.Println(add(point{5, 5}))
	var a adder = p
	fmt.Println(reflect.ValueOf(&a).Elem().Method(0).Call([]reflect.Value{v})[0])
	m, _ := reflect.TypeOf(p).MethodByName("Add")
	fmt.Println(m.Func.Call([]reflect.Value{v, v})[0], m.Func.Type())
	cast, ok := m.Func.Interface().(func(point, point) point)
	if ok {
		fmt.Println(cast(p, p))
	}
}

func made() {
	swap := func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[1], in[0]} }
	var si func(string, int) (int, string)
	f := reflect.ValueOf(&si).Elem()
	f.Set(reflect.MakeFunc(f.Type(), swap))
	fmt.Println(si("x", 1))
	var bf func(big, float64) (float64, big)
	f = reflect.ValueOf(&bf).Elem()
	f.Set(reflect.MakeFunc(f.Type(), swap))
	fmt.Println(bf(big{S: "big"}, 1.5))
	sum := reflect.MakeFunc(reflect.TypeOf(func(...int) int { return 0 }), func(in []reflect.Value) []reflect.Value {
		n := 0
		for i := 0; i < in[0].Len(); i++ {
			n += int(in[0].Index(i).Int())
		}
		return []reflect.Value{reflect.ValueOf(n)}
	}).Interface().(func(...int) int)
	fmt.Println(sum(1, 2, 3), sum())
	many := reflect.MakeFunc(reflect.TypeOf(ints), func(in []reflect.Value) []reflect.Value {
		s := ""
		for _, v := range in {
			s += fmt.Sprint(v, ";")
		}
		return []reflect.Value{reflect.ValueOf(s)}
	}).Interface().(func(int8, uint8, int16, uint16, int32, uint32, int64, uint64, uintptr, bool) string)
	fmt.Println(many(-1, 2, -3, 4, -5, 6, -7, 8, 9, true))
	t := reflect.FuncOf([]reflect.Type{reflect.TypeOf(0), reflect.TypeOf([]string{})}, []reflect.Type{reflect.TypeOf(point{})}, true)
	fmt.Println(t, t == reflect.TypeOf(func(int, ...string) point { return point{} }))
}

func bad(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	calls()
	methods()
	made()
	bad(func() { reflect.ValueOf(four).Call([]reflect.Value{reflect.ValueOf(1)}) })
	bad(func() { reflect.ValueOf(one).Call(nil) })
	bad(func() { reflect.ValueOf(one).Call([]reflect.Value{reflect.ValueOf(1)}) })
	bad(func() { reflect.ValueOf((func())(nil)).Call(nil) })
	bad(func() { reflect.ValueOf(variadic).Call([]reflect.Value{reflect.ValueOf("p"), reflect.ValueOf("q")}) })
	bad(func() { reflect.ValueOf(3).Call(nil) })
}
