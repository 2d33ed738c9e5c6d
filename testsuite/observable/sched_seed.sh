# GODEBUG=schedseed=N: the schedule follows from N; bugs of order are found by some seed and come again with it
. "$SRCDIR/testsuite/observable/lib.sh"
seeded() { n=$1; shift; run env GODEBUG="schedseed=$n" timeout 60 "$@"; }

# everything whose order is open: goroutines, select, maps, timers, random numbers, the clock
cat >order.go <<'GO'
package main

import (
	"fmt"
	"math/rand"
	"runtime"
	"sync"
	"time"
)

var mu sync.Mutex
var wg sync.WaitGroup

func say(v ...any) {
	mu.Lock()
	defer mu.Unlock()
	fmt.Print(v...)
	fmt.Print(" ")
}

func worker(name string, in, out chan int) {
	defer wg.Done()
	for i := range 20 {
		select {
		case v := <-in:
			say(name, v)
		case out <- i:
		case <-time.After(time.Duration(rand.Intn(1000)) * time.Microsecond):
			say(name, "!")
		}
		if i%7 == 0 {
			runtime.Gosched()
		}
	}
}

func main() {
	fmt.Println(time.Now().UTC())
	a, b := make(chan int), make(chan int, 3)
	for _, name := range []string{"k", "l", "m", "n"} {
		wg.Add(2)
		go worker(name, a, b)
		go worker(name+"'", b, a)
	}
	go func() {
		for range 5 {
			runtime.GC()
			time.Sleep(time.Millisecond)
		}
	}()
	wg.Wait()
	m := map[int]bool{}
	for i := range 100 {
		m[i] = true
	}
	for k := range m {
		fmt.Print(k, " ")
	}
	t := time.Now()
	time.Sleep(time.Hour)
	d := time.Since(t).Round(time.Second)
	runtime.GOMAXPROCS(4)
	fmt.Println("\n", d, runtime.GOMAXPROCS(3))
}
GO
for o in -O0 -O2; do
	builds $o -o order order.go
	seeded 7 ./order
	expect 0
	contains '2000-01-01 00:00:00.'
	contains ' 1h0m0s 4'
	first=$out
	for i in 1 2 3; do
		seeded 7 ./order
		[ "$out" = "$first" ] || fail "seed 7 gave two different outputs: $first AND $out"
	done
	for i in 1 2 3 4 5 6 8; do
		seeded $i ./order
		expect 0
		[ "$out" != "$first" ] || fail "seeds 7 and $i gave the same"
	done
done

# a loop without calls does not stop the others, nor does a system call that waits
cat >loop.go <<'GO'
package main

import (
	"fmt"
	"sync/atomic"
	"syscall"
	"time"
)

func main() {
	var stop atomic.Bool
	go func() {
		time.Sleep(time.Millisecond)
		stop.Store(true)
	}()
	for !stop.Load() {
	}
	var fd [2]int
	syscall.Pipe(fd[:])
	go func() { syscall.Write(fd[1], []byte("x")) }()
	b := make([]byte, 1)
	n, _ := syscall.Read(fd[0], b)
	fmt.Println(n, string(b))
}
GO
builds -o loop loop.go
seeded 3 ./loop
expect 0
equals '1 x'

# hunt FILE STATUS TEXT: some seed of 300 makes the program end like that, and always the same way
hunt() {
	builds -o bug "$1"
	n=0
	while [ $n -lt 300 ]; do
		seeded $n ./bug
		[ "$status" = 0 ] || break
		n=$((n + 1))
	done
	[ "$status" = "$2" ] || fail "$1: no seed finds it ($status)"
	contains "$3"
	first=$out
	for i in 1 2 3; do
		seeded $n ./bug
		[ "$status" = "$2" ] && [ "$out" = "$first" ] || fail "$1: seed $n does not do it again: $out"
	done
}

# the wake-up is lost when it comes between the look at ready and the wait
cat >lost.go <<'GO'
package main

import "sync"

type gate struct {
	mu    sync.Mutex
	ready bool
	wake  chan bool
}

func (g *gate) isReady() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.ready
}

func (g *gate) wait() {
	if !g.isReady() {
		<-g.wake
	}
}

func (g *gate) open() {
	g.mu.Lock()
	g.ready = true
	g.mu.Unlock()
	select {
	case g.wake <- true:
	default:
	}
}

func main() {
	for range 3 {
		g := &gate{wake: make(chan bool)}
		go g.open()
		g.wait()
	}
}
GO
hunt lost.go 2 'all goroutines are asleep - deadlock!'

# two steps that should be one
cat >update.go <<'GO'
package main

import (
	"fmt"
	"os"
	"sync"
)

var (
	mu      sync.Mutex
	balance = 100
)

//go:noinline
func get() int {
	mu.Lock()
	defer mu.Unlock()
	return balance
}

//go:noinline
func set(v int) {
	mu.Lock()
	defer mu.Unlock()
	balance = v
}

func main() {
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() { set(get() + i) })
	}
	wg.Wait()
	if balance != 106 {
		fmt.Println("balance", balance)
		os.Exit(3)
	}
}
GO
hunt update.go 3 balance

# locks in different orders
cat >locks.go <<'GO'
package main

import "sync"

func main() {
	var a, b sync.Mutex
	var wg sync.WaitGroup
	both := func(x, y *sync.Mutex, took *[]int) {
		x.Lock()
		*took = append(*took, 1)
		y.Lock()
		y.Unlock()
		x.Unlock()
	}
	wg.Go(func() { both(&a, &b, new([]int)) })
	wg.Go(func() { both(&b, &a, new([]int)) })
	wg.Wait()
}
GO
hunt locks.go 2 'all goroutines are asleep - deadlock!'

# a goroutine that has waited for minutes says so in tracebacks, once a collection has seen it waiting
cat >minutes.go <<'GO'
package main

import (
	"fmt"
	"regexp"
	"runtime"
	"time"
)

func header() {
	b := make([]byte, 1<<16)
	b = b[:runtime.Stack(b, true)]
	fmt.Printf("%s\n", regexp.MustCompile(`\[(chan|sync)[^]]*\]`).FindAll(b, -1))
}

func main() {
	c := make(chan int)
	go func() { c <- 1 }()
	go func() {
		runtime.LockOSThread()
		<-make(chan int)
	}()
	time.Sleep(time.Second)
	header()
	runtime.GC()
	time.Sleep(30 * time.Second)
	header()
	time.Sleep(200 * time.Second)
	header()
	<-c
	go func() { c <- 1 }()
	time.Sleep(time.Second)
	header()
}
GO
builds -o minutes minutes.go
seeded 1 ./minutes
contains '[[chan send] [chan receive, locked to thread]]
[[chan send] [chan receive, locked to thread]]
[[chan send, 3 minutes] [chan receive, 3 minutes, locked to thread]]
[[chan receive, 3 minutes, locked to thread] [chan send]]'
