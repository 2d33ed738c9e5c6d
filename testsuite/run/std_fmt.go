// Every verb on every kind, flags, widths, argument indexes, and the error forms.
package main

import (
	"errors"
	"fmt"
	"math"
	"os"
)

type point struct{ X, Y int }

type shape struct {
	point
	Name  string
	tags  []string
	inner *point
	any   any
}

type celsius float64

func (c celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

type ptrString struct{ n int }

func (p *ptrString) String() string { return fmt.Sprint("ptr", p.n) }

type goSyntax int

func (g goSyntax) GoString() string { return "goSyntax!" }

type custom struct{}

func (custom) Format(f fmt.State, verb rune) {
	w, wok := f.Width()
	p, pok := f.Precision()
	fmt.Fprintf(f, "<%c %d %t %d %t %t %t>", verb, w, wok, p, pok, f.Flag('+'), f.Flag('#'))
}

type broken struct{}

func (broken) Error() string { panic("no text") }

func main() {
	vals := []any{nil, true, 42, -42, int8(-5), uint8(200), uintptr(255), 3.14159, float32(0.1), 1e21, complex(1, -2.5), "héllo", "", []byte("bytes"), 'x',
		[]int{1, 2}, []string{"a", "b c"}, [3]bool{true}, map[string]int{"b": 2, "a": 1}, point{1, 2}, &point{3, 4}, []any{1, "x", nil},
		celsius(21.55), &ptrString{7}, ptrString{8}, goSyntax(3), custom{}, errors.New("err"), (*point)(nil), []int(nil), map[int]bool(nil), struct{}{},
		math.Inf(-1), math.NaN(), [2][]int{{1}, nil}, shape{point{1, 2}, "n", []string{"t"}, nil, 2.5}}
	for _, v := range vals {
		fmt.Printf("%v|%+v|%#v|%T\n", v, v, v, v)
		fmt.Printf("%d|%s|%q|%x|%X|%t\n", v, v, v, v, v, v)
		fmt.Printf("%8v|%-8v|%08v|%.2v|%+.3e|%6.2f\n", v, v, v, v, v, v)
	}
	for _, f := range []string{"%b", "%o", "%#o", "%O", "%x", "%#x", "%#X", "%c", "%q", "%U", "%#U", "%+d", "% d", "%05d", "%-5d|", "%5d", "%.3d", "%8.3d", "%-8.3d|", "%+08d"} {
		fmt.Printf(f+" "+f+"\n", 65, -9731)
	}
	for _, f := range []string{"%e", "%E", "%f", "%F", "%g", "%G", "%x", "%.0f", "%.3g", "%#g", "%#.3x", "%+f", "% f", "%010.2f", "%-10.2f|", "%b"} {
		fmt.Printf(f+" "+f+"\n", 1234.5678, -0.00001234)
	}
	for _, f := range []string{"%s", "%10s|", "%-10s|", "%.2s", "%q", "%+q", "%#q", "%x", "% x", "%#x", "% #X", "%010s"} {
		fmt.Printf(f+"\n", "aé☺\n")
	}
	fmt.Printf("%[2]d %[1]d %d %[3]*.[2]*[1]f|%[5]d\n", 1, 2, 8)
	fmt.Printf("%d %s\n", "str", 5)
	fmt.Printf("%d\n", 1, 2, "extra")
	fmt.Printf("%d %d %!\n", 1)
	fmt.Printf("%*d|%-*d|%.*f\n", 6, 42, 6, 42, 2, math.Pi)
	fmt.Printf("%z %-+ 05z\n", 3, "x")
	fmt.Println(broken{}, fmt.Sprint("a", 1, 2, "b", "c", 3.0, nil), fmt.Sprintln("end", 1))
	err := fmt.Errorf("outer %d: %w", 1, os.ErrNotExist)
	fmt.Println(err, errors.Is(err, os.ErrNotExist), errors.Unwrap(err) == os.ErrNotExist)
	two := fmt.Errorf("%w and %w", os.ErrExist, errors.New("other"))
	fmt.Println(two, errors.Is(two, os.ErrExist))
	fmt.Printf("%v %s\n", map[point]string{{2, 1}: "b", {1, 9}: "a"}, map[celsius]bool{30: true, -5: false})
	fmt.Printf("%6.2f%%|%t|%v|%p\n", 99.5, false, struct {
		A int
		b string
	}{1, "x"}, nil)
	var a, b int
	var s string
	n, e := fmt.Sscanf("12-abc:0x1f", "%d-%3s:%v", &a, &s, &b)
	fmt.Println(n, e, a, s, b)
	n, e = fmt.Sscan("7 word 8", &a, &s, &b)
	fmt.Println(n, e, a, s, b)
}
