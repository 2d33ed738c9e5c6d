// A program that ends by writing to a nil map reached through structs, after goroutines, defers and recovered panics.
package main

import (
	"fmt"
	"sync"
)

type registry struct {
	mu    sync.Mutex
	names map[string]*entry
	order []string
}
type entry struct {
	refs  int
	attrs map[string]int
}

func (r *registry) get(name string, make_ bool) *entry {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.names == nil {
		r.names = make(map[string]*entry)
	}
	e, ok := r.names[name]
	if !ok {
		e = &entry{}
		if make_ {
			e.attrs = map[string]int{}
		}
		r.names[name] = e
		r.order = append(r.order, name)
	}
	e.refs++
	return e
}

func (r *registry) try(name string) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: %v", name, p)
		}
	}()
	r.get(name, len(name) > 3).attrs["x"] += len(name)
	return nil
}

func main() {
	var r registry
	for _, n := range []string{"long", "abc", "long", "ab", "longer"} {
		fmt.Println(n, r.try(n))
	}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			r.get("long", true)
			_ = i
		}()
	}
	wg.Wait()
	fmt.Println(r.order, r.names["long"].refs, r.names["long"].attrs, r.names["abc"].attrs == nil)
	defer fmt.Println("deferred:", len(r.order))
	r.get("abc", true).attrs["y"] = 1
}
