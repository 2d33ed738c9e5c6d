package main

import "fmt"

type Integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64
}
type Float interface{ ~float32 | ~float64 }
type Number interface{ Integer | Float }

type Celsius float64
type ID uint8

func (c Celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return s
}

func Abs[T Number](x T) T {
	if x < 0 {
		return -x
	}
	return x
}

func Gcd[T Integer](a, b T) T {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func Half[T Number](x T) T { return x / 2 }

func Convert[To, From Number](x From) To { return To(x) }

// A method set and a type set together.
type Named interface {
	~float64
	fmt.Stringer
}

func Show[T Named](x T) string { return x.String() + fmt.Sprint(float64(x)*2) }

// The pointer-receiver pattern.
type Setter[T any] interface {
	*T
	Set(string)
}
type Conf struct{ v string }

func (c *Conf) Set(s string) { c.v = s }

func FromStrings[T any, P Setter[T]](list []string) []T {
	r := make([]T, len(list))
	for i, s := range list {
		P(&r[i]).Set(s)
	}
	return r
}

// Core types: strings and byte slices, channels, functions.
func Bytes[T ~string | ~[]byte](x T) (n int) {
	for i := 0; i < len(x); i++ {
		n += int(x[i])
	}
	return n + len(x[1:])
}

func Fill[S ~[]E, E any](s S, e E) S {
	for i := range s {
		s[i] = e
	}
	return append(s, e)
}

func Call[F ~func(A) R, A, R any](f F, a A) R { return f(a) }

func Equal[T comparable](a, b T) bool { return a == b }

func Kind[T any](x T) string {
	switch any(x).(type) {
	case int, ID:
		return "integer"
	case fmt.Stringer:
		return "stringer"
	case []T:
		return "impossible"
	case func(T) T:
		return "function"
	}
	var zero T
	return fmt.Sprintf("%T %v", x, zero)
}

type pair[A, B any] struct {
	a A
	b B
}

func swap[A, B any](p pair[A, B]) pair[B, A] { return pair[B, A]{p.b, p.a} }

type op func(int) int

func local[T any](x T) any {
	type box struct{ v T }
	return box{x}
}

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[Celsius](20, 1.5), Sum[ID](250, 10))
	fmt.Println(Abs(-3), Abs(-2.5), Abs(Celsius(-4)), Gcd(ID(12), 18), Gcd(1071, 462))
	fmt.Println(Half(7), Half(7.0), Convert[int](3.99), Convert[ID](300), Convert[float32](1<<24+1))
	fmt.Println(Show(Celsius(36.6)))
	fmt.Println(FromStrings[Conf]([]string{"a", "b"}))
	fmt.Println(Bytes("abc"), Bytes([]byte{1, 2}))
	fmt.Println(Fill(make([]string, 2), "z"), Call(op(func(i int) int { return i * i }), 7))
	fmt.Println(Equal("a", "a"), Equal[any](1, 1.0), Equal(pair[int, string]{1, "x"}, pair[int, string]{1, "x"}))
	fmt.Println(Kind(1), Kind(ID(1)), Kind(Celsius(1)), Kind("s"), Kind([]int{}), Kind(pair[int, ID]{}))
	fmt.Println(swap(pair[int, string]{1, "x"}))
	fmt.Println(local(1) == local(1), local(1) == local("1"), local(1) == local(ID(1)))
	fmt.Printf("%T %T %v\n", local(1), local(pair[ID, []string]{}), local("v"))
	f := Sum[float64]
	g := pair[int, int].String
	fmt.Println(f(1, 2), g(pair[int, int]{3, 4}))
}

func (p pair[A, B]) String() string { return fmt.Sprint("<", p.a, "|", p.b, ">") }
