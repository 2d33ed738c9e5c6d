// Package testing supports the tests that `minigo test` runs. The command line of the test binary, the selection of tests and
// their output are those of the go command.
package testing

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"time"
)

var (
	short, failFast, fullPath, artifacts, benchMem, panicOnExit0, verbose *bool
	match, skip, list, matchBench, cpuList, outputDir, shuffle            *string
	count                                                                 *uint
	parallel                                                              *int
	timeout                                                               *time.Duration
	benchTime                                                             = benchTimeFlag{d: time.Second}
	initRan                                                               bool
	cpus                                                                  []int
	isTest                                                                bool
)

// Init registers the flags; the test program does so itself.
func Init() {
	if initRan {
		return
	}
	initRan = true
	short = flag.Bool("test.short", false, "run smaller test suite to save time")
	failFast = flag.Bool("test.failfast", false, "do not start new tests after the first test failure")
	outputDir = flag.String("test.outputdir", "", "write profiles to `dir`")
	verbose = flag.Bool("test.v", false, "verbose: print additional output")
	count = flag.Uint("test.count", 1, "run tests and benchmarks `n` times")
	list = flag.String("test.list", "", "list tests, examples, and benchmarks matching `regexp` then exit")
	match = flag.String("test.run", "", "run only tests and examples matching `regexp`")
	skip = flag.String("test.skip", "", "do not list or run tests matching `regexp`")
	panicOnExit0 = flag.Bool("test.paniconexit0", false, "panic on call to os.Exit(0)")
	timeout = flag.Duration("test.timeout", 0, "panic test binary after duration `d` (default 0, timeout disabled)")
	cpuList = flag.String("test.cpu", "", "comma-separated `list` of cpu counts to run each test with")
	parallel = flag.Int("test.parallel", runtime.GOMAXPROCS(0), "run at most `n` tests in parallel")
	shuffle = flag.String("test.shuffle", "off", "randomize the execution order of tests and benchmarks")
	fullPath = flag.Bool("test.fullpath", false, "show full file names in error messages")
	artifacts = flag.Bool("test.artifacts", false, "store test artifacts in test.,outputdir")
	matchBench = flag.String("test.bench", "", "run only benchmarks matching `regexp`")
	benchMem = flag.Bool("test.benchmem", false, "print memory allocations for benchmarks")
	flag.Var(&benchTime, "test.benchtime", "run each benchmark for duration `d` or N times if `d` is of the form Nx")
}

func Short() bool {
	if short == nil {
		panic("testing: Short called before Init")
	}
	if !flag.Parsed() {
		panic("testing: Short called before Parse")
	}
	return *short
}

func Verbose() bool {
	if verbose == nil {
		panic("testing: Verbose called before Init")
	}
	if !flag.Parsed() {
		panic("testing: Verbose called before Parse")
	}
	return *verbose
}

// Testing tells whether the program is a test binary.
func Testing() bool { return isTest }

func CoverMode() string { return "" }

func Coverage() float64 { return 0 }

type CoverBlock struct {
	Line0 uint32
	Col0  uint16
	Line1 uint32
	Col1  uint16
	Stmts uint16
}

type Cover struct {
	Mode            string
	Counters        map[string][]uint32
	Blocks          map[string][]CoverBlock
	CoveredPackages string
}

func RegisterCover(c Cover) {}

type InternalTest struct {
	Name string
	F    func(*T)
}

type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

type testDeps interface {
	MatchString(pat, str string) (bool, error)
	ImportPath() string
}

// M is what TestMain runs.
type M struct {
	deps        testDeps
	tests       []InternalTest
	benchmarks  []InternalBenchmark
	fuzzTargets []InternalFuzzTarget
	examples    []InternalExample
	timer       *time.Timer
	numRun      int
	exitCode    int
}

// MainStart is called by the main package that `minigo test` makes.
func MainStart(deps testDeps, tests []InternalTest, benchmarks []InternalBenchmark, fuzzTargets []InternalFuzzTarget, examples []InternalExample) *M {
	Init()
	isTest = true
	return &M{deps: deps, tests: tests, benchmarks: benchmarks, fuzzTargets: fuzzTargets, examples: examples}
}

