// A program that ends by a failed type assertion deep in generic code and closures.
package main

import (
	"fmt"
	"strings"
)

type shape interface{ area() float64 }
type square float64
type circle struct{ r float64 }

func (s square) area() float64  { return float64(s * s) }
func (c *circle) area() float64 { return 3 * c.r * c.r }

func convert[To any](xs []any) (out []To) {
	for _, x := range xs {
		out = append(out, x.(To))
	}
	return
}

func safe[To any](xs []any) (out []To, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("converting: %w", r.(error))
		}
	}()
	return convert[To](xs), nil
}

func total(xs []shape) (s float64) {
	for _, x := range xs {
		s += x.area()
	}
	return
}

func main() {
	xs := []any{square(2), &circle{1}}
	fmt.Println(total(convert[shape](xs)))
	fmt.Println(safe[square](xs))
	fmt.Println(safe[fmt.Stringer](xs))
	fmt.Println(safe[*circle](append(xs[1:], circle{2})))
	fmt.Println(safe[shape](append(xs[1:], circle{2})))
	fmt.Println(safe[int]([]any{1, nil}))
	names := []string{}
	for _, x := range xs {
		names = append(names, strings.TrimPrefix(fmt.Sprintf("%T", x), "*"))
	}
	fmt.Println(names)
	func(f func([]any) []shape) {
		defer fmt.Println("unwinding")
		fmt.Println(len(f(append(xs, "not a shape"))))
	}(convert[shape])
}
