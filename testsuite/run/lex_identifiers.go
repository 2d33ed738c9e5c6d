// Identifiers: Unicode letters and digits, the blank identifier, exported ones, predeclared names redeclared.
package main

import "fmt"

type größe int
type Ελληνικά struct{ αβγ, Δέλτα, _x9, 世界 int }
type _ struct{}
type _ int

var ñ, ÑÑ, x٣, _1, __, ªº = 1, 2, 3, 4, 5, 6

const π = 3
const _ = "unused" + "const"
const (
	_ = iota
	一
	二
	_
	四
)

func (größe) 大きさ() string                        { return "size" }
func (e Ελληνικά) сумма() int                    { return e.αβγ + e.Δέλτα + e._x9 + e.世界 }
func (_ größe) _()                               {}
func (größe) _()                                 {}
func _()                                         { panic("never") }
func _()                                         { panic("never either") }
func blanks(_ int, _, _ string) (_ int, _ error) { return 7, nil }
func ƒ[Τ any](τ Τ) Τ                             { return τ }

var _ = effect("first")
var _, _ = effect("second"), effect("third")
var _ int = effect("fourth")

func effect(s string) int {
	fmt.Println("effect", s)
	return len(s)
}

func predeclared() (out []any) {
	true, false := false, true
	nil := "nil"
	len := func(s string) int { return 100 }
	string := func(n int) int { return n * 2 }
	int := 3
	append := func(a, b any) any { return fmt.Sprint(a, b) }
	out = []any{true, false, nil, len("x"), string(4), int, append(1, 2)}
	{
		type error struct{ any bool }
		var any error
		any.any = true
		panic := fmt.Sprint
		iota := "iota"
		new, make, cap := 1, 2, 3
		out = append(out, panic(any)).([]interface{})[:0:0]
		out = []interface{}{any, iota, new + make + cap}
	}
	return
}

type byte = rune

func exported() string {
	type T struct {
		Upper, lower int
		_            int
		_            [3]uint8
	}
	return fmt.Sprintf("%+v", T{Upper: 1, lower: 2})
}

func main() {
	fmt.Println(größe(3).大きさ(), Ελληνικά{1, 2, 3, 4}.сумма(), ñ, ÑÑ, x٣, _1, __, ªº, π, 一, 二, 四)
	fmt.Println(blanks(1, "a", "b"))
	fmt.Println(ƒ("τ"), ƒ[größe](5).大きさ())
	func() {
		defer func() { fmt.Println("recovered:", recover() != nil) }()
		fmt.Println(predeclared()...)
	}()
	fmt.Println(exported())
	var b byte = 70000
	_, c := b, b+1
	for _, _ = range []int{1} {
		_ = c
	}
	for _ = range 2 {
	}
	var m = map[string]int{}
	_, ok := m["x"]
	_ = ok
	switch _ = b; {
	default:
		fmt.Println("blank", ok, c)
	}
}
