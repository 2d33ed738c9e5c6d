// Arrays whose pointer bits would be megabytes: the collector goes by their elements.
package main

import (
	"fmt"
	"os"
	"runtime"
)

type pair struct {
	n uint64
	p *int
}

type row [1000]pair

var keep *[100]row

//go:noinline
func fill(r *[100]row) {
	for i := range r {
		for k := range r[i] {
			x := i*1000 + k
			r[i][k] = pair{^uint64(0), &x}
		}
	}
}

func sum(r *[100]row) (s int) {
	for i := range r {
		for k := range r[i] {
			s += *r[i][k].p
		}
	}
	return
}

// which marking goes through for a second, so it is gone before the rest
//
//go:noinline
func sparse() {
	s := [][]int{100_000_000: {1, 2, 3}}
	fmt.Println(len(s), s[100_000_000], s[5] == nil)
}

func main() {
	sparse()
	if fi, err := os.Stat(os.Args[0]); err != nil || fi.Size() > 2<<20 {
		fmt.Println("executable of", fi.Size(), "bytes", err)
	}

	keep = new([100]row)
	fill(keep)
	runtime.GC()
	for range 100 {
		_ = make([]*int, 10_000)
	}
	fmt.Println(sum(keep))
	other := *keep
	fill(keep)
	keep[3] = row{}
	runtime.GC()
	fmt.Println(sum(&other), keep[3][7].p == nil)
}
