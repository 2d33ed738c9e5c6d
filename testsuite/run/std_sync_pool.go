package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// What a sync.Pool must do: give back what was put in, never to two at once, and let go of it after two collections.

type thing struct {
	n     int
	owned atomic.Bool
	pad   [5]int
}

func basics() {
	var p sync.Pool
	fmt.Println(p.Get())
	p.Put(nil)
	fmt.Println(p.Get())
	p.New = func() any { return "new" }
	fmt.Println(p.Get())
	back := 0
	for i := range 100 {
		p.Put(i)
		if p.Get() == i {
			back++
		}
	}
	fmt.Println(back > 50) // a collection may come between
	for i := range 1000 {
		p.Put(i)
	}
	seen, twice := map[any]bool{}, 0
	for x := p.Get(); x != "new"; x = p.Get() {
		if seen[x] {
			twice++
		}
		seen[x] = true
	}
	fmt.Println(len(seen) > 10, twice)
}

// collected counts things that nobody has any more.
var collected atomic.Int64

func fill(p *sync.Pool, n int) {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range n / 4 {
				t := &thing{n: i}
				runtime.AddCleanup(t, func(int) { collected.Add(1) }, 0)
				p.Put(t)
				if i%50 == 0 {
					runtime.Gosched()
				}
			}
		})
	}
	wg.Wait()
}

func letsGo() {
	p := new(sync.Pool)
	fill(p, 2000)
	runtime.GC()
	kept := collected.Load() < 1000 || strings.Contains(os.Getenv("GODEBUG"), "gcstress") // with more collections than ours
	for range 100 {
		runtime.GC()
		if collected.Load() > 1900 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	fmt.Println(kept, collected.Load() > 1900)
	runtime.KeepAlive(p)
}

// unreachable pools go as well, with what they have
func dropped() {
	collected.Store(0)
	for range 50 {
		fill(new(sync.Pool), 40)
	}
	for i := 0; i < 100 && collected.Load() < 1900; i++ {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	fmt.Println(collected.Load() > 1900)
}

func shared() {
	var made, twice atomic.Int64
	p := sync.Pool{New: func() any { made.Add(1); return new(thing) }}
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			var mine []*thing
			for i := range 5000 {
				t := p.Get().(*thing)
				if t.owned.Swap(true) {
					twice.Add(1)
				}
				mine = append(mine, t)
				if (i+g)%3 == 0 {
					for _, t := range mine {
						t.owned.Store(false)
						p.Put(t)
					}
					mine = mine[:0]
				}
				if i%1000 == 999 {
					runtime.GC()
					runtime.GOMAXPROCS(1 + (i/1000+g)%4)
				}
			}
		})
	}
	wg.Wait()
	fmt.Println(made.Load() > 0, made.Load() < 30000, twice.Load())
}

func main() {
	basics()
	letsGo()
	dropped()
	shared()
}
