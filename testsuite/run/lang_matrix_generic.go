// Matrices over any number type: constraints with methods and without, exact fractions, complex numbers, powers.
package main

import "fmt"

type ring[T any] interface {
	Add(T) T
	Mul(T) T
	One() T
}

type frac struct{ n, d int64 }

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return max(a, -a)
}

func (a frac) norm() frac {
	if a.d == 0 {
		a.d = 1
	}
	g := gcd(a.n, a.d)
	if a.d < 0 {
		g = -g
	}
	return frac{a.n / g, a.d / g}
}
func (a frac) Add(b frac) frac { a, b = a.norm(), b.norm(); return frac{a.n*b.d + b.n*a.d, a.d * b.d}.norm() }
func (a frac) Mul(b frac) frac { a, b = a.norm(), b.norm(); return frac{a.n * b.n, a.d * b.d}.norm() }
func (frac) One() frac         { return frac{1, 1} }
func (a frac) String() string  { a = a.norm(); return fmt.Sprintf("%d/%d", a.n, a.d) }

type number interface {
	~int | ~int64 | ~float64 | ~complex128
}
type num[T number] struct{ v T }

func (a num[T]) Add(b num[T]) num[T] { return num[T]{a.v + b.v} }
func (a num[T]) Mul(b num[T]) num[T] { return num[T]{a.v * b.v} }
func (num[T]) One() num[T]           { return num[T]{1} }

type mod7 int

func (a mod7) Add(b mod7) mod7 { return (a + b) % 7 }
func (a mod7) Mul(b mod7) mod7 { return a * b % 7 }
func (mod7) One() mod7         { return 1 }

type matrix[T ring[T]] [2][2]T

func (a matrix[T]) Mul(b matrix[T]) (c matrix[T]) {
	for i := range a {
		for j := range b[0] {
			for k := range b {
				c[i][j] = c[i][j].Add(a[i][k].Mul(b[k][j]))
			}
		}
	}
	return
}

func power[T interface{ Mul(T) T }](x T, n uint, one T) T {
	for r := one; ; x = x.Mul(x) {
		if n&1 == 1 {
			r = r.Mul(x)
		}
		if n >>= 1; n == 0 {
			return r
		}
	}
}

func unit[T ring[T]]() (m matrix[T]) {
	for i := range m {
		m[i][i] = m[i][i].One()
	}
	return
}

func fib[T ring[T]](n uint) T {
	var zero T
	one := zero.One()
	return power(matrix[T]{{one, one}, {one, zero}}, n, unit[T]())[0][1]
}

func main() {
	fmt.Println(fib[num[int]](90), fib[num[float64]](40), fib[mod7](1000), fib[num[complex128]](10), fib[frac](20))
	m := matrix[frac]{{{1, 2}, {1, 3}}, {{-1, 4}, {2, -6}}}
	fmt.Println(power(m, 5, unit[frac]()), power(m, 0, unit[frac]()) == unit[frac]())
	rot := matrix[num[complex128]]{{{1i}, {0}}, {{0}, {-1i}}}
	fmt.Println(power(rot, 3, unit[num[complex128]]()))
	fmt.Printf("%T %v %T\n", m, power(frac{2, 4}, 10, frac{1, 1}), power[mod7])
}
