// fmt: every verb on every kind, flags, widths, precisions, arguments by index, errors in formats.
package main

import (
	"errors"
	"fmt"
	"os"
)

type P struct {
	X, Y int
	name string
}
type St struct{ n int }
type Er struct{}
type Gs int
type Fm struct{}
type Nested struct {
	P
	Ptr *P
	M   map[string]int
	S   []byte
	I   any
	F   func()
	E   error
	St  St
}

func (s St) String() string   { return fmt.Sprintf("St(%d)", s.n) }
func (*Er) Error() string     { return "er" }
func (g Gs) GoString() string { return "Gs!" }
func (Fm) Format(f fmt.State, verb rune) {
	w, wok := f.Width()
	p, pok := f.Precision()
	fmt.Fprint(f, "[", string(verb), w, wok, p, pok, f.Flag('-'), f.Flag('+'), f.Flag('#'), f.Flag('0'), f.Flag(' '), "]")
}

type bad struct{}

func (bad) String() string { panic("bad string") }

type nilStr struct{ s string }

func (n *nilStr) String() string { return n.s }

func main() {
	ints := []any{42, -42, int8(-7), uint64(1<<63 + 5), 'x', uintptr(255)}
	for _, f := range []string{"%d", "%5d|", "%-5d|", "%05d", "%+d", "% d", "%x", "%#X", "%o", "%#o", "%O", "%b", "%c", "%q", "%U", "%#U", "%8.4d|", "%+.3d", "%e", "%s", "%v", "%#v", "%T", "%t"} {
		for _, i := range ints {
			fmt.Printf(f+" ", i)
		}
		fmt.Println()
	}
	for _, f := range []string{"%g", "%f", "%.2f", "%8.3f|", "%-9.1e|", "%+g", "%08.2f", "% .3g", "%G", "%x", "%b", "%.0f", "%#g", "%v", "%6.f|", "%#v"} {
		for _, x := range []any{3.14159, -0.5, 1e21, float32(2.5), 100000.0, 1e-7, 2 + 3i} {
			fmt.Printf(f+" ", x)
		}
		fmt.Println()
	}
	for _, f := range []string{"%s", "%q", "%x", "% x", "%#x", "%# X", "%10s|", "%-10s|", "%.3s", "%+q", "%#q", "%8.2q|", "%v", "%d", "%c", "%U"} {
		for _, s := range []any{"héy\n", []byte("ab\x00"), "", "`raw`", errors.New("e"), St{1}} {
			fmt.Printf(f+" ", s)
		}
		fmt.Println()
	}
	p := P{1, -2, "n"}
	n := Nested{p, nil, map[string]int{"b": 2, "a": 1}, []byte("xy"), St{3}, nil, nil, St{4}}
	for _, f := range []string{"%v", "%+v", "%#v", "%d", "%s", "%T", "%q"} {
		fmt.Printf(f+"\n", p)
		fmt.Printf(f+"\n", n)
		fmt.Printf(f+" "+f+"\n", []any{1, "a", nil, 2.5, true}, map[P]bool{p: true})
		fmt.Printf(f+" "+f+" "+f+"\n", [3]bool{true}, []string{"x", "y z"}, &[]int{1})
		fmt.Printf(f+" "+f+" "+f+" "+f+"\n", struct{}{}, []P{p}, &struct{ a *int }{}, map[string][]int{"k": {1, 2}})
	}
	fmt.Printf("%v %#v %v %d %#v\n", Gs(1), Gs(1), &p, &p, &St{5})
	fmt.Printf("%v %+8.3x %-#0z % s\n", Fm{}, Fm{}, Fm{}, []Fm{{}})
	fmt.Printf("%[2]d %[1]d %d %[3]*.[2]*[1]f|%[5]d %[x]d %[1]d\n", 1, 2, 8)
	fmt.Printf("%*d|%-*d|%.*f|%0*d\n", 5, 1, 5, 2, 2, 3.14159, 6, 42)
	fmt.Printf("%d %s\n", 1)
	fmt.Printf("%d\n", 1, "extra", 2.5)
	fmt.Printf("%!d %z %", 1, 2)
	fmt.Println()
	fmt.Printf("%t %t %v %5t|%-7t|%q\n", true, 1, false, true, false, true)
	fmt.Printf("%v %s %v %v\n", bad{}, (*nilStr)(nil), error(nil), []error{nil, &Er{}})
	fmt.Printf("%p %v %t\n", nil, (*int)(nil), (func())(nil) == nil)
	fmt.Printf("%v %v %v %s %d\n", [2][]byte{{1}, nil}, []byte(nil), []any{[]byte("q")}, []any{[]byte("q"), "r"}, []byte{1, 2})
	fmt.Printf("%6.2f|%v|%5v|%-5v|%05v|%x|%X\n", []float64{1, 2.345}, []int8{1}, []int{1, 2}, []string{"a"}, []int{3}, []string{"ab", "c"}, [2]byte{10, 11})
	fmt.Print("a", "b", 1, 2, "c", 3.5, nil, nil, 'x', St{1}, "\n")
	fmt.Println("a", "b", 1, 2, nil, []any{nil}, [0]int{}, map[string]int{}, struct{ a, b any }{})
	fmt.Fprintf(os.Stdout, "%w %v\n", errors.New("w"), fmt.Errorf("outer %w and %w: %d", errors.New("one"), &Er{}, 7))
	s := fmt.Sprintf("%s|%v|%d", []string{"a"}, [][]int{{1}, {2, 3}}, map[string]int{"z": 26, "a": 1})
	fmt.Println(s, len(s), fmt.Sprint(), fmt.Sprint("x", 1, 2, "y"), fmt.Sprintln("end", 3) == "end 3\n", string(fmt.Appendf(nil, "%03d", 7)), string(fmt.Append([]byte("p"), 1, 2)))
}
