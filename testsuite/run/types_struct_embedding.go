// Structs: embedding by value and by pointer, promotion at several depths, shadowing, blank fields, tags, anonymous types, copies.
package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

type Base struct {
	ID   int `db:"id" json:"-"`
	Name string
}

func (b Base) Describe() string { return fmt.Sprint("base ", b.ID, b.Name) }
func (b *Base) SetID(i int)     { b.ID = i }

type Mid struct {
	*Base
	Name string
	int
	_ bool
}

func (m Mid) Twice() string { return m.Describe() + "/" + m.Name }

type Alias = Mid
type Top struct {
	Alias
	Other
	extra [2]Base
	fn    func(*Top) string
}
type Other struct {
	ID2 int
	Deep
}
type Deep struct{ X, Y int }

func (d *Deep) Move(dx int) *Deep { d.X += dx; return d }
func (d Deep) Sum() int           { return d.X + d.Y }

type Amb struct {
	A1
	A2
}
type A1 struct{ v, w int }
type A2 struct{ v, z int }

type Rec struct {
	left, right *Rec
	kids        []Rec
	byName      map[string]Rec
	self        func(Rec) Rec
}

func (r Rec) size() int {
	n := 1
	for _, k := range r.kids {
		n += k.size()
	}
	for _, k := range r.byName {
		n += k.size()
	}
	if r.left != nil {
		n += r.left.size()
	}
	return n
}

type Gen[T any] struct {
	Deep
	val T
	*Inner[T]
}
type Inner[T any] struct{ in T }

func (i *Inner[T]) Get() T { return i.in }

func main() {
	t := Top{Alias: Alias{Base: &Base{1, "b"}, Name: "m", int: 5}, Other: Other{2, Deep{3, 4}}}
	t.fn = func(t *Top) string { return t.Name + t.Base.Name }
	fmt.Println(t.ID, t.Name, t.Base.Name, t.Mid().Name, t.int, t.X, t.Deep.Y, t.Sum(), t.Twice(), t.fn(&t))
	u := t
	u.SetID(9)
	u.Name = "changed"
	u.Move(10).Move(5)
	u.extra[1].SetID(7)
	u.extra[1].Name = "e"
	fmt.Println(t.ID, t.Name, t.X, t.extra, "|", u.ID, u.Name, u.X, u.extra, t.Base == u.Base)
	u.Base = &Base{Name: "fresh"}
	u.SetID(100)
	fmt.Println(t.ID, u.ID, t.Describe(), u.Describe())
	var a Amb
	a.A1.v, a.A2.v, a.w, a.z = 1, 2, 3, 4
	fmt.Printf("%v %+v\n", a, a)
	anon := struct {
		Base
		p struct{ x, y int }
	}{Base{1, "anon"}, struct{ x, y int }{2, 3}}
	anon.p.x++
	q := &anon.p
	q.y *= 10
	fmt.Println(anon, anon.Describe())
	r := Rec{kids: []Rec{{}, {kids: []Rec{{}}}}, byName: map[string]Rec{"a": {left: &Rec{}}}}
	r.self = func(x Rec) Rec { x.kids = nil; return x }
	fmt.Println(r.size(), r.self(r).size(), r.size())
	g := Gen[string]{Deep{1, 2}, "v", &Inner[string]{"in"}}
	g.Move(4)
	fmt.Println(g.Get(), g.in, g.Sum(), g.val)
	func() {
		defer func() { fmt.Println("nil embedded:", recover() != nil) }()
		var m Mid
		fmt.Println(m.Name == "", m.int)
		fmt.Println(m.ID)
	}()
	ty := reflect.TypeOf(t)
	for i := range ty.NumField() {
		f := ty.Field(i)
		fmt.Print(f.Name, " ", f.Anonymous, " ", f.Index, "; ")
	}
	f, _ := reflect.TypeOf(Base{}).FieldByName("ID")
	fmt.Println(f.Tag.Get("db"), f.Tag, ty.NumMethod())
	fmt.Println(unsafe.Offsetof(t.Other), unsafe.Sizeof(Mid{}), unsafe.Sizeof(struct {
		a bool
		b int64
		c bool
		d [0]int32
	}{}), unsafe.Alignof(t))
	type T struct{ a, b int }
	fmt.Println(T{1, 2} == T(struct{ a, b int }{1, 2}), T{b: 1}, &T{}, []*T{{1, 2}}[0].b, map[T]*T{{1, 2}: {3, 4}}[T{1, 2}].a, [...]T{{}, {5, 6}}[1])
}

func (t Top) Mid() Mid { return t.Alias }
