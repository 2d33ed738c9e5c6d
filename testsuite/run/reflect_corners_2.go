// Fields without a name of their own, blank fields in literals, unsafe.Pointer's package, methods of a pointer type that only
// reflection makes.
package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

type inner int

var embedded struct {
	int
	string
	inner
	error
}

type blanks struct{ a, _, c int }

var atStart = blanks{1, 2, 3}
var pair = [2]struct {
	_ string
	n int
}{{"x", 1}, {"y", 2}}

func noted(s string, n int) int {
	fmt.Println("evaluated", s)
	return n
}

//go:noinline
func fill(p *blanks, n int) { *p = blanks{n, noted("b", n+1), n + 2} }

//go:noinline
func fresh(n int) *blanks { return &blanks{n, n + 1, n + 2} }

func middle(x any) int64 { return reflect.ValueOf(x).Field(1).Int() }

type S int

func (s S) Value() string    { return fmt.Sprint("value ", int(s)) }
func (s *S) Pointer() string { *s++; return fmt.Sprint("pointer ", int(*s)) }

func main() {
	v := reflect.ValueOf(&embedded).Elem()
	for i := range v.NumField() {
		f := v.Type().Field(i)
		fmt.Println(f.Name, f.PkgPath, f.Anonymous, f.IsExported(), v.Field(i).CanSet())
	}
	fmt.Println(v.Type())

	var p blanks
	fill(&p, 10)
	fmt.Println(middle(atStart), middle(p), middle(*fresh(20)), middle(blanks{a: 1}), middle(blanks{7, 8, 9}), p.c, fresh(20).c)
	fmt.Println(reflect.ValueOf(pair[1]).Field(0).Len(), pair[1].n)

	t := reflect.TypeOf(unsafe.Pointer(nil))
	fmt.Println(t, t.Name(), t.PkgPath(), t.Kind())

	m, ok := reflect.PointerTo(reflect.TypeOf(S(0))).MethodByName("Value")
	fmt.Println(ok, m.Type)
	x := reflect.New(reflect.TypeOf(S(0)))
	x.Elem().SetInt(41)
	fmt.Println(m.Func.Call([]reflect.Value{x})[0], x.MethodByName("Pointer").Call(nil)[0], x.Elem().Int())
}
