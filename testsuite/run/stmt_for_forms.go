// for statements: every clause optional, per-iteration variables captured and changed by the post statement, nested control, large counts.
package main

import "fmt"

func captured() (out []int) {
	var fs []func() int
	for i, j := 0, 10; i < j; i, j = i+2, j-1 {
		fs = append(fs, func() int { i += 100; return i + j })
		if i == 2 {
			i++
		}
	}
	for _, f := range fs {
		out = append(out, f(), f())
	}
	return
}

func pointers() (out []int) {
	var ps []*int
	for i := 0; i < 6; i++ {
		p := &i
		ps = append(ps, p)
		if i%2 == 0 {
			*p++
		}
	}
	for _, p := range ps {
		out = append(out, *p)
	}
	return
}

func changedByClosure() (n int) {
	for i := 0; i < 10; {
		func() { i += 3 }()
		n += i
		inc := func() { i++ }
		inc()
	}
	return
}

func conditionCaptures() (s string) {
	var last func() int
	for i := 0; func() bool { last = func() int { return i }; return i < 3 }(); i++ {
		s += fmt.Sprint(last(), ",")
		defer func() { s += "x" }()
	}
	return s + fmt.Sprint(last())
}

func continues() (n int) {
	for i := 0; i < 20; i++ {
		switch {
		case i%3 == 0:
			continue
		case i == 17:
			break
		default:
			for j := range i {
				if j == 5 {
					break
				}
				if (i+j)%2 == 0 {
					continue
				}
				n += j
			}
		}
		n += i
	}
	return
}

func noClauses() int {
	n := 0
	for {
		if n++; n > 5 {
			for n < 100 {
				n *= 2
			}
			break
		}
	}
	for n%7 != 0 {
		n--
	}
	for ; ; n++ {
		if n%10 == 0 {
			return n
		}
	}
}

func sum(n uint64) (s uint64) {
	for i := uint64(0); i < n; i++ {
		s += i*i ^ i>>1
	}
	for i := n; i > 0; i /= 3 {
		s ^= i
	}
	return
}

func down() (s []int8) {
	for i := int8(3); i >= 0; i-- {
		s = append(s, i)
	}
	for i := int8(125); i > 0; i++ {
		s = append(s, i)
	}
	for i := uint8(2); i < 250; i-- {
		s = append(s, int8(i))
	}
	return
}

func floats() (n int, s float64) {
	for x := 0.0; x != 1.0 && n < 20; x += 0.1 {
		s += x
		n++
	}
	return
}

func multi() (s string) {
	for i, c := 0, 'a'; i < 4; i, c = i+1, c+2 {
		s += fmt.Sprint(i, string(c))
	}
	for a, b := "x", ""; len(b) < 5; a, b = b+a, a {
		s += a + "."
	}
	for it := (struct{ n, m int }{1, 1}); it.n < 50; it.n, it.m = it.m, it.n+it.m {
		s += fmt.Sprint(it.n, " ")
	}
	return
}

func main() {
	fmt.Println(captured(), pointers(), changedByClosure(), conditionCaptures())
	fmt.Println(continues(), noClauses(), sum(100000), down())
	fmt.Println(floats())
	fmt.Println(multi())
}
