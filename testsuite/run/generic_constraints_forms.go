// Constraints: unions, ~, methods with types, recursive bounds, pointer-method trick, comparable, type sets used by operators.
package main

import (
	"cmp"
	"fmt"
	"strings"
)

type Integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64
}
type Float interface{ ~float32 | ~float64 }
type Num interface{ Integer | Float }
type Bytes interface{ ~string | ~[]byte }
type NamedInt interface {
	~int
	String() string
}
type Ordered[T any] interface{ Less(T) bool }
type Cloner[T any] interface {
	*T
	Clone() T
	Reset()
}
type Node[N any] interface{ Kids() []N }

type My int

func (m My) String() string { return fmt.Sprint("My", int(m)) }
func (m My) Less(o My) bool { return m < o }

type Buf struct{ data []byte }

func (b *Buf) Clone() Buf { return Buf{append([]byte(nil), b.data...)} }
func (b *Buf) Reset()     { b.data = b.data[:0] }

type Tree struct {
	v    int
	kids []*Tree
}

func (t *Tree) Kids() []*Tree { return t.kids }

func Sum[T Num](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}
func Avg[T Num](xs ...T) float64 { return float64(Sum(xs...)) / float64(len(xs)) }
func Abs[T Num](x T) T {
	if x < 0 {
		return -x
	}
	return x
}
func GCD[T Integer](a, b T) T {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
func Bits[T Integer](x T) (n int) {
	for ; x != 0; x &= x - 1 {
		n++
	}
	return
}
func Count[S Bytes](s S, b byte) (n int) {
	for i := 0; i < len(s); i++ {
		if s[i] == b {
			n++
		}
	}
	return
}
func Head[S Bytes](s S, n int) S   { return s[:n] }
func ToBytes[S Bytes](s S) []byte  { return []byte(s) }
func Conv[To, From Num](f From) To { return To(f) }
func Show[T NamedInt](x T) string  { return x.String() + fmt.Sprint(int(x)*2) }
func MaxOf[T Ordered[T]](a T, r ...T) T {
	for _, x := range r {
		if a.Less(x) {
			a = x
		}
	}
	return a
}
func Twice[T any, P Cloner[T]](x T) (T, T) {
	c := P(&x).Clone()
	P(&x).Reset()
	return x, c
}
func Walk[N interface {
	comparable
	Node[N]
}](n N, f func(N)) {
	var zero N
	if n == zero {
		return
	}
	f(n)
	for _, k := range n.Kids() {
		Walk(k, f)
	}
}
func Index[T comparable](xs []T, x T) int {
	for i, y := range xs {
		if x == y {
			return i
		}
	}
	return -1
}
func SortBy[T any, K cmp.Ordered](xs []T, key func(T) K) []T {
	for i := range xs {
		for j := i; j > 0 && key(xs[j]) < key(xs[j-1]); j-- {
			xs[j], xs[j-1] = xs[j-1], xs[j]
		}
	}
	return xs
}
func Apply[F ~func(A) B, A, B any](f F, a A) B      { return f(a) }
func Send[C ~chan E | ~chan<- E, E any](c C, e E)   { c <- e }
func Keys[M ~map[K]V, K comparable, V any](m M) int { return len(m) }
func Ptr[P ~*E, E any](p P) E                       { return *p }
func Elem[A ~[3]E | ~[]E, E any](a A, i int) E      { return a[i] }
func At[A [3]string | []string](a A, i int) string  { return a[i] }

type Fn func(string) int
type Ch chan My

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[My](1, 2), Sum[uint8](200, 100), Avg(1, 2), Avg[int8](100, 27), Abs(My(-3)), Abs(-0.5), Abs[int8](-128))
	fmt.Println(GCD(48, 18), GCD[uint16](65535, 255), Bits(uint8(0xf7)), Bits(-1), Bits[int16](-1), Bits(My(6)))
	fmt.Println(Count("banana", 'a'), Count([]byte("xx"), 'x'), Head("hello", 2), string(Head([]byte("bytes"), 3)), ToBytes("é"), ToBytes([]byte{1}))
	fmt.Println(Conv[int](3.99), Conv[float32](1<<24+1), Conv[uint8](int16(300)), Conv[int8](My(200)), Show(My(4)), MaxOf(My(3), 9, 4))
	a, b := Twice(Buf{[]byte("abc")})
	fmt.Println(len(a.data), string(b.data))
	s := 0
	Walk(&Tree{1, []*Tree{{2, nil}, nil, {3, []*Tree{{4, nil}}}}}, func(t *Tree) { s = s*10 + t.v })
	fmt.Println(s, Index([]any{1, "a", nil, 2.5}, any("a")), Index([]My{1, 2}, 3), Index([][2]string{{"a"}, {"b", "c"}}, [2]string{"b", "c"}))
	fmt.Println(SortBy(strings.Fields("pear fig banana kiwi"), func(s string) int { return len(s) }), SortBy([]float64{2, -1, 0.5}, func(f float64) float64 { return -f }))
	c := make(Ch, 2)
	Send(c, 5)
	Send((chan<- My)(c), 6)
	x := 3
	fmt.Println(Apply(Fn(func(s string) int { return len(s) }), "four"), <-c, <-c, Keys(map[string]bool{"a": true}), Ptr(&x), Elem[[3]string, string]([3]string{"a", "b", "c"}, 1), Elem[[]int, int]([]int{4, 5}, 1), At([]string{"z"}, 0))
}
