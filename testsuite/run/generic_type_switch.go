// Type switches and assertions on type parameters: duplicate cases after instantiation, order of cases, interfaces, nil.
package main

import (
	"fmt"
	"io"
	"strings"
)

type Int int
type Pair[A, B any] struct {
	a A
	b B
}

func which[T, U any](x any) string {
	switch v := x.(type) {
	case T:
		return fmt.Sprintf("T=%v", v)
	case U:
		return fmt.Sprintf("U=%v", v)
	case []T:
		return fmt.Sprintf("[]T%d", len(v))
	case map[string]U:
		return fmt.Sprintf("map %d", len(v))
	case Pair[T, U]:
		return fmt.Sprintf("pair %v %v", v.a, v.b)
	case Pair[U, T], *T:
		return fmt.Sprintf("swapped or pointer %T", v)
	case func(T) U:
		return "func"
	case nil:
		return "nil"
	}
	return fmt.Sprintf("none of %T", x)
}

func assert[T any](x any) (s string) {
	defer func() {
		if r := recover(); r != nil {
			s = fmt.Sprint("panic: ", r)
		}
	}()
	if v, ok := x.(T); ok {
		return fmt.Sprintf("ok %v", v)
	}
	_ = x.(T)
	return "unreachable"
}

func zeroKind[T any]() string {
	var z T
	switch any(z).(type) {
	case int, int8, int16:
		return "int"
	case string:
		return "string"
	case fmt.Stringer:
		return "stringer"
	case nil:
		return "nil interface"
	case error:
		return "error"
	case interface{ Len() int }:
		return "len"
	}
	switch any(&z).(type) {
	case *[]T:
		return "impossible"
	case interface{ Len() int }:
		return "*len"
	case io.Writer:
		return "*writer"
	}
	return "other"
}

func (i Int) String() string { return "Int" + fmt.Sprint(int(i)) }

func specialize[T any](xs []T) string {
	switch xs := any(xs).(type) {
	case []int:
		s := 0
		for _, x := range xs {
			s += x
		}
		return fmt.Sprint("sum ", s)
	case []string:
		return strings.Join(xs, "+")
	case []fmt.Stringer:
		return fmt.Sprint("stringers ", len(xs))
	}
	if len(xs) > 0 {
		if s, ok := any(xs[0]).(fmt.Stringer); ok {
			return "first " + s.String()
		}
	}
	return fmt.Sprintf("%T", xs)
}

type Visitor[T any] interface{ Visit(T) string }
type V1 struct{}

func (V1) Visit(i int) string { return fmt.Sprint("int visitor ", i) }

type V2[T any] struct{ n *int }

func (v V2[T]) Visit(x T) string { *v.n++; return fmt.Sprintf("generic %T %v", x, x) }

func visit[T any](x T, vs ...any) (out []string) {
	for _, v := range vs {
		if v, ok := v.(Visitor[T]); ok {
			out = append(out, v.Visit(x))
		}
	}
	return
}

func main() {
	for _, x := range []any{1, "a", []int{1}, map[string]string{}, Pair[int, string]{1, "b"}, Pair[string, int]{}, new(int), func(int) string { return "" }, nil, 2.5, Int(3)} {
		fmt.Print(which[int, string](x), "; ", which[int, int](x), "; ", len(which[any, error](x)) > 0, "; ", which[fmt.Stringer, float64](x), "\n")
	}
	fmt.Println(assert[int](1), assert[int]("x"), assert[error](1), assert[fmt.Stringer](Int(2)), assert[any](nil), assert[Pair[int, any]](Pair[int, int]{}), assert[[]Int]([]int{}))
	fmt.Println(zeroKind[int](), zeroKind[Int](), zeroKind[error](), zeroKind[string](), zeroKind[strings.Reader](), zeroKind[*strings.Reader](), zeroKind[strings.Builder](), zeroKind[uint](), zeroKind[fmt.Stringer]())
	fmt.Println(specialize([]int{1, 2}), specialize([]string{"a", "b"}), specialize([]Int{4}), specialize([]fmt.Stringer{Int(1)}), specialize([]any{Int(7)}), specialize([]bool(nil)))
	n := 0
	fmt.Println(visit(1, V1{}, V2[int]{&n}, V2[string]{&n}, 5), visit("s", V1{}, V2[string]{&n}), visit[any](nil, V2[any]{&n}, V1{}), n)
}
