// Types that reflection makes are those that the program names.
package main

import (
	"fmt"
	"reflect"
)

type temp float64

func which(x any) string {
	switch x.(type) {
	case *temp:
		return "*temp"
	case []temp:
		return "[]temp"
	case **temp:
		return "**temp"
	case interface{ Get() temp }:
		return "getter"
	}
	return "other"
}

type getter struct{ t temp }

func (g *getter) Get() temp { return g.t }

func main() {
	t := reflect.TypeOf(temp(1))
	fmt.Println(which(reflect.New(t).Interface()), which(reflect.New(reflect.PointerTo(t)).Interface()))
	fmt.Println(which(reflect.MakeSlice(reflect.SliceOf(t), 1, 1).Interface()))
	fmt.Println(which(reflect.MakeSlice(reflect.SliceOf(reflect.PointerTo(t)), 1, 1).Index(0).Interface()))
	fmt.Println(which(&getter{3}), which(getter{}), which(nil))
}
