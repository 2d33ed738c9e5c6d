package main

import "reflect"

type Rec struct{}

func (r Rec) Hello() string { return "hi" }
func (r *Rec) Set(n int)    {}

func main() {
	println(reflect.TypeOf(Rec{}).NumMethod(), reflect.TypeOf(&Rec{}).NumMethod()) // want 1 2
}
