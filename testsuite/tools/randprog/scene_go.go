// Scenes about goroutines and channels. Random expressions are evaluated before or after, not in a goroutine.
package main

var goroutineScenes = []scene{
	{"goroutines: workers", (*gen).workers},
	{"goroutines: pipeline", (*gen).pipeline},
	{"goroutines: panics, closures, methods", (*gen).goForms},
	{"select: ready channels", (*gen).selectReady},
	{"select: loop until closed", (*gen).selectLoop},
	{"channels: buffered, of channels, directions", (*gen).channelForms},
	{"package sync", (*gen).packageSync},
}

func (g *gen) workers() {
	g.template("t", pick(g, ints)).body(`
	\jobs, \results := make(chan int, ?9), make(chan [2]int)
	\base := @t
	var \wg sync.WaitGroup
	for \w := range ?1-4 {
		\wg.Add(1)
		go func() {
			defer \wg.Done()
			for \j := range \jobs {
				\results <- [2]int{\j, \j*\j + \w*0}
			}
		}()
	}
	go func() {
		for \i := range ?3-20 {
			\jobs <- \i
		}
		close(\jobs)
		\wg.Wait()
		close(\results)
	}()
	\sum, \seen := \base, 0
	for \r := range \results {
		\sum += $t(\r[1])
		\seen |= 1 << \r[0]
	}
	notes("workers", \seen, \sum)
	\parts := make([]$t, ?2-5)
	for \i := range \parts {
		\wg.Add(1)
		go func(\x $t) {
			defer \wg.Done()
			for \k := range 10 {
				\x = \x*3 + $t(\k)
			}
			\parts[\i] = \x
		}(\base + $t(\i))
	}
	\wg.Wait()
	note("parts", \parts)
`)
}

func (g *gen) pipeline() {
	t := g.template("t", g.basic(), "u", g.number())
	t.top(`
func \Stage[T, U any](in <-chan T, f func(T) U) <-chan U {
	out := make(chan U)
	go func() {
		defer close(out)
		for x := range in {
			out <- f(x)
		}
	}()
	return out
}

func \Source[T any](s ...T) <-chan T {
	c := make(chan T, len(s)/2)
	go func() {
		for _, x := range s {
			c <- x
		}
		close(c)
	}()
	return c
}
`)
	t.body(`
	\n := 0
	for \x := range \Stage(\Stage(\Source(@t, #t, #t), func(\x $t) string { return fmt.Sprint(\x) }), func(\s string) int { \n++; return len(\s) + \n }) {
		note("pipeline", \x)
	}
	\primes := []int{}
	\c := \Source(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17)
	for range ?2-6 {
		\p, \ok := <-\c
		if !\ok {
			break
		}
		\primes = append(\primes, \p)
		\in, \out := \c, make(chan int)
		go func() {
			defer close(\out)
			for \x := range \in {
				if \x%\p != 0 {
					\out <- \x
				}
			}
		}()
		\c = \out
	}
	for range \c {
		\n++
	}
	notes("primes", \primes, \n)
	\a, \b := make(chan $u), make(chan $u)
	go func() {
		for \x := range \a {
			\b <- \x*2 + 1
		}
		close(\b)
	}()
	\v := @u
	for range ?2-5 {
		\a <- \v
		\v = <-\b
	}
	close(\a)
	\z, \ok := <-\b
	notes("ping", \v, \z, \ok)
`)
}

func (g *gen) goForms() {
	t := g.template("t", g.basic(), "u", pick(g, ints))
	t.top(`
type \Counter struct {
	mu sync.Mutex
	n  $u
	wg *sync.WaitGroup
}

func (c *\Counter) add(n $u) {
	defer c.wg.Done()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n += n
}

func \Send[T any](c chan<- T, x T) { c <- x }
`)
	t.body(`
	var \wg sync.WaitGroup
	\c := \Counter{wg: &\wg}
	\f := \c.add
	for \i := range ?2-6 {
		\wg.Add(2)
		go \c.add($u(\i))
		go \f(2)
	}
	\wg.Wait()
	note("counter", \c.n)
	\ch := make(chan $t, 1)
	go \Send(\ch, @t)
	\x := <-\ch
	go func(\y $t) { \ch <- \y }(#t)
	notes("sent", \x, <-\ch)
	\errs := make(chan string)
	go func() {
		defer func() { \errs <- fmt.Sprint("recovered ", recover()) }()
		var \s []int
		\s[?5] = 1
	}()
	note("goroutine", <-\errs)
	go func() {
		defer close(\errs)
		defer func() { \errs <- "deferred" }()
		runtime.Goexit()
		\errs <- "not reached"
	}()
	for \s := range \errs {
		note("exit", \s)
	}
	\done := make(chan struct{})
	\p := &\x
	go func() {
		*\p = *\p
		clobber(3)
		close(\done)
	}()
	<-\done
	note("shared", \x)
`)
}

