// Embedding: promotion, depth, shadowing, interfaces in structs, pointers.
package main

import "fmt"

type Base struct{ ID int }

func (b Base) Name() string     { return fmt.Sprint("base", b.ID) }
func (b *Base) SetID(n int)     { b.ID = n }
func (b Base) Describe() string { return "I am " + b.Name() }

type Mid struct {
	Base
	Tag string
}

func (m Mid) Name() string { return "mid-" + m.Base.Name() }

type Other struct{ Tag, Extra string }
type Top struct {
	*Mid
	Other
	fmt.Stringer
}
type str string

func (s str) String() string { return string(s) + "!" }

type Namer interface{ Name() string }
type IDSetter interface {
	Namer
	SetID(int)
}
type Logger struct {
	Namer
	lines []string
}

func (l *Logger) Name() string { n := l.Namer.Name(); l.lines = append(l.lines, n); return n }

type Gen[T any] struct{ Val T }

func (g *Gen[T]) Put(v T) { g.Val = v }

type UseGen struct {
	Gen[string]
	*Gen2
}
type Gen2 = Gen[int]

func main() {
	m := Mid{Base{1}, "t"}
	fmt.Println(m.Name(), m.Describe(), m.ID)
	m.SetID(5)
	var s IDSetter = &m
	s.SetID(6)
	fmt.Println(m, s.Name())
	t := Top{&m, Other{"o", "e"}, str("S")}
	t.SetID(9)
	fmt.Println(t.Name(), t.ID, t.Extra, t.Mid.Tag, t.Other.Tag, t.String(), m.ID)
	l := &Logger{Namer: t}
	var n Namer = l
	n.Name()
	n = &Logger{Namer: n}
	fmt.Println(n.Name(), l.lines)
	_, ok := n.(IDSetter)
	_, ok2 := any(t).(IDSetter)
	_, ok3 := any(m).(IDSetter)
	fmt.Println(ok, ok2, ok3)
	u := UseGen{}
	u.Gen.Put("x")
	fmt.Println(u.Gen.Val, u.Gen2 == nil)
	c := m
	c.ID = 1000
	fmt.Println(m.ID, c.ID, m == c, m.Base == Base{9})
	f := t.Describe
	t.Mid = &Mid{Base: Base{77}}
	fmt.Println(f(), t.Describe())
	anon := struct {
		Base
		extra int
	}{Base{3}, 4}
	fmt.Println(anon.Name(), Namer(anon).Name())
	defer func() { fmt.Println(recover()) }()
	var nt Top
	fmt.Println(nt.Name())
}
