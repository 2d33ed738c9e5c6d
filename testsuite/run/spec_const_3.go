// Constant expressions in places: switch cases, array sizes, keys, shifts.
package main

import (
	"fmt"
	"unsafe"
)

type Op int

const (
	Add Op = iota
	Sub
	Mul
	Div
	numOps = iota
)

var names = [numOps]string{Add: "add", Sub: "sub", Mul: "mul", Div: "div"}

func (o Op) String() string {
	if o < 0 || int(o) >= len(names) {
		return fmt.Sprintf("Op(%d)", int(o))
	}
	return names[o]
}

func (o Op) Apply(a, b int) int {
	switch o {
	case Add:
		return a + b
	case Sub:
		return a - b
	case Mul, Mul + 10:
		return a * b
	case numOps - 1:
		return a / b
	}
	return -1
}

const ptrBits = 32 << (^uintptr(0) >> 63)

type bits [ptrBits / 8]byte

const (
	k1 = unsafe.Sizeof(bits{})
	k2 = uintptr(unsafe.Alignof(int32(0)))
)

var vowels = [128]bool{'a': true, 'e': true, 'i': true, 'o': true, 'u': true}

func count(s string) (n int) {
	for i := 0; i < len(s); i++ {
		if vowels[s[i]] {
			n++
		}
	}
	return
}

func class(r rune) string {
	switch {
	case 'a' <= r && r <= 'z':
		return "lower"
	case 'A' <= r && r <= 'Z':
		return "upper"
	case '0' <= r && r <= '9':
		return "digit"
	}
	return "other"
}

func main() {
	for o := Add; o <= numOps; o++ {
		fmt.Print(o, "=", o.Apply(12, 4), " ")
	}
	fmt.Println(Op(-1), Op(12).Apply(2, 3))
	fmt.Println(k1, k2, ptrBits, len(bits{}))
	fmt.Println(count("constant expression"), len(vowels))
	for _, r := range "aZ5é" {
		fmt.Print(class(r), " ")
	}
	fmt.Println()
	const huge = 1 << 70
	var sh = huge >> 68
	var fl float64 = huge
	fmt.Println(sh, fl, fmt.Sprintf("%g", float32(huge)))
	sl := []string{2: "c", 0: "a", "b"}
	fmt.Printf("%q\n", sl)
	m := map[Op]int{Add: 1, Sub: 2}
	fmt.Println(m, m[Mul])
	fmt.Printf("%d %v %x %s\n", Mul, Mul, int(Mul), Mul)
}
