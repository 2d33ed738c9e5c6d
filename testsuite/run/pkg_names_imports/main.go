// Qualified identifiers: package names that differ from paths, renamed, dot and blank imports, several files, unexported fields and methods.
package main

import (
	"fmt"
	str "strings"

	. "example.com/names/dot"
	geometry "example.com/names/shape/v2"
	util_ "example.com/names/util"
)

type hidden struct{ geometry.Embedded }

func (hidden) secret() string { return "main's secret" }

type secretive interface{ secret() string }

type local struct {
	geometry.Point
	X string
}

func check(x any) string {
	_, a := x.(secretive)
	return fmt.Sprint(a, geometry.HasSecret(x))
}

func main() {
	p := geometry.New(1, 2)
	fmt.Println(p, p.Norm(), geometry.Origin, util_.Version, fileTwo(), str.ToUpper("x"))
	l := local{p, "x"}
	l.Point.X++
	l.Scale(10)
	fmt.Println(l.X, l.Point.X, l.Norm())
	fmt.Println(check(hidden{}), check(geometry.Embedded{}), check(l))
	fmt.Println(Dotted, Add(2, 3), D{4}.Double(), Gen[string]{"v"}.Get(), MapKeys(map[string]int{"a": 1}))
	fmt.Printf("%T %T %T %T %v\n", p, D{}, Gen[D]{}, hidden{}, geometry.Anonymous() == struct{ A int }{5})
	type pair struct{ a int }
	fmt.Println(geometry.Unexported() == any(pair{1}), geometry.Unexported() == any(struct{ a int }{1}), geometry.Exported() == any(struct{ A int }{1}))
	str := str.Repeat("ab", 2)
	fmt.Println(str, len(str))
	geometry := geometry.Point{}
	fmt.Println(geometry.X)
	f := Add
	g := (*D).Inc
	var d D
	g(&d)
	fmt.Println(f(1, 1), d.N, Counter())
	fmt.Println(Counter())
	var i Iface = impl(3)
	fmt.Println(i.Do(), Call(i), geometryKind(p))
}

type impl int

func (i impl) Do() string { return fmt.Sprint("impl", int(i)) }
