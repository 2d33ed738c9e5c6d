// Built-in functions: append, copy, clear, min, max, delete, len, cap, make, new.
package main

import "fmt"

type S []int

func app[T ~[]E, E any](s T, e ...E) T { return append(s, e...) }

func main() {
	var s S
	s = append(s, 1, 2)
	s = append(s, s...)
	fmt.Println(s, len(s))
	b := append([]byte("ab"), "cdé"...)
	fmt.Println(string(b))
	fmt.Println(copy(b, "XY"), copy(b[1:], b))
	fmt.Println(string(b))
	fmt.Println(copy(s, []int{9}), copy(s[1:], s), copy(s[:0], s))
	fmt.Println(s)
	fmt.Println(append([]int(nil)) == nil, append([]int{}, nil...) == nil, app(S{1}, 2, 3))
	arr := [5]int{1, 2, 3, 4, 5}
	t := arr[:2]
	u := append(t, 30)
	v := append(t, 40)
	fmt.Println(arr, u, v)
	clear(arr[1:3])
	m := map[float64]int{1: 1, 2: 2}
	clear(m)
	fmt.Println(arr, m, len(m))
	x, y := 3, 2.5
	fmt.Println(min(x, 7, -1), max(y, 2), min("b", "a", "c"), max(x))
	nan := y - y
	nan /= nan
	fmt.Println(min(nan, 1), max(1, nan), min(-0.0, 0.0))
	p := new(int)
	*p += 5
	q := new(struct{ a, b string })
	fmt.Println(*p, *q, q.a == "", new([3]int)[1])
	mk := make([]string, 2, 10)
	fmt.Printf("%q %d %d\n", mk, len(mk), cap(mk))
	mm := make(map[string][]int, 100)
	mm["a"] = append(mm["a"], 1, 2)
	delete(mm, "zzz")
	delete(map[int]int(nil), 1)
	fmt.Println(mm, len(mm))
	c := make(chan int, 4)
	c <- 1
	fmt.Println(len(c), cap(c), len((chan int)(nil)), cap([]int(nil)), len(map[int]int(nil)))
	e := new(40 + 2)
	fmt.Println(*e)
	z := complex(x1(), 2)
	fmt.Println(real(z), imag(z), z)
	clear(s)
	fmt.Println(s)
	grow := []int{}
	for i := range 1000 {
		grow = append(grow, i)
	}
	fmt.Println(len(grow), grow[999], cap(grow) >= 1000)
}

func x1() float64 { return 1.5 }
