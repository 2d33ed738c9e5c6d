// Strings, bytes, runes, slices: conversions, append, copy, clear, comparison, iteration.
package main

import (
	"fmt"
	"unsafe"
)

type name string
type bytes []byte

func grow(n int) (s []int) {
	for i := range n {
		s = append(s, i)
	}
	return
}

func main() {
	s := "héllo\xff\u4e16\U0001F600"
	for i, r := range s {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println(len(s), []rune(s), []byte(s))
	fmt.Println(string([]rune{104, 0x4e16, -1, 0x110000}), string(bytes{65, 66}), name("x")+"y"+name(rune(0x263a)))
	a, b := "abc", "abd"
	fmt.Println(a < b, a <= a, a > b, a >= b, a == "ab"+"c", a != b, "" < a, a[1:] == b[1:], a[:2] == b[:2])
	c := a + b + a + b + "z"
	c += c
	fmt.Println(c, len(c), c[3:6], c[len(c)-1:], c[:0] == "")
	x := []int{1, 2, 3, 4, 5}
	y := x[1:3]
	fmt.Println(len(y), cap(y), y[:4], x[1:2:3], cap(x[1:2:3]))
	y = append(y, 100)
	z := append(x[:1:1], 7, 8, 9)
	fmt.Println(x, y, z)
	copy(x[1:], x)
	fmt.Println(x, copy(x, []int{9}), x)
	n := copy([]byte("abc"), "xy")
	fmt.Println(n, append([]byte("a"), "bc"...), append([]int(nil), x...), append([]string{}, "q"))
	clear(x[1:3])
	m := map[string]int{"a": 1}
	clear(m)
	fmt.Println(x, len(m), grow(20)[19], len(grow(0)))
	arr := [5]int{1, 2, 3, 4, 5}
	p := (*[3]int)(arr[1:])
	p[0] = 50
	q := [2]int(arr[:])
	q[0] = 99
	fmt.Println(arr, *p, q, len(p))
	var nils []int
	fmt.Println(nils == nil, len(nils), nils[:0] == nil, append(nils, nils...) == nil, make([]int, 0) == nil)
	two := make([][]string, 2, 4)
	two[1] = append(two[1], "in")
	two = append(two, nil, []string{"x"})
	fmt.Println(two, len(two), cap(two))
	words := map[string][]string{}
	for _, w := range []string{"apple", "avocado", "bean"} {
		words[w[:1]] = append(words[w[:1]], w)
	}
	fmt.Println(words)
	u := unsafe.String(unsafe.StringData(s), 1)
	v := unsafe.Slice(&arr[0], 2)
	w := (*int)(unsafe.Add(unsafe.Pointer(&arr), 16))
	fmt.Println(u, v, *w, unsafe.Sizeof(arr), unsafe.Offsetof(struct {
		a byte
		b int64
	}{}.b))
	switch b := []byte(s); string(b[:1]) {
	case "h":
		fmt.Println("switch on bytes")
	}
	counts := map[rune]int{}
	for _, r := range "mississippi" {
		counts[r]++
	}
	fmt.Println(counts['s'], counts['i'], counts['z'], len(counts))
	type key struct {
		a string
		b int
	}
	km := map[key]*int{}
	k := key{"k", 1}
	km[k] = new(int)
	*km[key{"k", 1}] += 5
	fmt.Println(*km[k], km[key{}] == nil)
	delete(km, k)
	if _, ok := km[k]; !ok {
		fmt.Println("deleted")
	}
	fmt.Printf("%q %v %x\n", fmt.Sprint(new(5) != nil), *new("new"), bytes("hex"))
}
