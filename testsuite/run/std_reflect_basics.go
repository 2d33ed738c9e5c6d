// reflect: kinds, fields, methods, setting, making, calling, deep equality, conversions and their panics.
package main

import (
	"fmt"
	"reflect"
	"sort"
)

type In struct{ A, b int }
type S struct {
	In
	Name string `json:"name" x:"y"`
	P    *S
	M    map[string][]int
	F    func(int, ...string) (string, error)
	c    chan int
	I    fmt.Stringer
}
type N int
type G[T any] struct{ v T }

func (n N) String() string { return fmt.Sprint("N", int(n)) }
func (n *N) Add(x int, ys ...int) int {
	for _, y := range ys {
		x += y
	}
	*n += N(x)
	return int(*n)
}
func (s S) Hello(p string) string { return p + s.Name }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panic:", r)
		}
	}()
	f()
}

func walk(v reflect.Value, depth int) string {
	switch v.Kind() {
	case reflect.Struct:
		s := "{"
		for i := range v.NumField() {
			s += v.Type().Field(i).Name + ":" + walk(v.Field(i), depth+1) + " "
		}
		return s + "}"
	case reflect.Map:
		ks := []string{}
		for _, k := range v.MapKeys() {
			ks = append(ks, k.String()+"="+walk(v.MapIndex(k), depth+1))
		}
		sort.Strings(ks)
		return fmt.Sprint(ks)
	case reflect.Slice, reflect.Array:
		s := "["
		for i := range v.Len() {
			s += walk(v.Index(i), depth+1) + ","
		}
		return s + "]"
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return "nil"
		}
		return "&" + walk(v.Elem(), depth+1)
	case reflect.Int:
		return fmt.Sprint(v.Int())
	case reflect.String:
		return v.String()
	}
	return v.Kind().String()
}

func main() {
	s := S{In: In{1, 2}, Name: "s", P: &S{Name: "p"}, M: map[string][]int{"b": {1}, "a": nil}, I: N(4)}
	fmt.Println(walk(reflect.ValueOf(s), 0))
	t := reflect.TypeOf(s)
	for i := range t.NumField() {
		f := t.Field(i)
		fmt.Print(f.Name, " ", f.Type, " ", f.Type.Kind(), " ", f.Anonymous, f.IsExported(), f.Tag.Get("x"), "; ")
	}
	fmt.Println(t.NumMethod(), t.Name(), t.String(), t.PkgPath(), t.Comparable())
	for _, x := range []any{1, int8(1), "s", 1.5, 2i, []int{}, [2]string{}, map[int]bool{}, make(chan<- int), func() {}, &s, N(1), G[int]{}, G[map[string]N]{}, struct{ a int }{}, new(any), error(nil)} {
		if ty := reflect.TypeOf(x); ty != nil {
			fmt.Print(ty, " ", ty.Kind(), "; ")
		} else {
			fmt.Println("nil type")
		}
	}
	v := reflect.ValueOf(&s).Elem()
	v.FieldByName("Name").SetString("set")
	v.FieldByName("A").SetInt(42)
	v.FieldByName("M").SetMapIndex(reflect.ValueOf("c"), reflect.ValueOf([]int{7}))
	v.FieldByName("P").Set(reflect.Zero(reflect.TypeOf(&s)))
	fmt.Println(s.Name, s.A, s.M, s.P == nil, v.Field(0).Field(1).CanSet(), v.Field(1).CanSet(), v.FieldByName("none").IsValid())
	n := N(1)
	nv := reflect.ValueOf(&n)
	fmt.Println(n.Add(1, 2, 3), nv.Type().NumMethod(), nv.Elem().Type().NumMethod(), nv.Type().Method(0).Name, s.Hello("hi "))
	fn := func(i int, s string) (string, int) { return s + "!", i * 2 }
	fmt.Println(fn(21, "made"))
	sl := reflect.MakeSlice(reflect.TypeOf([]string{}), 1, 3)
	sl.Index(0).SetString("x")
	sl = reflect.Append(sl, reflect.ValueOf("y"))
	mp := reflect.MakeMap(reflect.TypeOf(map[string]int{}))
	mp.SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf(1))
	ch := reflect.MakeChan(reflect.TypeOf(make(chan int)), 1)
	ch.Send(reflect.ValueOf(5))
	got, ok := ch.Recv()
	fmt.Println(sl.Interface(), sl.Len(), mp.Interface(), got, ok, reflect.New(reflect.TypeOf(0)).Elem().Int(), reflect.Indirect(reflect.ValueOf(&n)).Int())
	fmt.Println(reflect.ValueOf(65).Convert(reflect.TypeOf("")).String(), reflect.ValueOf(3.9).Convert(reflect.TypeOf(N(0))).Interface(), reflect.TypeOf(n).ConvertibleTo(reflect.TypeOf("")), reflect.TypeOf(n).Implements(reflect.TypeFor[fmt.Stringer]()), reflect.TypeOf(1).AssignableTo(reflect.TypeOf(n)))
	a, b := &S{M: map[string][]int{"a": {1}}}, &S{M: map[string][]int{"a": {1}}}
	a.P, b.P = a, b
	fmt.Println(reflect.DeepEqual(a, b), reflect.DeepEqual([]int{}, []int(nil)), reflect.DeepEqual(map[int]any{1: []int{1}}, map[int]any{1: []int{1}}), reflect.DeepEqual(1, int8(1)), reflect.DeepEqual(fn, fn))
	try("set", func() { reflect.ValueOf(s).Field(1).SetString("x") })
	try("kind", func() { reflect.ValueOf("s").Int() })
	try("unexported", func() { v.Field(0).Field(1).SetInt(1) })
	try("nil", func() { reflect.ValueOf(nil).Type() })
	try("assign", func() { v.FieldByName("Name").Set(reflect.ValueOf(1)) })
	fmt.Println(reflect.PointerTo(t), reflect.SliceOf(t), reflect.TypeOf(fn).In(1), reflect.TypeOf(s.F).IsVariadic(), reflect.TypeOf(s.F).NumOut())
}
