// Parameters of functions and methods of interfaces, found by reflection only.
package main

import (
	"fmt"
	"reflect"
)

type shape interface {
	Scale(by float64, with map[int]bool) shape
}

type holder struct{ s shape }

func show(t reflect.Type) {
	for i := 0; i < t.NumIn(); i++ {
		v := reflect.New(t.In(i)).Elem()
		fmt.Printf("%s %v %d\n", t.In(i), v, t.In(i).Size())
	}
	for i := 0; i < t.NumOut(); i++ {
		fmt.Println(t.Out(i), t.Out(i).Kind())
	}
}

func main() {
	show(reflect.TypeOf(func(complex128, ...struct{ F float32 }) {}))
	f := reflect.TypeOf(holder{}).Field(0).Type
	fmt.Println(f, f.NumMethod())
	show(f.Method(0).Type)
}
