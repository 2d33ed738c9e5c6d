package testing

import (
	"fmt"
	"math"
	"os"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type benchTimeFlag struct {
	d time.Duration
	n int
}

func (f *benchTimeFlag) String() string {
	if f.n > 0 {
		return fmt.Sprintf("%dx", f.n)
	}
	return f.d.String()
}

func (f *benchTimeFlag) Set(s string) error {
	if strings.HasSuffix(s, "x") {
		n, err := strconv.ParseInt(s[:len(s)-1], 10, 0)
		if err != nil || n < 0 {
			return fmt.Errorf("invalid count")
		}
		*f = benchTimeFlag{n: int(n)}
		return nil
	}
	d, err := time.ParseDuration(s)
	if err != nil || d < 0 {
		return fmt.Errorf("invalid duration")
	}
	*f = benchTimeFlag{d: d}
	return nil
}

// B is the state of a benchmark.
type B struct {
	common
	N           int
	fn          func(b *B)
	state       *benchState
	hasSub      bool
	prevN       int
	benchTime   benchTimeFlag
	timerOn     bool
	showAllocs  bool
	bytes       int64
	parallelism int
	result      BenchmarkResult
	allocs0     uint64
	bytes0      uint64
	netAllocs   uint64
	netBytes    uint64
	extra       map[string]float64
	loopN       int // iterations that Loop has begun
	loopEnd     int
}

type benchState struct {
	match  *matcher
	maxLen int
	extLen int
}

func (b *B) StartTimer() {
	if !b.timerOn {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.allocs0, b.bytes0 = m.Mallocs, m.TotalAlloc
		b.start = time.Now()
		b.timerOn = true
	}
}

func (b *B) StopTimer() {
	if b.timerOn {
		b.duration += time.Since(b.start)
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.netAllocs += m.Mallocs - b.allocs0
		b.netBytes += m.TotalAlloc - b.bytes0
		b.timerOn = false
	}
}

func (b *B) ResetTimer() {
	if b.extra == nil {
		b.extra = map[string]float64{}
	} else {
		clear(b.extra)
	}
	if b.timerOn {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.allocs0, b.bytes0 = m.Mallocs, m.TotalAlloc
		b.start = time.Now()
	}
	b.duration, b.netAllocs, b.netBytes = 0, 0, 0
}

func (b *B) SetBytes(n int64) { b.bytes = n }

func (b *B) ReportAllocs() { b.showAllocs = true }

// Elapsed is the time that was measured.
func (b *B) Elapsed() time.Duration {
	d := b.duration
	if b.timerOn {
		d += time.Since(b.start)
	}
	return d
}

func (b *B) ReportMetric(n float64, unit string) {
	if unit == "" {
		panic("metric unit must not be empty")
	}
	if strings.ContainsAny(unit, " \t\n\v\f\r") {
		panic("metric unit must not contain whitespace")
	}
	b.extra[unit] = n
}

func (b *B) Setenv(key, value string) { b.common.Setenv(key, value) }

// Loop is true until the benchmark has run long enough; the timer covers the loop alone.
func (b *B) Loop() bool {
	if b.loopN < b.loopEnd {
		b.loopN++
		return true
	}
	return b.loopSlow()
}

func (b *B) loopSlow() bool {
	if b.loopEnd == 0 {
		b.loopEnd = 1
		if b.benchTime.n > 0 {
			b.loopEnd = b.benchTime.n
		}
		b.N = 0
		b.loopN = 1
		b.ResetTimer()
		b.StartTimer()
		return true
	}
	if !b.timerOn {
		b.Fatal("B.Loop called with timer stopped")
	}
	spent := b.Elapsed()
	if b.benchTime.n > 0 || spent >= b.benchTime.d || b.loopEnd >= 1e9 {
		b.StopTimer()
		b.N = b.loopN
		return false
	}
	b.loopEnd = predict(int64(b.benchTime.d), int64(b.loopEnd), int64(spent), int64(b.loopEnd))
	b.loopN++
	return true
}

var benchLock sync.Mutex

// runN runs the function once with N set to n, in the goroutine of the benchmark.
func (b *B) runN(n int) {
	benchLock.Lock()
	defer benchLock.Unlock()
	defer b.runCleanup()
	runtime.GC()
	b.N, b.loopN, b.loopEnd = n, 0, 0
	b.parallelism = 1
	b.timerOn = false
	b.ResetTimer()
	b.StartTimer()
	b.fn(b)
	b.StopTimer()
	b.prevN = b.N
	if b.loopN > 0 && b.N == 0 && !b.Failed() && !b.Skipped() {
		b.Error("benchmark function returned without B.Loop() == false (break or return in loop?)")
	}
}

// predict gives the iterations that last for the goal, with a fifth more, but no more than a hundred times the last ones.
func predict(goal, prev, spent, last int64) int {
	if spent == 0 {
		spent = 1
	}
	n := int64(float64(goal) * float64(prev) / float64(spent))
	n += n / 5
	n = min(n, 100*last)
	n = max(n, last+1)
	return int(min(n, 1e9))
}

// run1 runs once with N = 1: it finds out about sub-benchmarks, failures and skips.
func (b *B) run1() bool {
	if s := b.state; s != nil {
		if n := len(b.name) + s.extLen + 1; n > s.maxLen {
			s.maxLen = n + 8
		}
	}
	go func() {
		defer func() { b.signal <- true }()
		b.runN(1)
		b.mu.Lock()
		b.finished = true
		b.mu.Unlock()
	}()
	<-b.signal
	b.flushPartial()
	if b.Failed() {
		fmt.Printf("--- FAIL: %s\n%s", b.name, b.out)
		b.out = nil
		return false
	}
	if b.hasSub || b.Skipped() && !b.hasSub {
		tag := "BENCH"
		if b.Skipped() {
			tag = "SKIP"
		}
		if *verbose && (len(b.out) > 0 || b.Skipped()) {
			fmt.Printf("--- %s: %s\n%s", tag, b.name, b.out)
		}
		b.out = nil
		return false
	}
	return true
}

func (b *B) launch() {
	defer func() { b.signal <- true }()
	if b.loopN > 0 {
		b.finish() // the first run has measured all
		return
	}
	if b.benchTime.n > 0 {
		if b.benchTime.n > 1 {
			b.runN(b.benchTime.n)
		}
	} else {
		for n := int64(1); !b.Failed() && b.duration < b.benchTime.d && n < 1e9; {
			last := n
			n = int64(predict(int64(b.benchTime.d), int64(b.N), int64(b.duration), last))
			b.runN(int(n))
		}
	}
	b.finish()
}

func (b *B) finish() {
	b.result = BenchmarkResult{b.N, b.duration, b.bytes, b.netAllocs, b.netBytes, b.extra}
}

func (b *B) doBench() BenchmarkResult {
	go b.launch()
	<-b.signal
	return b.result
}

// BenchmarkResult has what was measured.
type BenchmarkResult struct {
	N         int
	T         time.Duration
	Bytes     int64
	MemAllocs uint64
	MemBytes  uint64
	Extra     map[string]float64
}

func (r BenchmarkResult) NsPerOp() int64 {
	if v, ok := r.Extra["ns/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return r.T.Nanoseconds() / int64(r.N)
}

func (r BenchmarkResult) mbPerSec() float64 {
	if v, ok := r.Extra["MB/s"]; ok {
		return v
	}
	if r.Bytes <= 0 || r.T <= 0 || r.N <= 0 {
		return 0
	}
	return float64(r.Bytes) * float64(r.N) / 1e6 / r.T.Seconds()
}

func (r BenchmarkResult) AllocsPerOp() int64 {
	if v, ok := r.Extra["allocs/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return int64(r.MemAllocs) / int64(r.N)
}

func (r BenchmarkResult) AllocedBytesPerOp() int64 {
	if v, ok := r.Extra["B/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return int64(r.MemBytes) / int64(r.N)
}

func (r BenchmarkResult) String() string {
	s := fmt.Sprintf("%8d", r.N)
	ns, ok := r.Extra["ns/op"]
	if !ok {
		ns = float64(r.T.Nanoseconds()) / float64(r.N)
	}
	if ns != 0 {
		s += "\t" + metric(ns, "ns/op")
	}
	if mb := r.mbPerSec(); mb != 0 {
		s += fmt.Sprintf("\t%7.2f MB/s", mb)
	}
	var units []string
	for u := range r.Extra {
		switch u {
		case "ns/op", "MB/s", "B/op", "allocs/op":
		default:
			units = append(units, u)
		}
	}
	sort.Strings(units)
	for _, u := range units {
		s += "\t" + metric(r.Extra[u], u)
	}
	return s
}

func (r BenchmarkResult) MemString() string {
	return fmt.Sprintf("%8d B/op\t%8d allocs/op", r.AllocedBytesPerOp(), r.AllocsPerOp())
}

// metric keeps four digits and lines up the points.
func metric(x float64, unit string) string {
	y := math.Abs(x)
	width, digits := 10, 0
	if y != 0 && y < 999.95 {
		width, digits = 12, 1
		for limit := 99.995; y < limit && digits < 7; limit /= 10 {
			width++
			digits++
		}
	}
	return fmt.Sprintf("%*.*f %s", width, digits, x, unit)
}

func procsName(name string, n int) string {
	if n != 1 {
		return fmt.Sprintf("%s-%d", name, n)
	}
	return name
}

// RunBenchmarks is for test programs of older versions.
func RunBenchmarks(matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) {
	runBenchmarks(funcDeps(matchString), benchmarks)
}

func runBenchmarks(deps testDeps, benchmarks []InternalBenchmark) bool {
	if *matchBench == "" {
		return true
	}
	maxprocs := 1
	for _, p := range cpus {
		maxprocs = max(maxprocs, p)
	}
	state := &benchState{match: newMatcher(deps.MatchString, *matchBench, "-test.bench", *skip), extLen: len(procsName("", maxprocs))}
	var chosen []InternalBenchmark
	for _, bm := range benchmarks {
		if _, ok, _ := state.match.fullName(nil, bm.Name); ok {
			chosen = append(chosen, bm)
			state.maxLen = max(state.maxLen, len(procsName(bm.Name, maxprocs))+state.extLen+1)
		}
	}
	if len(chosen) == 0 {
		return true
	}
	header(deps)
	root := &B{state: state, benchTime: benchTime}
	root.signal = make(chan bool)
	root.bench, root.finished = true, true
	for _, bm := range chosen {
		root.Run(bm.Name, bm.F)
	}
	return !root.Failed()
}

func header(deps testDeps) {
	fmt.Printf("goos: %s\ngoarch: %s\n", runtime.GOOS, runtime.GOARCH)
	if p := deps.ImportPath(); p != "" {
		fmt.Printf("pkg: %s\n", p)
	}
	info, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return
	}
	for _, l := range strings.Split(string(info), "\n") {
		if k, v, ok := strings.Cut(l, ":"); ok && strings.TrimSpace(k) == "model name" {
			fmt.Printf("cpu: %s\n", strings.TrimSpace(v))
			return
		}
	}
}

// Run runs f as a sub-benchmark.
func (b *B) Run(name string, f func(b *B)) bool {
	b.hasSub = true
	benchLocked := b.level > 0
	if benchLocked {
		benchLock.Unlock()
		defer benchLock.Lock()
	}
	full, ok, partial := name, true, false
	if b.state != nil {
		full, ok, partial = b.state.match.fullName(&b.common, name)
	}
	if !ok {
		return true
	}
	s := &B{fn: f, state: b.state, benchTime: b.benchTime, showAllocs: b.showAllocs}
	s.name, s.parent, s.level, s.bench, s.chatty = full, &b.common, b.level+1, true, b.chatty
	s.signal = make(chan bool)
	if s.extra == nil {
		s.extra = map[string]float64{}
	}
	if partial {
		s.hasSub = true // only what is below may run
	}
	if b.state != nil && *verbose {
		fmt.Printf("=== RUN   %s\n%s\n", full, full)
	}
	if s.run1() {
		s.measure()
	}
	b.add(s.result)
	return !s.Failed()
}

// add sums up for Benchmark with sub-benchmarks.
func (b *B) add(other BenchmarkResult) {
	r := &b.result
	r.N = 1
	r.T += time.Duration(other.NsPerOp())
	if other.Bytes == 0 {
		r.Bytes = 0
	} else {
		r.Bytes += other.Bytes
	}
	r.MemAllocs += uint64(other.AllocsPerOp())
	r.MemBytes += uint64(other.AllocedBytesPerOp())
}

// measure runs the benchmark for each -cpu and prints the results.
func (b *B) measure() {
	if b.state == nil {
		b.doBench()
		return
	}
	for i, procs := range cpus {
		for j := uint(0); j < *count; j++ {
			runtime.GOMAXPROCS(procs)
			name := procsName(b.name, procs)
			if !*verbose {
				fmt.Printf("%-*s\t", b.state.maxLen, name)
			}
			x := b
			if i > 0 || j > 0 {
				x = &B{fn: b.fn, state: b.state, benchTime: b.benchTime, showAllocs: b.showAllocs, extra: map[string]float64{}}
				x.name, x.parent, x.level, x.bench = b.name, b.parent, b.level, true
				x.signal = make(chan bool)
				if !x.run1() {
					continue
				}
			}
			x.print(name)
		}
	}
}

func (b *B) print(name string) {
	r := b.doBench()
	b.flushPartial()
	if b.Failed() {
		fmt.Printf("--- FAIL: %s\n%s", name, b.out)
		b.out = nil
		return
	}
	text := r.String()
	if *verbose {
		fmt.Printf("%-*s\t", b.state.maxLen, name)
	}
	if *benchMem || b.showAllocs {
		text += "\t" + r.MemString()
	}
	fmt.Println(text)
	if len(b.out) > 0 {
		fmt.Printf("--- BENCH: %s\n%s", name, b.out)
		b.out = nil
	}
}

// A PB hands out the iterations of a parallel benchmark.
type PB struct {
	next  *atomic.Uint64
	grain uint64
	cache uint64
	n     uint64
}

func (pb *PB) Next() bool {
	if pb.cache == 0 {
		n := pb.next.Add(pb.grain)
		switch {
		case n <= pb.n:
			pb.cache = pb.grain
		case n < pb.n+pb.grain:
			pb.cache = pb.n + pb.grain - n
		default:
			return false
		}
	}
	pb.cache--
	return true
}

// RunParallel runs body in several goroutines, which share the iterations.
func (b *B) RunParallel(body func(*PB)) {
	if b.N == 0 {
		return
	}
	grain := uint64(0)
	if b.prevN > 0 && b.duration > 0 {
		grain = 1e5 * uint64(b.prevN) / uint64(b.duration)
	}
	grain = min(max(grain, 1), 1e4)
	var n atomic.Uint64
	procs := b.parallelism * runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	wg.Add(procs)
	for p := 0; p < procs; p++ {
		go func() {
			defer wg.Done()
			body(&PB{next: &n, grain: grain, n: uint64(b.N)})
		}()
	}
	wg.Wait()
	if n.Load() <= uint64(b.N) && !b.Failed() {
		b.Fatal("RunParallel: body exited without pb.Next() == false")
	}
}

func (b *B) SetParallelism(p int) {
	if p >= 1 {
		b.parallelism = p
	}
}

// Benchmark measures one function outside of a test binary.
func Benchmark(f func(b *B)) BenchmarkResult {
	b := &B{fn: f, benchTime: benchTime, extra: map[string]float64{}}
	b.signal = make(chan bool)
	b.bench = true
	if b.run1() {
		b.doBench()
	}
	return b.result
}

// AllocsPerRun is the average of allocations in a call of f.
func AllocsPerRun(runs int, f func()) (avg float64) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	f()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	before := m.Mallocs
	for i := 0; i < runs; i++ {
		f()
	}
	runtime.ReadMemStats(&m)
	return float64((m.Mallocs - before) / uint64(runs))
}
