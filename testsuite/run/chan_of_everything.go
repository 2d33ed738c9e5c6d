// Element types of channels of every size: zero-size, bytes, floats, big structs, funcs, interfaces, arrays of strings.
package main

import "fmt"

type big struct {
	a [37]int16
	s string
	p *int
}
type rec struct {
	next chan rec
	v    int
}

func trip[T any](vals ...T) (out []T, n int) {
	buf, un := make(chan T, 2), make(chan T)
	go func() {
		defer close(un)
		for v := range buf {
			un <- v
		}
	}()
	go func() {
		for _, v := range vals {
			buf <- v
		}
		close(buf)
	}()
	for v := range un {
		out = append(out, v)
	}
	z, ok := <-un
	if !ok {
		n = len(fmt.Sprint(z))
	}
	return
}

func sel[T any](a, b T) (out []T) {
	c := make(chan T, 1)
	for i := range 4 {
		select {
		case c <- a:
		case v := <-c:
			out = append(out, v)
			a, b = b, a
		}
		_ = i
	}
	select {
	case v, ok := <-c:
		if ok {
			out = append(out, v)
		}
	default:
		out = append(out, b)
	}
	return
}

func main() {
	x := 9
	fmt.Println(trip(struct{}{}, struct{}{}))
	fmt.Println(trip[byte](1, 255, 0))
	fmt.Println(trip(true, false))
	fmt.Println(trip(1.5, -0.0, 1e300))
	fmt.Println(trip("a", "", "ccc"))
	fmt.Println(trip(1i, 2))
	fmt.Println(trip[any](1, "x", nil, big{s: "in"}.s))
	fmt.Println(trip([3]string{"a"}, [3]string{2: "c"}))
	fmt.Println(trip([]int{1}, nil, []int{2, 3}))
	fmt.Println(trip(map[string]int{"k": 1}))
	fmt.Println(trip[error](nil, fmt.Errorf("e")))
	bs, _ := trip(big{a: [37]int16{36: 5}, s: "big", p: &x}, big{})
	*bs[0].p++
	fmt.Println(bs[0].a[36], bs[0].s, x, bs[1].p == nil)
	fs, _ := trip(func() int { return x }, func() int { x++; return x })
	fmt.Println(fs[0](), fs[1]())
	cs, _ := trip(make(chan int, 1), nil)
	cs[0] <- 4
	fmt.Println(<-cs[0], cs[1] == nil)
	r := rec{make(chan rec, 1), 1}
	r.next <- rec{r.next, 2}
	s := <-r.next
	s.next <- r
	t := <-r.next
	fmt.Println(s.v, t.v, t.next == s.next)
	fmt.Println(sel(1, 2), sel("p", "q"), sel([2]int{1}, [2]int{2}), sel(struct{}{}, struct{}{}), len(sel(big{}, big{})), sel[any](nil, 3))
}
