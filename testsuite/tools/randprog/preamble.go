// What all programs of a batch share.
package main

// preamble holds zeros that are no constants, helpers that keep expressions from panicking, and what runs a program and notes
// what it does.
const preamble = `package main

import (
	"bufio"
	"errors"
	"fmt"
	"iter"
	"maps"
	"math"
	"math/bits"
	"os"
	"runtime"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"unsafe"
)

const fullBudget = 20000
const badUTF8 = "a\x80é\xff日\xf0\x9f"

var (
	budget = fullBudget
	output = bufio.NewWriterSize(os.Stdout, 1<<16)
	nan    = math.NaN()
	inf    = math.Inf(1)
	sink   any
	sinks  [8]any
)

// run is one program; what it has printed before it ends in a way that recover does not stop stays visible.
//
//go:noinline
func run(seed int, program func()) {
	fmt.Fprintln(output, "== seed", seed)
	output.Flush()
	budget = fullBudget
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintln(output, "escaped:", r)
		}
		output.Flush()
	}()
	program()
}

type getter interface{ get(int) int }

type integers interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64
}

type stack[T any] struct{ v []T }

func (s *stack[T]) push(x T) { s.v = append(s.v, x) }
func (s *stack[T]) pop() (x T) {
	if n := len(s.v); n > 0 {
		x = s.v[n-1]
		s.v = s.v[:n-1]
	}
	return
}

func zero[T any]() (z T) { return }

func dup[T any](s []T) []T { return append([]T(nil), s...) }

func at[T any](s []T, i int) (z T) {
	if len(s) == 0 {
		return
	}
	return s[uint(i)%uint(len(s))]
}

func cut[T any](s []T, i, j int) []T {
	i = int(uint(i) % uint(len(s)+1))
	j = int(uint(j) % uint(len(s)+1))
	if i > j {
		i, j = j, i
	}
	return s[i:j:j]
}

func cond[T any](b bool, x, y T) T {
	if b {
		return x
	}
	return y
}

func equal[T comparable](a, b T) bool { return a == b }

func sum[T integers](v ...T) (t T) {
	for _, x := range v {
		t += x
	}
	return
}

func apply(f func(int) int, x int) int { return f(x) }

func f2i(f float64) int64 {
	if !(f > -1e18 && f < 1e18) {
		return 0
	}
	return int64(f)
}

func charAt(s string, i int) byte {
	if len(s) == 0 {
		return 0
	}
	return s[uint(i)%uint(len(s))]
}

func short(s string) string {
	if len(s) > 24 {
		return s[:24]
	}
	return s
}

func sub(s string, i, j int) string {
	i = int(uint(i) % uint(len(s)+1))
	j = int(uint(j) % uint(len(s)+1))
	if i > j {
		i, j = j, i
	}
	return s[i:j]
}

func ofAny(x any) int {
	switch v := x.(type) {
	case int:
		return v
	case int8, uint8:
		return 8
	case string:
		return len(v)
	case bool:
		if v {
			return 1
		}
	case float32:
		return int(f2i(float64(v)))
	case float64:
		return int(f2i(v)) + 1
	case fmt.Stringer:
		return -1
	case complex128:
		return int(f2i(real(v)))
	}
	return 99
}

func seq(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i*i - n) {
				return
			}
		}
	}
}

//go:noinline
func note(label string, v any) {
	if f, ok := v.(float64); ok && f != f {
		v = "NaN"
	}
	if f, ok := v.(float32); ok && f != f {
		v = "NaN"
	}
	if c, ok := v.(complex128); ok && (real(c) != real(c) || imag(c) != imag(c)) {
		v = "NaN"
	}
	if c, ok := v.(complex64); ok && (real(c) != real(c) || imag(c) != imag(c)) {
		v = "NaN"
	}
	fmt.Fprintf(output, "%s %v\n", label, v)
}

//go:noinline
func notes(label string, v ...any) {
	for _, x := range v {
		note(label, x)
	}
}

//go:noinline
func try(label string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(runtime.Error); ok {
				r = e.Error()
			}
			fmt.Fprintln(output, label, "panics:", r)
		}
	}()
	f()
}

// tr notes that it is called: function calls happen from left to right.
//
//go:noinline
func tr[T any](n int, x T) T {
	fmt.Fprintln(output, "call", n)
	return x
}

// clobber overwrites the stack below its caller's frame, which shows pointers to frames that are no more.
//
//go:noinline
func clobber(n int) int {
	var a [64]int
	for i := range a {
		a[i] = n ^ i<<8
	}
	if n > 0 {
		return clobber(n-1) + a[n&63]
	}
	return a[3]
}

// churn makes garbage where freed objects were and collects it.
//
//go:noinline
func churn() {
	clobber(5)
	for i := 0; i < 200; i++ {
		sinks[i&7] = make([]int, 1+i%9)
	}
	if budget&15 == 0 {
		runtime.GC()
	}
}

// keep lets x escape.
func keep[T any](x T) T {
	sink = x
	return x
}

//go:noinline
func opaque[T any](x T) T { return x }

func spend() bool {
	budget--
	return budget < 0
}

var (
	_ = bits.UintSize
	_ = errors.New
	_ = maps.Keys[map[int]int]
	_ = slices.Sort[[]int]
	_ = sort.Ints
	_ = strconv.Itoa
	_ = strings.Fields
	_ sync.Mutex
	_ atomic.Int64
	_ iter.Seq[int]
	_ unsafe.Pointer
	_ = sink
)

var zero_string string
var zero_bool bool
var zero_complex128 complex128
var zero_int int
var zero_int8 int8
var zero_int16 int16
var zero_int32 int32
var zero_int64 int64
var zero_uint uint
var zero_uint8 uint8
var zero_uint16 uint16
var zero_uint32 uint32
var zero_uint64 uint64
var zero_float64 float64
var zero_float32 float32
`
