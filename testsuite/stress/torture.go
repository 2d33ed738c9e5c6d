// Concurrency tests with a result that does not depend on the schedule. torture [SIZE [NAME...]]: SIZE 1 takes a moment.
package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

var size = 1

// Five philosophers, forks taken in order: all eat as often as they want, no fork is in two hands.
func philosophers() uint64 {
	const n = 5
	var forks [n]sync.Mutex
	var held [n]atomic.Int32
	var meals atomic.Uint64
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			a, b := min(i, (i+1)%n), max(i, (i+1)%n)
			for range 100 * size {
				forks[a].Lock()
				forks[b].Lock()
				if held[a].Add(1) != 1 || held[b].Add(1) != 1 {
					panic("fork in two hands")
				}
				meals.Add(1)
				held[a].Add(-1)
				held[b].Add(-1)
				forks[b].Unlock()
				forks[a].Unlock()
			}
		})
	}
	wg.Wait()
	return meals.Load()
}

// Writers keep a == b, and alone; readers see it so.
func readersWriters() uint64 {
	var mu sync.RWMutex
	var a, b uint64
	var readers, writers atomic.Int32
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for range 60 * size {
				mu.Lock()
				if writers.Add(1) != 1 || readers.Load() != 0 {
					panic("writer is not alone")
				}
				a++
				runtime.Gosched()
				b++
				writers.Add(-1)
				mu.Unlock()
			}
		})
	}
	for range 5 {
		wg.Go(func() {
			for range 100 * size {
				mu.RLock()
				readers.Add(1)
				if writers.Load() != 0 || a != b {
					panic("reader beside a writer")
				}
				readers.Add(-1)
				mu.RUnlock()
			}
		})
	}
	wg.Wait()
	return a + b
}

// Many senders on channels of all sizes, receivers in selects, until all are closed: nothing is lost, nothing comes twice.
func channels() uint64 {
	cs := make([]chan uint64, 4)
	for i := range cs {
		cs[i] = make(chan uint64, i*i)
	}
	var senders, receivers sync.WaitGroup
	var sum atomic.Uint64
	for s := range 6 {
		senders.Go(func() {
			for k := range 150 * size {
				v := uint64(s*1000003 + k)
				select {
				case cs[0] <- v:
				case cs[1] <- v:
				case cs[k%2+2] <- v:
				default:
					cs[k%4] <- v
				}
			}
		})
	}
	for range 4 {
		receivers.Go(func() {
			open := [4]chan uint64(cs)
			for left := 4; left > 0; {
				var v uint64
				var ok bool
				i := 0
				select {
				case v, ok = <-open[0]:
				case v, ok = <-open[1]:
					i = 1
				case v, ok = <-open[2]:
					i = 2
				case v, ok = <-open[3]:
					i = 3
				}
				if !ok {
					open[i] = nil
					left--
				}
				sum.Add(v)
			}
		})
	}
	senders.Wait()
	for _, c := range cs {
		close(c)
	}
	receivers.Wait()
	return sum.Load()
}

