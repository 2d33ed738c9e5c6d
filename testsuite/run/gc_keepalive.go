// runtime.KeepAlive keeps what its argument refers to, though the argument itself lives in the frame.
package main

import "runtime"

type holder struct {
	p *[10]int
	n int
}

func use(*holder) {}

func held() {
	x := new([10]int)
	runtime.SetFinalizer(x, func(*[10]int) { println("finalized early") })
	h := &holder{x, 0}
	use(h)
	for range 3 {
		runtime.GC()
	}
	runtime.KeepAlive(h)
	runtime.SetFinalizer(x, nil)
}

func main() {
	held()
	println("done")
}
