// Labels, goto, break and continue out of nested for/switch/select.
package main

import "fmt"

func gcd(a, b int) int {
loop:
	if b == 0 {
		return a
	}
	a, b = b, a%b
	goto loop
}

func primes(n int) (ps []int) {
next:
	for i := 2; i < n; i++ {
		for _, p := range ps {
			if p*p > i {
				break
			}
			if i%p == 0 {
				continue next
			}
		}
		ps = append(ps, i)
	}
	return
}

func machine(in string) (out string) {
	i := 0
start:
	if i >= len(in) {
		goto end
	}
	switch c := in[i]; {
	case c == '"':
		i++
		goto str
	case c == '#':
		goto end
	default:
		out += string(c)
	}
	i++
	goto start
str:
	for ; i < len(in); i++ {
		if in[i] == '"' {
			i++
			goto start
		}
		out += "_"
	}
end:
	return out + "."
}

func sel(c chan int) (sum int) {
L:
	for {
		select {
		case v, ok := <-c:
			switch {
			case !ok:
				break L
			case v%2 == 0:
				continue L
			case v == 5:
				break
			default:
				sum += v
			}
		}
		sum += 100
	}
	return
}

func main() {
	fmt.Println(gcd(84, 36), primes(40), machine(`ab"cd"e#f`), machine(`x"yz`))
	c := make(chan int, 8)
	for i := range 8 {
		c <- i
	}
	close(c)
	fmt.Println(sel(c))
blk:
	switch {
	default:
		for i := 0; ; i++ {
			if i == 3 {
				fmt.Println("leaving", i)
				break blk
			}
		}
	}
	var fs []func()
	i := 0
again:
	j := i * i
	fs = append(fs, func() { fmt.Print(j, " ") })
	if i++; i < 4 {
		goto again
	}
	for _, f := range fs {
		f()
	}
	fmt.Println()
	if i := 3; i > 2 {
		goto out
	}
	fmt.Println("skipped")
out:
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		if i == 1 {
			continue
		}
		fmt.Print(i, ",", j, " ")
	}
	fmt.Println()
}