// Run runs what the flags select and returns the exit status.
func (m *M) Run() (code int) {
	defer func() { code = m.exitCode }()
	m.numRun++
	if !flag.Parsed() {
		flag.Parse()
	}
	if *parallel < 1 {
		fmt.Fprintln(os.Stderr, "testing: -parallel can only be given a positive integer")
		flag.Usage()
		m.exitCode = 2
		return
	}
	if *list != "" {
		m.list()
		m.exitCode = 0
		return
	}
	if *shuffle != "off" {
		if err := m.shuffle(); err != nil {
			fmt.Fprintln(os.Stderr, `testing: -shuffle should be "off", "on", or a valid integer:`, err)
			m.exitCode = 2
			return
		}
	}
	parseCPUs()
	m.startAlarm()
	ran, ok := runTests(m.deps, m.tests, m.fuzzTargets)
	ranExamples, examplesOK := runExamples(m.deps, m.examples)
	m.stopAlarm()
	if !ran && !ranExamples && *matchBench == "" {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	if !ok || !examplesOK || !runBenchmarks(m.deps, m.benchmarks) {
		fmt.Println("FAIL")
		m.exitCode = 1
		return
	}
	fmt.Println("PASS")
	m.exitCode = 0
	return
}

func (m *M) shuffle() error {
	seed := time.Now().UnixNano()
	if *shuffle != "on" {
		n, err := strconv.ParseInt(*shuffle, 10, 64)
		if err != nil {
			return err
		}
		seed = n
	}
	fmt.Println("-test.shuffle", seed)
	state := uint64(seed)
	next := func(n int) int {
		state = state*6364136223846793005 + 1442695040888963407
		return int((state >> 33) % uint64(n))
	}
	for i := len(m.tests) - 1; i > 0; i-- {
		k := next(i + 1)
		m.tests[i], m.tests[k] = m.tests[k], m.tests[i]
	}
	for i := len(m.benchmarks) - 1; i > 0; i-- {
		k := next(i + 1)
		m.benchmarks[i], m.benchmarks[k] = m.benchmarks[k], m.benchmarks[i]
	}
	return nil
}

func (m *M) list() {
	show := func(name string) {
		ok, err := m.deps.MatchString(*list, name)
		if err != nil {
			fmt.Fprintf(os.Stderr, "testing: invalid regexp in -test.list (%q): %s\n", *list, err)
			os.Exit(1)
		}
		if ok {
			fmt.Println(name)
		}
	}
	for _, t := range m.tests {
		show(t.Name)
	}
	for _, b := range m.benchmarks {
		show(b.Name)
	}
	for _, f := range m.fuzzTargets {
		show(f.Name)
	}
	for _, e := range m.examples {
		show(e.Name)
	}
}

func parseCPUs() {
	cpus = nil
	for _, v := range strings.Split(*cpuList, ",") {
		v = strings.TrimSpace(v)
		if v == "" {
			continue
		}
		n, err := strconv.Atoi(v)
		if err != nil || n <= 0 {
			fmt.Fprintf(os.Stderr, "testing: invalid value %q for -test.cpu\n", v)
			os.Exit(1)
		}
		cpus = append(cpus, n)
	}
	if cpus == nil {
		cpus = []int{runtime.GOMAXPROCS(-1)}
	}
}

func (m *M) startAlarm() {
	if *timeout <= 0 {
		return
	}
	testDeadline = time.Now().Add(*timeout)
	m.timer = time.AfterFunc(*timeout, func() {
		text := ""
		var names []string
		running.Range(func(k, v any) bool {
			names = append(names, fmt.Sprintf("\n\t\t%s (%v)", k, time.Since(v.(time.Time)).Round(10*time.Millisecond)))
			return true
		})
		sort.Strings(names)
		if len(names) > 0 {
			text = "\n\trunning tests:" + strings.Join(names, "")
		}
		panic(fmt.Sprintf("test timed out after %v%s", *timeout, text))
	})
}

func (m *M) stopAlarm() {
	if m.timer != nil {
		m.timer.Stop()
	}
}

// RunTests is for tests of older programs.
func RunTests(matchString func(pat, str string) (bool, error), tests []InternalTest) (ok bool) {
	_, ok = runTests(funcDeps(matchString), tests, nil)
	return ok
}

type funcDeps func(pat, str string) (bool, error)

func (f funcDeps) MatchString(pat, str string) (bool, error) { return f(pat, str) }
func (f funcDeps) ImportPath() string                        { return "" }

func runTests(deps testDeps, tests []InternalTest, targets []InternalFuzzTarget) (ran, ok bool) {
	ok = true
	if cpus == nil {
		parseCPUs()
	}
	for _, procs := range cpus {
		runtime.GOMAXPROCS(procs)
		for i := uint(0); i < *count; i++ {
			if stopNow() {
				break
			}
			r, good := runOnce(deps, tests, targets)
			ran = ran || r
			ok = ok && good
		}
	}
	return ran, ok
}

func runOnce(deps testDeps, tests []InternalTest, targets []InternalFuzzTarget) (ran, ok bool) {
	state := &runState{match: newMatcher(deps.MatchString, *match, "-test.run", *skip), max: *parallel, next: make(chan bool), running: 1}
	root := &T{state: state}
	root.signal, root.barrier = make(chan bool, 1), make(chan bool)
	root.chatty = *verbose
	tRunner(root, func(t *T) {
		for _, test := range tests {
			t.Run(test.Name, test.F)
		}
		for _, target := range targets {
			runFuzzTarget(t, target)
		}
	})
	select {
	case <-root.signal:
	default:
		panic("internal error: tRunner exited without sending on t.signal")
	}
	return root.subs.Load() && state.match.matched, !root.Failed()
}
