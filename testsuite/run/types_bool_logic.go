// Boolean types: short circuit, comparison results of named types, conversions, bools in all containers.
package main

import "fmt"

type Flag bool
type Flags [4]Flag

var trace []byte

func t(c byte) bool { trace = append(trace, c); return true }
func f(c byte) bool { trace = append(trace, c-32); return false }

func flush() string { s := string(trace); trace = trace[:0]; return s }

func (f Flag) Not() Flag { return !f }
func (f Flag) String() string {
	if f {
		return "yes"
	}
	return "no"
}

func less(a, b int) Flag { return a < b }

func xor(a, b bool) bool     { return a != b }
func implies(a, b bool) bool { return !a || b }
func maj(a, b, c bool) bool  { return a && b || b && c || a && c }

func table() (h uint32) {
	for i := range 8 {
		a, b, c := i&1 != 0, i&2 != 0, i&4 != 0
		for _, r := range []bool{xor(a, b), implies(b, c), maj(a, b, c), a == b == c, !(a && !b) != c, (a || b) && (b || c) && !(a && b && c)} {
			h <<= 1
			if r {
				h |= 1
			}
			h ^= h >> 13
		}
	}
	return
}

func count(bs ...bool) (n int) {
	for _, b := range bs {
		if b {
			n++
		}
	}
	return
}

func named(p *int) bool { return p != nil && *p > 0 }

func viaDefer() (ok bool) {
	defer func() { ok = !ok && recover() != nil }()
	var m map[string]bool
	if m["x"] || !m["y"] && len(m) == 0 {
		m["z"] = true
	}
	return true
}

func main() {
	_ = t('a') && f('b') && t('c') || t('d') && !f('e')
	fmt.Println(flush())
	_ = (f('a') || t('b')) && (t('c') || f('d')) && f('e') || f('g')
	fmt.Println(flush())
	if !(t('a') && !t('b')) || f('c') {
		fmt.Println("in", flush())
	}
	for i := 0; i < 3 && (t('x') || f('y')); i++ {
	}
	fmt.Println(flush())
	var fl Flag = 1 < 2
	fs := Flags{fl, fl.Not(), less(2, 1), less(1, 2)}
	fmt.Println(fl, fs, fs == Flags{true, false, false, true}, bool(fl) && fs[3] == true)
	fmt.Printf("%v %t %T %v\n", fs, fs, fl && less(1, 3), !fl)
	fmt.Printf("%#x\n", table())
	m := map[bool]int{}
	for i := range 10 {
		m[i%3 == 0]++
	}
	fmt.Println(m, count(), count(true, false, 1 == 1, "a" < "b", 'a' > 'b'))
	n := 1
	fmt.Println(named(nil), named(&n), viaDefer())
	const c = 1<<3 > 7 && "x" != "y"
	var arr [2]struct {
		a, b bool
		c    int8
		d    bool
	}
	arr[1].b, arr[0].d = c, !c
	p := &arr[1].d
	*p = arr[1].b != arr[0].d
	fmt.Println(arr, arr[0] == arr[1], any(true) == any(Flag(true)), any(c) == any(true))
	ch := make(chan bool, 2)
	ch <- true
	close(ch)
	v, ok := <-ch
	w, ok2 := <-ch
	fmt.Println(v, ok, w, ok2)
}