// A condition variable, a ring of wake-ups and one-shot gates: a wake-up that is lost stops everything.
func wakeups() uint64 {
	const n = 7
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	turn := 0
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			for range 30 * size {
				mu.Lock()
				for turn%n != i {
					cond.Wait()
				}
				turn++
				cond.Broadcast()
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	var opened atomic.Uint64
	for range 100 * size {
		gate, done := make(chan struct{}), make(chan struct{})
		var once sync.Once
		for range 3 {
			go once.Do(func() { close(gate) })
		}
		go func() {
			<-gate
			opened.Add(1)
			close(done)
		}()
		<-done
	}
	return uint64(turn) + opened.Load()
}

// Timers started, stopped, set again, fired: each is either stopped or comes, never both, never neither.
func timers() uint64 {
	var wg sync.WaitGroup
	var stopped, fired atomic.Uint64
	for i := range 60 * size {
		wg.Go(func() {
			d := time.Duration(i%9) * 100 * time.Microsecond
			t := time.NewTimer(d)
			time.Sleep(d / 2)
			t.Reset(d)
			if i%3 == 0 && t.Stop() {
				stopped.Add(1)
				return
			}
			if i%3 == 0 {
				fired.Add(1) // Stop says it fired; the channel is empty by Go 1.23's rules
				return
			}
			<-t.C
			fired.Add(1)
		})
		wg.Go(func() {
			came := make(chan bool, 1)
			t := time.AfterFunc(time.Duration(i%5)*50*time.Microsecond, func() { came <- true })
			runtime.Gosched()
			if t.Stop() {
				stopped.Add(1)
			} else {
				<-came
				fired.Add(1)
			}
		})
	}
	tick := time.NewTicker(200 * time.Microsecond)
	for range 5 {
		<-tick.C
	}
	tick.Stop()
	wg.Wait()
	return stopped.Load() + fired.Load()
}

type node struct {
	next, other *node
	id, check   uint64
}

func mix(x uint64) uint64 { return (x ^ x>>29) * 0xbf58476d1ce4e5b9 }

// Eight goroutines rearrange a graph of live nodes while garbage is made and collected: at the end every node is intact.
func graph() uint64 {
	var wg sync.WaitGroup
	var total atomic.Uint64
	var shared [8]atomic.Pointer[node]
	for g := range 8 {
		wg.Go(func() {
			const n = 64
			var live [n]*node
			for i := range n {
				live[i] = &node{id: uint64(i), check: mix(uint64(i))}
			}
			for k := range 300 * size {
				i, j := k*7%n, k*13%n
				live[i] = &node{next: live[j], other: live[i].next, id: live[i].id, check: mix(live[i].id)}
				if live[i].next.next != nil {
					live[i].next = live[i].next.next
				}
				if k%5 == 0 {
					live[i].other = shared[k%8].Swap(live[i])
				}
				if k%16 == 0 {
					_ = make([]*node, k%300)
				}
			}
			for i := range n {
				for p, d := live[i], 0; p != nil && d < 20; p, d = p.next, d+1 {
					if p.check != mix(p.id) {
						panic("node was freed")
					}
					for q, e := p.other, 0; q != nil && e < 5; q, e = q.other, e+1 {
						if q.check != mix(q.id) {
							panic("node was freed")
						}
					}
				}
				total.Add(live[i].id + uint64(g))
			}
		})
	}
	wg.Go(func() {
		for range 3 {
			runtime.GC()
		}
	})
	wg.Wait()
	return total.Load()
}

//go:noinline
func dig(n int, a [20]uint64) uint64 {
	if n == 0 {
		return a[0]
	}
	a[n%20] += uint64(n)
	b := &a[(n+1)%20]
	r := dig(n-1, a)
	return r + *b - *b + uint64(n&1)
}

// Stacks grow and shrink while their goroutines are stopped and moved.
func stacks() uint64 {
	var wg sync.WaitGroup
	var sum atomic.Uint64
	for i := range 6 {
		wg.Go(func() {
			for k := range 6 * size {
				sum.Add(dig(50+(i*131+k*977)%3000, [20]uint64{}))
				defer func() { recover() }()
			}
		})
	}
	wg.Wait()
	return sum.Load()
}

// Loops without calls, stopped by signals: registers and vectors are as before.
func loops() uint64 {
	var wg sync.WaitGroup
	var sum atomic.Uint64
	for range 3 {
		wg.Go(func() {
			f := [8]float64{1, 2, 3, 4, 5, 6, 7, 8}
			x := uint64(1)
			for k := 0; k < 300000*size; k++ {
				for i := range f {
					f[i] = f[i]*0.5 + float64(i)
				}
				x = x*6364136223846793005 + 1442695040888963407
			}
			for i := range f {
				x += uint64(f[i] * 1000)
			}
			sum.Add(x)
		})
	}
	wg.Wait()
	return sum.Load()
}

// System calls that wait, with signals of preemption in them.
func syscalls() uint64 {
	var wg sync.WaitGroup
	var sum atomic.Uint64
	for range 3 {
		var fd [2]int
		if err := syscall.Pipe(fd[:]); err != nil {
			panic(err)
		}
		wg.Go(func() {
			b := make([]byte, 16)
			for k := range 40 * size {
				for i := range b {
					b[i] = byte(k)
				}
				if n, err := syscall.Write(fd[1], b[:1+k%16]); n != 1+k%16 {
					panic(err)
				}
			}
			syscall.Close(fd[1])
		})
		wg.Go(func() {
			b := make([]byte, 7)
			for {
				n, err := syscall.Read(fd[0], b)
				if err == syscall.EINTR {
					continue
				}
				if n <= 0 {
					break
				}
				for _, c := range b[:n] {
					sum.Add(uint64(c))
				}
			}
			syscall.Close(fd[0])
		})
	}
	wg.Wait()
	return sum.Load()
}

// Pipes of package os, which wait in the poller, in a chain.
func pipes() uint64 {
	const n = 10
	var wg sync.WaitGroup
	first, w, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	r := first
	for range n {
		r2, w2, err := os.Pipe()
		if err != nil {
			panic(err)
		}
		in := r
		wg.Go(func() {
			b := make([]byte, 100)
			for {
				k, _ := in.Read(b)
				if k == 0 {
					break
				}
				for i := range k {
					b[i]++
				}
				w2.Write(b[:k])
			}
			in.Close()
			w2.Close()
		})
		r = r2
	}
	wg.Go(func() {
		for range 40 * size {
			w.Write([]byte("0123456789"))
		}
		w.Close()
	})
	var sum uint64
	b := make([]byte, 64)
	for {
		k, _ := r.Read(b)
		if k == 0 {
			break
		}
		for _, c := range b[:k] {
			sum += uint64(c)
		}
	}
	wg.Wait()
	return sum
}

// echo answers each number with the mix of it, until the other end closes.
func echo(c net.Conn) {
	defer c.Close()
	var b [8]byte
	for {
		if _, err := io.ReadFull(c, b[:]); err != nil {
			return
		}
		binary.LittleEndian.PutUint64(b[:], mix(binary.LittleEndian.Uint64(b[:])))
		if _, err := c.Write(b[:]); err != nil {
			return
		}
	}
}

func ask(c net.Conn, x uint64) uint64 {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], x)
	if _, err := c.Write(b[:]); err != nil {
		panic(err)
	}
	if _, err := io.ReadFull(c, b[:]); err != nil {
		panic(err)
	}
	return binary.LittleEndian.Uint64(b[:])
}