func (g *gen) selectReady() {
	g.template("t", g.basic(), "u", g.number()).body(`
	\a, \b := make(chan $t, 2), make(chan $u, 1)
	var \nilc chan int
	for \i := range ?3-8 {
		select {
		case \a <- @t:
			note("sent", \i)
		case <-\nilc:
			note("never", \i)
		default:
			note("full", len(\a))
		}
		select {
		case \x, \ok := <-\b:
			notes("received", \x, \ok)
		case \nilc <- tr(1, ?9):
			note("never", \i)
		default:
			note("empty", len(\b))
			if \i > ?4 {
				\b <- @u
			}
		}
		if \i == ?7 {
			select {
			case \x := <-\a:
				note("freed", \x)
			}
		}
	}
	\s := []chan $u{make(chan $u, 1), make(chan $u, 1)}
	\s[?2] <- #u
	\arr := [2]$u{}
	for range 3 {
		select {
		case \arr[0] = <-\s[0]:
			note("first", \arr)
		case \arr[tr(2, 1)] = <-\s[1]:
			note("second", \arr)
		default:
			note("neither", \arr)
		}
	}
	close(\a)
	select {
	case \x, \ok := <-\a:
		notes("closed", \x, \ok)
	}
`)
}

func (g *gen) selectLoop() {
	g.template("t", g.number()).body(`
	\data, \quit, \ack := make(chan $t), make(chan bool), make(chan int)
	\base := @t
	go func() {
		for \i := range ?2-9 {
			\data <- \base + $t(\i)
			<-\ack
		}
		close(\quit)
	}()
	\sum, \n := #t, 0
\Loop:
	for {
		select {
		case \x := <-\data:
			\n++
			\sum = \sum*3 + \x
			if \n == ?9 {
				\ack <- \n
				continue \Loop
			}
			\ack <- \n
		case \_, \ok := <-\quit:
			notes("quit", \_, \ok)
			break \Loop
		}
	}
	notes("loop", \sum, \n)
`)
}

func (g *gen) channelForms() {
	g.template("t", g.anyType(), "u", g.basic()).body(`
	\cc := make(chan chan $t, 1)
	\c := make(chan $t, ?1-4)
	\cc <- \c
	(<-\cc) <- @t
	notes("channels", len(\c), cap(\c), len(\cc))
	var \in chan<- $t = \c
	var \out <-chan $t = \c
	if len(\c) < cap(\c) {
		\in <- #t
	}
	\x := <-\out
	note("received", \x)
	\f := make(chan func($u) string, 1)
	\f <- func(\y $u) string { return fmt.Sprint("called ", \y) }
	note("func", (<-\f)(@u))
	\s := make(chan struct {
		a [3]$u
		b any
	}, 1)
	\v := [3]$u{@u, #u}
	\s <- struct {
		a [3]$u
		b any
	}{\v, #t}
	\v[0] = #u
	\w := <-\s
	notes("struct", \w.a, \w.b, \v)
	\e := make(chan struct{}, 2)
	\e <- struct{}{}
	close(\e)
	_, \ok := <-\e
	_, \ok2 := <-\e
	notes("empty", \ok, \ok2, \e == nil, any(\in) == any(\c), (chan<- $t)(\c) == \in)
	\m := map[chan $t]int{\c: ?9}
	note("key", \m[\c])
`)
}

func (g *gen) packageSync() {
	g.template("t", g.number()).body(`
	var \once sync.Once
	var \mu sync.RWMutex
	var \n atomic.Int64
	var \m sync.Map
	var \wg sync.WaitGroup
	\base, \shared := @t, []int{}
	for \i := range ?2-6 {
		\wg.Go(func() {
			\once.Do(func() { \n.Add(1000) })
			\n.Add(int64(\i))
			\m.Store(\i&1, "x")
			\mu.Lock()
			\shared = append(\shared, \i)
			\mu.Unlock()
		})
	}
	\wg.Wait()
	\mu.RLock()
	slices.Sort(\shared)
	notes("sync", \n.Load(), \shared, \base)
	\mu.RUnlock()
	\v, \ok := \m.Load(0)
	notes("map", \v, \ok)
	\f := sync.OnceValue(func() $t { \n.Store(7); return \base * 2 })
	notes("once", \f(), \f() == \f(), \n.CompareAndSwap(7, ?9))
	note("once", \n.Load())
	\c := sync.NewCond(&sync.Mutex{})
	\ready := false
	go func() {
		\c.L.Lock()
		\ready = true
		\c.L.Unlock()
		\c.Broadcast()
	}()
	\c.L.Lock()
	for !\ready {
		\c.Wait()
	}
	\c.L.Unlock()
	note("cond", \ready)
`)
}
