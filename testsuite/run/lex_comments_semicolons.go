// Comments as white space and as newlines, automatic semicolons, empty statements and lists broken over lines.
package main; import "fmt"; import (
	"strings" /* a comment that
	spans lines acts like a newline */
	"os"
)

type /* between tokens */ Pair struct { A, B int; C string /* tag follows */ `k:"v"`; D struct{}; }

func two() (int, /* second */ string,
) { return 1, "two" }

func afterComment() int {
	x := 5 /* newline in here
	ends the statement */ y := 7
	return x /* no newline here */ + y
}

func chain() string {
	return strings.NewReplacer(
		"a", "1",
		"b", "2", // trailing comma
	).
		Replace("abc")
}

func operators() int {
	a, b := 3, 4
	c := a +
		b*
			2 -
		// a comment in the middle of an expression
		1
	d := []int{
		1, 2,
		3}[
		2]
	return c*10 + d
}

func empty() {
	;;;
	for i := 0; i < 2; i++ { ; }
	{ }
	{ ; }
	if true { } else { }
	switch { }
	for range 3 { }
	func() { }()
}

func returns(n int) (r int) {
	if n == 0 { return }
	if n == 1 { r = 10; return
	}
	for { r++; if r > n { break }; continue }
	return /* not the end of it */ r
}

func incdec() int {
	i := 0
	i++
	i++; i--
	p := &i
	*p++
	(*p)++
	return i }

const ( a = iota; b; c
	d; e )

var ( v1, v2 = 1, 2; v3 int; )

func main() {
	fmt.Println(two()); fmt.Println(afterComment(), chain())
	fmt.Println(operators()); empty()
	fmt.Println(returns(0), returns(1), returns(2), returns(5), incdec())
	fmt.Println(a, b, c, d, e, v1, v2, v3)
	fmt.Println(Pair{1, 2, "x", struct{}{}}, "/* not a comment */", `// nor
this`, '/', "//")
	x := 10 //comment at once
	y := x /*a*//*b*// /*c*/ 3
	fmt.Println(y, x/ /* */ 2 /***/ /* ** */)
	fmt.Fprintln(os.Stdout, /*
	*/ "end" /**/)
	if v := x; v > 5 /* here */ { fmt.Println("big") } else /* and here */ { fmt.Println("small") }
	L: for { switch { case x > 3: break L; default: } }
	goto end
end: /* a label before the brace */ }
