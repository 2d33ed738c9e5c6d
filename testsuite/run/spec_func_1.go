// Functions: many parameters and results, recursion, variadics, blank names.
package main

import (
	"fmt"
	"strings"
)

type big struct{ a, b, c, d, e int }

//go:noinline
func many(a int8, b float32, c string, d []int, e any, f big, g bool, h complex64, i func() int, j uint16, k float64, l [3]byte) (int, float64, string, big, error) {
	f.e = int(a) + i() + int(j)
	return len(d), float64(b) + k + float64(real(h)), c + fmt.Sprint(e, g, l), f, nil
}

//go:noinline
func ints(a, b, c, d, e, f, g, h, i, j, k, l int) (x, y, z, w, v, u, t, s, r, q, p, o int) {
	return l, k, j, i, h, g, f, e, d, c, b, a
}

//go:noinline
func floats(a, b, c, d, e, f, g, h, i, j float64, k ...float32) (s float64) {
	for _, v := range k {
		s += float64(v)
	}
	return s + a - b + c - d + e - f + g - h + i - j
}

func blank(_ int, _ string, x int) (_ int, y int) { return 5, x }

func ack(m, n int) int {
	if m == 0 {
		return n + 1
	} else if n == 0 {
		return ack(m-1, 1)
	}
	return ack(m-1, ack(m, n-1))
}

func deep(n int) int {
	var pad [64]int
	pad[n%64] = n
	if n == 0 {
		return 0
	}
	return deep(n-1) + pad[n%64] - n + 1
}

func hanoi(n int, a, b, c string, move func(a, b string)) {
	if n > 0 {
		hanoi(n-1, a, c, b, move)
		move(a, c)
		hanoi(n-1, b, a, c, move)
	}
}

func perms(s []int, k int, emit func([]int)) {
	if k == len(s) {
		emit(s)
	}
	for i := k; i < len(s); i++ {
		s[k], s[i] = s[i], s[k]
		perms(s, k+1, emit)
		s[k], s[i] = s[i], s[k]
	}
}

func join(sep string, parts ...string) string {
	if len(parts) > 0 {
		parts[0] = strings.ToUpper(parts[0])
	}
	return strings.Join(parts, sep)
}

func main() {
	fmt.Println(many(-1, 1.5, "s", []int{1, 2}, 'x', big{1, 2, 3, 4, 5}, true, 2+1i, func() int { return 10 }, 65535, 0.25, [3]byte{1, 2, 3}))
	fmt.Println(ints(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
	fmt.Println(floats(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), floats(10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0.5, 0.25))
	fmt.Println(blank(1, "", 7))
	fmt.Println(ack(2, 5), deep(20000))
	n := 0
	hanoi(6, "a", "b", "c", func(a, b string) { n++ })
	fmt.Println(n)
	var ps []string
	perms([]int{1, 2, 3}, 0, func(p []int) { ps = append(ps, fmt.Sprint(p)) })
	fmt.Println(ps)
	args := []string{"a", "b"}
	fmt.Println(join("-", args...), args, join("+"), join("", "q"))
	f, g := ack, func(a, b int) int { return a * b }
	for _, f := range []func(int, int) int{f, g, func(a, _ int) int { return a }} {
		fmt.Print(f(1, 3), " ")
	}
	fmt.Println()
}
