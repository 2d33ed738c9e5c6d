// Struct tags and fields through reflect; type names and kinds.
package main

import (
	"fmt"
	"reflect"
)

type Inner struct{ Z float32 }
type Rec struct {
	Name  string `json:"name,omitempty" db:"n"`
	Age   int    `json:"-"`
	priv  bool
	Inner `embed:"yes"`
	Ptr   *Rec           "plain tag"
	M     map[string]int `empty:""`
}

func (r Rec) Hello(s string) string { return "hi " + s + r.Name }
func (r *Rec) Set(n int)            { r.Age = n }

func main() {
	t := reflect.TypeOf(Rec{})
	fmt.Println(t, t.Name(), t.Kind(), t.NumField())
	for i := range t.NumField() {
		f := t.Field(i)
		fmt.Println(f.Name, f.Type, f.Tag, f.Offset, f.Anonymous, f.IsExported(), f.Tag.Get("json"))
	}
	f, _ := t.FieldByName("M")
	v, ok := f.Tag.Lookup("empty")
	_, no := f.Tag.Lookup("nope")
	fmt.Printf("%q %t %t\n", v, ok, no)
	r := &Rec{Name: "bob", Inner: Inner{1.5}}
	rv := reflect.ValueOf(r).Elem()
	rv.Field(1).SetInt(33)
	rv.FieldByName("Name").SetString("al")
	fmt.Println(r.Age, r.Name, rv.FieldByName("Z").Float(), rv.Field(2).CanSet())
	for _, x := range []any{1, "s", 1.5, []int{}, map[string]bool{}, [2]int8{}, func(int) string { return "" }, make(chan<- int), &r, struct{ X int }{}, 'a', byte(1), 1i} {
		t := reflect.TypeOf(x)
		fmt.Print(t, "/", t.Kind(), "/", t.Size(), " ")
	}
	fmt.Println()
	fmt.Println(reflect.DeepEqual([]int{1, 2}, []int{1, 2}), reflect.DeepEqual(map[string][]int{"a": {1}}, map[string][]int{"a": {2}}))
}
