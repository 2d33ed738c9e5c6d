// What a finalizer may take: the pointer's type, one of the same elements if either has no name, an interface that it implements.
package main

import (
	"fmt"
	"runtime"
	"time"
)

type T struct {
	n    int
	rest [100]int
}

func (t *T) Name() string { return fmt.Sprint("T", t.n) }

type U struct{ n, m int }
type P *U

type namer interface{ Name() string }

var ran = make(chan string, 10)

//go:noinline
func arrange() {
	runtime.SetFinalizer(&T{n: 1}, func(t *T) { ran <- t.Name() })
	runtime.SetFinalizer(&U{n: 2}, func(p P) { ran <- fmt.Sprint("P", p.n) })
	runtime.SetFinalizer(P(&U{n: 3}), func(u *U) { ran <- fmt.Sprint("U", u.n) })
	runtime.SetFinalizer(&T{n: 4}, func(x any) { ran <- fmt.Sprint("any", x.(*T).n) })
	runtime.SetFinalizer(&T{n: 5}, func(x namer) { ran <- x.Name() })
}

func main() {
	arrange()
	got := map[string]bool{}
	for i := 0; i < 100 && len(got) < 5; i++ {
		runtime.GC()
		for len(ran) > 0 {
			got[<-ran] = true
		}
		time.Sleep(time.Millisecond)
	}
	fmt.Println(got)
	runtime.SetFinalizer(new(T), func(*int) {})
}
