// string(bytes) that is only compared or looked up needs no copy, unless the bytes change before.
package main

import (
	"fmt"
	"testing"
)

var m = map[string]int{"abc": 1, "xbc": 2}

//go:noinline
func poke(b []byte) string { b[0] = 'x'; return "abc" }

//go:noinline
func direct(b []byte) (bool, int, bool) {
	v, ok := m[string(b)]
	return string(b) == "abc" && ok, v, string(b) < "b"
}

//go:noinline
func changed(b []byte) (bool, bool, int) {
	s := string(b)
	b[0] = 'y'
	eq := s == "abc"
	b[0] = 'a'
	u := string(b)
	other := poke(b) == u
	b[0] = 'a'
	t := string(b)
	poke(b)
	return eq, other, m[t]
}

//go:noinline
func inLoop(b []byte) (n int) {
	s := string(b)
	for i := range 3 {
		if s == "abc" {
			n++
		}
		b[0] += byte(i)
	}
	return
}

//go:noinline
func kept(b []byte) (string, bool) {
	s := string(b)
	return s, s == "abc"
}

//go:noinline
func both(b []byte, c bool) string {
	s := string(b)
	if c {
		s = "abc"
	}
	b[1] = 'z'
	if s == "abc" {
		return "abc"
	}
	return "other"
}

//go:noinline
func which(b []byte) int {
	switch string(b) {
	case "a":
		return 1
	case "abc":
		return 2
	case "xbc":
		return 3
	}
	return 0
}

func main() {
	b := func() []byte { return []byte("abc") }
	fmt.Println(direct(b()))
	fmt.Println(changed(b()))
	fmt.Println(inLoop(b()))
	x := b()
	s, ok := kept(x)
	x[0] = 'q'
	fmt.Println(s, ok, both(b(), false), both(b(), true), which(b()), which([]byte("xbc")), which(nil))
	y := b()
	n := testing.AllocsPerRun(100, func() { direct(y); which(y) })
	fmt.Println(n < 5) // none with optimization
}
