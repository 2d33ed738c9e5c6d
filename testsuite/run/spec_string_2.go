// String conversions and formatting verbs of %v, %+v, %#v, %T on composite values.
package main

import "fmt"

type P struct {
	X int
	s string
	p *int
	e error
}
type St int

func (s St) String() string { return "st" }

type G struct{}

func (G) GoString() string { return "G!" }

type M map[string]St
type Pan struct{}

func (Pan) String() string { panic("boom") }

func main() {
	p := P{1, "a", nil, nil}
	fmt.Printf("%v %+v\n", p, p)
	fmt.Printf("%v %+v %#v\n", &P{}, []P{{}}, St(3))
	fmt.Printf("%#v %#v %#v %#v\n", []int{1}, map[string]bool{"a": true}, "q\"", [2]bool{})
	fmt.Printf("%v %#v %d %s\n", M{"k": 1}, G{}, St(5), []St{1, 2})
	fmt.Printf("%v %v %s\n", nil, []any{nil, 1, "a", 'b'}, error(nil))
	fmt.Printf("%d %s %!z %q\n", "str", 5, []string{"a b"})
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%[2]d %[1]d %[3]*.[4]*f|\n", 1, 2, 8, 3, 3.14159)
	fmt.Printf("%08.3f|%+d|% d|%x|%X|%#o|%b|%e|%G\n", 3.14159, 5, 7, 255, "hi", 8, 5, 12345.678, 1e-10)
	fmt.Printf("%t %v %p %c %U %08b\n", true, false, nil, 'é', 'é', 5)
	fmt.Printf("%6.2f|%-8d|%8s|%-8s|%+q\n", 1.0, 42, "r", "l", "é")
	fmt.Printf("%v %v\n", Pan{}, struct{ a any }{[]byte("x")})
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0), fmt.Sprintln("x", 1))
	fmt.Printf("%T %T %T %T\n", p, &p, M{}, func(...int) {})
	fmt.Printf("%5t|%v|%x|% x|%s\n", true, []byte("ab"), []byte("ab"), "abc", []byte(nil))
	fmt.Printf("%3c|%-3c|%03d|%+.2e|%%\n", 'x', 'y', -5, 12345.0)
}
