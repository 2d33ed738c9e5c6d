// Large frames and deep recursion: arrays on the frame, big results by value, defers at each level, panics through thousands of frames.
package main

import "fmt"

type page [512]int

//go:noinline
func sumPage(p page, n int) (q page) {
	for i := range p {
		q[i] = p[i]*n + i
	}
	return
}

func nest(n int, p page) (r page) {
	if n == 0 {
		return p
	}
	p[n%512] += n
	local := sumPage(p, 1)
	r = nest(n-1, local)
	r[0] += local[n%512] - p[n%512]
	return
}

func depth(n int) int {
	var a [64]int
	a[n%64] = n
	if n == 0 {
		return 0
	}
	return depth(n-1) + a[n%64] - n + 1
}

func defers(n int, out *[]int) (r int) {
	defer func() {
		r++
		if n%1000 == 0 {
			*out = append(*out, n+r)
		}
	}()
	if n == 0 {
		return 0
	}
	return defers(n-1, out)
}

func panics(n int) (err error) {
	if n%500 == 0 {
		defer func() {
			if r := recover(); r != nil {
				if n == 3000 {
					err = fmt.Errorf("at %d: %v", n, r)
					return
				}
				panic(fmt.Sprint(r, ">", n))
			}
		}()
	}
	if n == 1 {
		var p *page
		p[3]++
	}
	return panics(n - 1)
}

type tree struct {
	l, r *tree
	v    [8]int
}

func build(d int) *tree {
	if d == 0 {
		return nil
	}
	t := &tree{build(d - 1), build(d - 1), [8]int{d}}
	t.v[7] = d * d
	return t
}

func (t *tree) fold(f func(a, b [8]int) [8]int) [8]int {
	if t == nil {
		return [8]int{1: 1}
	}
	return f(t.v, f(t.l.fold(f), t.r.fold(f)))
}

func closureRec() int {
	var f func(int, [100]int) [100]int
	f = func(n int, a [100]int) [100]int {
		if n == 0 {
			return a
		}
		a[n%100] += n
		b := f(n-1, a)
		a[0] += b[n%100]
		return a
	}
	r := f(1000, [100]int{})
	return r[0]
}

func goroutines() (s int) {
	c := make(chan page)
	for i := range 20 {
		go func() {
			var p page
			p[i] = i
			c <- nest(20+i, p)
		}()
	}
	for range 20 {
		p := <-c
		for i, v := range p {
			s += i * v
		}
	}
	return
}

func main() {
	p := nest(150, page{})
	h := 0
	for _, v := range p {
		h = h*31 + v
	}
	var out []int
	fmt.Println(h, depth(100000), defers(5000, &out))
	fmt.Println(out)
	fmt.Println(panics(3000))
	fmt.Println(build(10).fold(func(a, b [8]int) [8]int {
		for i := range a {
			a[i] += b[7-i]
		}
		return a
	}), closureRec(), goroutines())
	var big [200000]int
	for i := range big {
		big[i] = i ^ 5
	}
	q := big
	q[77]++
	fmt.Println(big == q, big[77], q[77], len(q))
}
