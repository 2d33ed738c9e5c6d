// Operators on floats and strings; comparison chains; compound assignment.
package main

import (
	"fmt"
	"math"
)

//go:noinline
func rel(a, b float64) string { return fmt.Sprint(a == b, a != b, a < b, a <= b, a > b, a >= b) }

//go:noinline
func srel(a, b string) string { return fmt.Sprint(a == b, a != b, a < b, a <= b, a > b, a >= b) }

type Vec struct{ X, Y float64 }

func (v Vec) Add(w Vec) Vec { v.X += w.X; v.Y += w.Y; return v }

var calls int

func at(i int) int { calls++; return i }

func main() {
	inf, nan := math.Inf(1), math.NaN()
	for _, p := range [][2]float64{{1, 2}, {2, 1}, {1, 1}, {nan, 1}, {nan, nan}, {inf, inf}, {-inf, inf}, {0, math.Copysign(0, -1)}} {
		fmt.Println(p, rel(p[0], p[1]))
	}
	for _, p := range [][2]string{{"", ""}, {"a", "b"}, {"abc", "abd"}, {"abc", "ab"}, {"\xff", "\x00"}, {"é", "z"}} {
		fmt.Printf("%q %s\n", p, srel(p[0], p[1]))
	}
	x := 0.1
	x += 0.2
	fmt.Println(x, x == 0.3, x-0.3, float32(x) == 0.3)
	x *= 10
	x /= 4
	x -= 1
	fmt.Println(x, -x, +x, inf-inf, inf*0, 1/inf, -1/inf)
	fmt.Println(Vec{1, 2}.Add(Vec{0.5, 0.25}))
	a := []int{1, 2, 3}
	a[at(1)] += 10
	a[at(2)]++
	a[at(0)] <<= 3
	fmt.Println(a, calls)
	m := map[string]float64{}
	m["a"]++
	m["a"] += 1.5
	m["b"] -= 2
	fmt.Println(m)
	ms := map[int]string{}
	for i := range 6 {
		ms[i%2] += fmt.Sprint(i)
	}
	fmt.Println(ms)
	s := "x"
	for range 3 {
		s += s + "-"
	}
	fmt.Println(s, len(s))
	var f32 float32 = 1 << 24
	f32++
	fmt.Println(f32 == 1<<24, f32/3, float64(f32)/3, math.MaxFloat32, math.Sqrt(2), math.Floor(-1.5), math.Trunc(-1.5))
	fmt.Println(5.0/2, 5/2, -5/2, 5%-3, 1e30*10 > 1e30, math.MaxInt64)
}
