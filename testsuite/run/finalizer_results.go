// A finalizer may have results; nobody sees them, and they are not written over anything.
package main

import (
	"reflect"
	"runtime"
	"time"
)

type pair struct {
	n    int
	next *pair
}

type big struct {
	a [300]int
	p *pair
}

var sum, broken int

func check(p *pair) {
	sum += p.n
	if p.next.n != p.n+1 {
		broken++
	}
}

func wide(p *pair) big                 { check(p); return big{p: p} }
func many(p *pair) (a, b, c, d int)    { check(p); return 1, 2, 3, 4 }
func few(p *pair) (string, int)        { check(p); return "x", 1 }
func iface(x any) [40]string           { check(x.(*pair)); return [40]string{3: "y"} }
func floats(p *pair) (a, b, c float64) { check(p); return 1, 2, 3 }

//go:noinline
func drop(i int) *pair {
	p := &pair{i, &pair{n: i + 1}}
	switch i % 6 {
	case 0:
		runtime.SetFinalizer(p, wide)
	case 1:
		runtime.SetFinalizer(p, many)
	case 2:
		runtime.SetFinalizer(p, few)
	case 3:
		runtime.SetFinalizer(p, iface)
	case 4:
		runtime.SetFinalizer(p, floats)
	case 5:
		t := reflect.FuncOf([]reflect.Type{reflect.TypeFor[*pair]()}, []reflect.Type{reflect.TypeFor[[9]int](), reflect.TypeFor[string]()}, false)
		runtime.SetFinalizer(p, reflect.MakeFunc(t, func(in []reflect.Value) []reflect.Value {
			check(in[0].Interface().(*pair))
			return []reflect.Value{reflect.ValueOf([9]int{1, 2, 3}), reflect.ValueOf("z")}
		}).Interface())
	}
	return &pair{n: i} // between them, not to be overwritten
}

func main() {
	const n = 600
	var kept []*pair
	for i := range n {
		kept = append(kept, drop(i))
	}
	for range 100 {
		runtime.GC()
		time.Sleep(time.Millisecond)
		if sum >= n*(n-1)/2-5*n {
			break
		}
	}
	for i, p := range kept {
		if p.n != i || p.next != nil {
			broken++
		}
	}
	println(sum >= n*(n-1)/2-5*n, broken)
}
