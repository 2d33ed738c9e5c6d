// The clocks: no goroutine sees time go back, and the time of day is that of the file system.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			last := time.Now()
			for range 20000 {
				now := time.Now()
				if d := now.Sub(last); d < 0 {
					fmt.Println("back by", d)
				}
				last = now
			}
		})
	}
	wg.Wait()

	dir, err := os.MkdirTemp("", "clocks")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, "f")
	before := time.Now()
	os.WriteFile(name, []byte("x"), 0o666)
	fi, err := os.Stat(name)
	after := time.Now()
	if err != nil {
		fmt.Println(err)
		return
	}
	m := fi.ModTime() // of a clock that ticks every few milliseconds
	fmt.Println(m.After(before.Add(-time.Second)), m.Before(after.Add(time.Second)))
	if n := before.Nanosecond(); n < 0 || n >= 1e9 {
		fmt.Println(n)
	}
	start := time.Now()
	time.Sleep(5 * time.Millisecond)
	d := time.Since(start)
	fmt.Println(d >= 5*time.Millisecond, d < 5*time.Second)
}
