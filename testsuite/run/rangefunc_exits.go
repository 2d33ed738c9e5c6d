// Every way out of nested ranges over functions: break, continue, goto and return, with labels, through closures and switches.
package main

import "fmt"

type seq func(yield func(int) bool)
type seq2 func(yield func(int, string) bool)

func to(n int) seq {
	return func(yield func(int) bool) {
		for i := 0; i < n && yield(i); i++ {
		}
	}
}

func pairs(n int) seq2 {
	return func(yield func(int, string) bool) {
		for i := range to(n) {
			if !yield(i, fmt.Sprint("s", i)) {
				return
			}
		}
	}
}

func find(n, want int) (i, j int, ok bool) {
	for i := range to(n) {
		for j, s := range pairs(n) {
			if i*j == want {
				return i, j, s != ""
			}
		}
	}
	return -1, -1, false
}

func named(n int) (sum int, err error) {
	for i := range to(n) {
		for range to(2) {
			sum += i
			if sum > 20 {
				err = fmt.Errorf("too much at %d", i)
				return
			}
		}
	}
	return sum * 100, nil
}

func labels() (out []int) {
A:
	for i := range to(5) {
	B:
		for j := range 5 {
		C:
			for k := range to(5) {
				switch {
				case k == 3:
					continue B
				case j == 2:
					continue A
				case i == 3:
					break A
				case i+j+k == 3:
					break B
				case (i+j)%2 == 1:
					break C
				case k == 1:
					continue C
				}
				out = append(out, i*100+j*10+k)
			}
			out = append(out, -j)
		}
	}
	return
}

func gotos() (out []int) {
	for i := range to(3) {
		tries := 0
	again:
		for j := range to(4) {
			out = append(out, i*10+j)
			if j == i && tries < 2 {
				tries++
				goto again
			}
			if j == 2 {
				goto next
			}
		}
		out = append(out, 100)
	next:
		out = append(out, tries)
	}
	for i := range to(9) {
		if i == 2 {
			goto end
		}
	}
	out = append(out, 777)
end:
	return
}

func selectSwitch() (out []any) {
	c := make(chan int, 8)
	for i := range to(8) {
		select {
		case c <- i:
			if i == 5 {
				break
			}
			out = append(out, i)
		}
		switch x := any(i).(type) {
		case int:
			if x == 3 {
				break
			}
			continue
		}
		out = append(out, "after")
		if i == 3 {
			for v := range c {
				if v > 1 {
					break
				}
				out = append(out, -v)
			}
		}
	}
	return
}

func returnsFunc() func() int {
	for i := range to(10) {
		for j := range to(10) {
			if i*j == 42 {
				return func() int { i++; return i*100 + j }
			}
		}
	}
	return nil
}

func main() {
	fmt.Println(find(5, 6))
	fmt.Println(find(5, 7))
	fmt.Println(named(3))
	fmt.Println(named(9))
	fmt.Println(labels())
	fmt.Println(gotos())
	fmt.Println(selectSwitch()...)
	f := returnsFunc()
	fmt.Println(f(), f())
	n := 0
	for range to(4) {
		n++
	}
	var x int
	var s string
	for x, s = range pairs(4) {
		if x == 2 {
			break
		}
	}
	var arr [3]int
	for arr[n%3] = range to(6) {
		n++
	}
	fmt.Println(n, x, s, arr)
	for range seq(func(y func(int) bool) {}) {
		fmt.Println("never")
	}
}