// Connections, all open at once, both ends here: asked, idle, timed out, asked again, closed under a reader.
func sockets() uint64 {
	n := 50 * size
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	var servers sync.WaitGroup
	servers.Go(func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			servers.Go(func() { echo(c) })
		}
	})
	var clients, open sync.WaitGroup
	var sum atomic.Uint64
	dialing := make(chan bool, 20)
	open.Add(n)
	for i := range n {
		clients.Go(func() {
			dialing <- true
			c, err := net.Dial("tcp", l.Addr().String())
			<-dialing
			if err != nil {
				panic(err)
			}
			sum.Add(ask(c, uint64(i)))
			open.Done()
			open.Wait()
			var b [1]byte
			if i%3 == 0 {
				c.SetReadDeadline(time.Now().Add(time.Duration(i%5) * time.Millisecond))
				if _, err := c.Read(b[:]); !errors.Is(err, os.ErrDeadlineExceeded) {
					panic(err)
				}
				c.SetReadDeadline(time.Time{})
			}
			for k := range 3 {
				sum.Add(ask(c, uint64(i*k)))
			}
			if i%5 == 0 {
				clients.Go(func() { c.Close() })
				if _, err := c.Read(b[:]); !errors.Is(err, net.ErrClosed) {
					panic(err)
				}
			}
			c.Close()
		})
	}
	clients.Wait()
	l.Close()
	servers.Wait()
	return sum.Load()
}

// Goroutines on threads of their own among others; some end without letting go.
func threads() uint64 {
	var wg sync.WaitGroup
	var sum atomic.Uint64
	for i := range 6 * size {
		wg.Go(func() {
			runtime.LockOSThread()
			id := syscall.Gettid()
			for range 10 {
				runtime.Gosched()
				time.Sleep(time.Duration(i%3) * 10 * time.Microsecond)
				if syscall.Gettid() != id {
					panic("moved to another thread")
				}
				sum.Add(1)
			}
			if i%2 == 0 {
				runtime.UnlockOSThread()
			}
		})
	}
	wg.Wait()
	return sum.Load()
}

// The number of Ps changes, the world stops, goroutines come and go.
func worlds() uint64 {
	var wg sync.WaitGroup
	var n atomic.Uint64
	wg.Go(func() {
		for i := range 10 * size {
			runtime.GOMAXPROCS(1 + i%4)
			runtime.Gosched()
		}
		runtime.GOMAXPROCS(3)
	})
	for range 4 {
		wg.Go(func() {
			for range 50 * size {
				done := make(chan bool)
				go func() {
					defer close(done)
					defer n.Add(1)
					if n.Load()%5 == 0 {
						runtime.Goexit()
					}
				}()
				<-done
			}
		})
	}
	wg.Go(func() {
		for range 3 {
			runtime.GC()
			runtime.NumGoroutine()
		}
	})
	wg.Wait()
	return n.Load()
}

func main() {
	all := []struct {
		name string
		f    func() uint64
	}{{"philosophers", philosophers}, {"readersWriters", readersWriters}, {"channels", channels}, {"wakeups", wakeups},
		{"timers", timers}, {"graph", graph}, {"stacks", stacks}, {"loops", loops}, {"syscalls", syscalls}, {"pipes", pipes},
		{"sockets", sockets}, {"threads", threads}, {"worlds", worlds}}
	if len(os.Args) > 1 {
		size, _ = strconv.Atoi(os.Args[1])
	}
	for _, t := range all {
		wanted := len(os.Args) < 3
		for _, a := range os.Args[min(2, len(os.Args)):] {
			wanted = wanted || a == t.name
		}
		if wanted {
			fmt.Println(t.name, t.f())
		}
	}
}
