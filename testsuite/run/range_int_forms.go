// Range over integers of every type, with and without variables, constants, and the bound evaluated once.
package main

import "fmt"

type myInt int8
type bound interface {
	~int | ~int8 | ~uint8 | ~uint16 | ~int64
}

func sum[T bound](n T) (s, k T) {
	for i := range int64(n) {
		s += T(i)
		k++
	}
	return
}

var calls int

func limit(n int) int { calls++; return n }

func only[T ~int8](n T) (s []T) {
	for i := range n {
		s = append(s, i)
	}
	return
}

func closures() (fs []func() int) {
	for i := range 4 {
		fs = append(fs, func() int { i += 10; return i })
	}
	return
}

func modified() (out []int) {
	n := 5
	for i := range n {
		n = 100
		i *= 2
		out = append(out, i)
	}
	return append(out, n)
}

func assigned() (i int8, j uint64, arr [4]int) {
	for i = range 100 {
		if i == 99 {
			break
		}
	}
	for j = range 7 {
	}
	k := 0
	for arr[k%4] = range 10 {
		k++
	}
	return
}

func pointers() (s int) {
	var ps []*int
	for i := range 5 {
		ps = append(ps, &i)
	}
	for _, p := range ps {
		s = s*10 + *p
	}
	return
}

func labelled() (n int) {
outer:
	for i := range 10 {
		for j := range i {
			if j == 3 {
				continue outer
			}
			if i == 7 {
				break outer
			}
			n += i*10 + j
		}
	}
	return
}

func main() {
	fmt.Println(sum(10))
	fmt.Println(sum(int8(127)))
	fmt.Println(sum(uint8(255)))
	fmt.Println(sum(myInt(-3)))
	fmt.Println(sum(uint16(1000)))
	fmt.Println(sum(int64(-1)))
	fmt.Println(only(myInt(3)), only(int8(4)), only[int8](-128))
	for range limit(3) {
		calls += 10
	}
	fmt.Println(calls)
	for i := range limit(2) {
		fmt.Print(i, limit(i), " ")
	}
	fmt.Println(calls)
	fs := closures()
	fmt.Println(fs[0](), fs[0](), fs[3](), fs[1]())
	fmt.Println(modified())
	fmt.Println(assigned())
	fmt.Println(pointers(), labelled())
	const c = 3
	for i := range c {
		fmt.Printf("%T%d ", i, i)
	}
	for i := range myInt(2) {
		fmt.Printf("%T%d ", i, i)
	}
	for i := range 'c' - 'a' {
		fmt.Printf("%T%d ", i, i)
	}
	var u8 uint8
	for u8 = range 200 {
	}
	fmt.Println(u8)
	for i := range len([5]int{}) {
		defer func() { fmt.Print(i, ";") }()
	}
	for range 0 {
		panic("0")
	}
	var big uint64
	for big = range uint64(1<<63 + 5) {
		if big == 2 {
			break
		}
	}
	fmt.Println(big)
}
