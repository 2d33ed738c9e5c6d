package testing

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// TB is what tests, benchmarks and fuzz tests have in common.
type TB interface {
	ArtifactDir() string
	Attr(key, value string)
	Chdir(dir string)
	Cleanup(func())
	Context() context.Context
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Output() io.Writer
	Setenv(key, value string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string
	private()
}

// Lines of output are kept by the test they belong to and printed with its result; with -v they go out at once.
type common struct {
	mu          sync.Mutex
	out         []byte
	ran         bool
	failed      bool
	skipped     bool
	done        bool
	finished    bool // by return, FailNow or SkipNow; not by Goexit of another kind
	parallel    bool
	isEnvSet    bool
	bench       bool
	sub         []*T
	subs        atomic.Bool
	cleanups    []func()
	cleaning    bool
	helpers     map[string]bool
	parent      *common
	level       int
	name        string
	start       time.Time
	duration    time.Duration
	barrier     chan bool
	signal      chan bool
	ctx         context.Context
	cancel      context.CancelFunc
	tempDir     string
	tempErr     error
	tempSeq     int32
	artifactDir string
	partial     []byte
	chatty      bool
}

func (c *common) private() {}

func (c *common) Name() string { return c.name }

var chattyMu sync.Mutex
var chattyLast string

// say prints a line of -v; lines of another test than the last one are announced.
func say(name, text string, update bool) {
	chattyMu.Lock()
	defer chattyMu.Unlock()
	if update || chattyLast == "" {
		chattyLast = name
	} else if chattyLast != name {
		chattyLast = name
		fmt.Fprintf(os.Stdout, "=== NAME  %s\n", name)
	}
	os.Stdout.WriteString(text)
}

// where finds the line outside of helpers that calls into testing.
func (c *common) where() (string, int) {
	var pcs [64]uintptr
	n := runtime.Callers(3, pcs[:])
	frames := runtime.CallersFrames(pcs[:n])
	var first, prev runtime.Frame
	for {
		f, more := frames.Next()
		switch {
		case first.Function == "" && (strings.HasPrefix(f.Function, "testing.(*common).") || strings.HasPrefix(f.Function, "testing.(*T).") ||
			strings.HasPrefix(f.Function, "testing.(*B).") || strings.HasPrefix(f.Function, "testing.(*F).")):
		case prev.Function != "" && (f.Function == "testing.tRunner" || f.Function == "testing.(*B).runN"):
			return prev.File, prev.Line
		default:
			if first.Function == "" {
				first = f
			}
			if !c.isHelper(f.Function) {
				return f.File, f.Line
			}
			prev = f
		}
		if !more {
			return first.File, first.Line
		}
	}
}

func (c *common) isHelper(name string) bool {
	for p := c; p != nil; p = p.parent {
		p.mu.Lock()
		h := p.helpers[name]
		p.mu.Unlock()
		if h {
			return true
		}
	}
	return false
}

func (c *common) Helper() {
	var pc [1]uintptr
	if runtime.Callers(2, pc[:]) == 0 {
		return
	}
	f, _ := runtime.CallersFrames(pc[:]).Next()
	c.mu.Lock()
	if c.helpers == nil {
		c.helpers = map[string]bool{}
	}
	c.helpers[f.Function] = true
	c.mu.Unlock()
}

func (c *common) log(s string) {
	file, line := c.where()
	if file == "" {
		file, line = "???", 1
	} else if !*fullPath {
		file = file[strings.LastIndexByte(file, '/')+1:]
	}
	s = strings.TrimSuffix(s, "\n")
	c.write(fmt.Sprintf("    %s:%d: %s\n", file, line, strings.ReplaceAll(s, "\n", "\n        ")))
}

// write adds to the output of the test, or of the nearest ancestor that still runs.
func (c *common) write(s string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done {
		for p := c.parent; p != nil; p = p.parent {
			p.mu.Lock()
			if !p.done {
				p.out = append(p.out, s...)
				p.mu.Unlock()
				return
			}
			p.mu.Unlock()
		}
		panic("Log in goroutine after " + c.name + " has completed: " + strings.TrimPrefix(s, "    "))
	}
	if c.chatty && !c.bench {
		say(c.name, s, false)
		return
	}
	c.out = append(c.out, s...)
}

type outputWriter struct{ c *common }

func (o outputWriter) Write(p []byte) (int, error) {
	c := o.c
	c.mu.Lock()
	c.partial = append(c.partial, p...)
	i := bytes.LastIndexByte(c.partial, '\n')
	var lines []byte
	if i >= 0 {
		lines = append(lines, c.partial[:i+1]...)
		c.partial = append([]byte(nil), c.partial[i+1:]...)
	}
	c.mu.Unlock()
	for _, l := range bytes.SplitAfter(lines, []byte("\n")) {
		if len(l) > 0 {
			c.write("    " + string(l))
		}
	}
	return len(p), nil
}

func (c *common) flushPartial() {
	c.mu.Lock()
	rest := c.partial
	c.partial = nil
	c.mu.Unlock()
	if len(rest) > 0 {
		c.write("    " + string(rest) + "\n")
	}
}

// Output gives a writer whose lines are part of the test's log, without their source line.
func (c *common) Output() io.Writer { return outputWriter{c} }

func (c *common) Log(args ...any)                 { c.log(fmt.Sprintln(args...)) }
func (c *common) Logf(format string, args ...any) { c.log(fmt.Sprintf(format, args...)) }

func (c *common) Error(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.Fail()
}

func (c *common) Errorf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.Fail()
}

func (c *common) Fatal(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.FailNow()
}

func (c *common) Fatalf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.FailNow()
}

func (c *common) Skip(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.SkipNow()
}

func (c *common) Skipf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.SkipNow()
}

func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
	c.failed = true
}

func (c *common) Failed() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.failed
}

func (c *common) FailNow() {
	c.Fail()
	c.mu.Lock()
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

func (c *common) SkipNow() {
	c.mu.Lock()
	c.skipped, c.finished = true, true
	c.mu.Unlock()
	runtime.Goexit()
}

func (c *common) Skipped() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.skipped
}

// Cleanup registers f to run when the test and its subtests are over, the last one first.
func (c *common) Cleanup(f func()) {
	c.mu.Lock()
	c.cleanups = append(c.cleanups, f)
	c.mu.Unlock()
}

// runCleanup runs all; what is left after a panic or Goexit in one of them runs in a deferred call.
func (c *common) runCleanup() {
	c.cleaning = true
	defer func() {
		c.mu.Lock()
		more := len(c.cleanups) > 0
		c.mu.Unlock()
		if more {
			c.runCleanup()
		}
		c.cleaning = false
	}()
	if c.cancel != nil {
		c.cancel()
	}
	for {
		c.mu.Lock()
		n := len(c.cleanups)
		if n == 0 {
			c.mu.Unlock()
			return
		}
		f := c.cleanups[n-1]
		c.cleanups = c.cleanups[:n-1]
		c.mu.Unlock()
		f()
	}
}

func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 {
			if strings.ContainsRune("!#$%&()+,-.=@^_{}~ ", r) || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
				return r
			}
			return -1
		}
		return r
	}, name)
}

// TempDir makes a directory that is removed at the end of the test.
func (c *common) TempDir() string {
	c.mu.Lock()
	if c.tempDir == "" && c.tempErr == nil {
		c.tempDir, c.tempErr = os.MkdirTemp("", plainName(c.name))
		if c.tempErr == nil {
			c.mu.Unlock()
			c.Cleanup(func() {
				if err := os.RemoveAll(c.tempDir); err != nil {
					c.Errorf("TempDir RemoveAll cleanup: %v", err)
				}
			})
			c.mu.Lock()
		}
	}
	c.mu.Unlock()
	if c.tempErr != nil {
		c.Fatalf("TempDir: %v", c.tempErr)
	}
	c.tempSeq++
	dir := fmt.Sprintf("%s/%03d", c.tempDir, c.tempSeq)
	if err := os.Mkdir(dir, 0o777); err != nil {
		c.Fatalf("TempDir: %v", err)
	}
	return dir
}

// ArtifactDir is where a test may leave files; without -artifacts it is temporary.
func (c *common) ArtifactDir() string {
	if c.artifactDir == "" {
		c.artifactDir = c.TempDir()
		if *artifacts {
			dir := *outputDir
			if dir == "" {
				dir = "."
			}
			c.artifactDir = dir + "/_artifacts/" + plainName(strings.ReplaceAll(c.name, "/", "_"))
			if err := os.MkdirAll(c.artifactDir, 0o777); err != nil {
				c.Fatalf("ArtifactDir: %v", err)
			}
			fmt.Printf("=== ARTIFACTS %s %s\n", c.name, c.artifactDir)
		}
	}
	return c.artifactDir
}

func (c *common) Attr(key, value string) {
	if strings.ContainsAny(key, " \t\n\r\v\f") {
		c.Errorf("disallowed whitespace in attribute key %q", key)
		return
	}
	if strings.ContainsAny(value, "\r\n") {
		c.Errorf("disallowed newline in attribute value %q", value)
		return
	}
	if c.chatty {
		say(c.name, fmt.Sprintf("=== ATTR  %s %s %s\n", c.name, key, value), true)
	}
}

// Setenv sets a variable for the time of the test, which cannot be parallel.
func (c *common) Setenv(key, value string) {
	old, had := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	c.Cleanup(func() {
		if had {
			os.Setenv(key, old)
		} else {
			os.Unsetenv(key)
		}
	})
}

func (c *common) Chdir(dir string) {
	old, err := os.Getwd()
	if err != nil {
		c.Fatal(err)
	}
	if err := os.Chdir(dir); err != nil {
		c.Fatal(err)
	}
	pwd, had := os.LookupEnv("PWD")
	if now, err := os.Getwd(); err == nil {
		os.Setenv("PWD", now)
	}
	c.Cleanup(func() {
		if had {
			os.Setenv("PWD", pwd)
		}
		if err := os.Chdir(old); err != nil {
			panic("testing.Chdir: " + err.Error())
		}
	})
}

// Context is canceled just before the functions of Cleanup run.
func (c *common) Context() context.Context {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ctx == nil {
		c.ctx, c.cancel = context.WithCancel(context.Background())
	}
	return c.ctx
}

// T is the state of a test.
type T struct {
	common
	state *runState
}

// runState limits how many parallel tests run at a time.
type runState struct {
	match   *matcher
	mu      sync.Mutex
	running int
	waiting int
	max     int
	next    chan bool
}

func (s *runState) wait() {
	s.mu.Lock()
	if s.running < s.max {
		s.running++
		s.mu.Unlock()
		return
	}
	s.waiting++
	s.mu.Unlock()
	<-s.next
}

func (s *runState) release() {
	s.mu.Lock()
	if s.waiting == 0 {
		s.running--
		s.mu.Unlock()
		return
	}
	s.waiting--
	s.mu.Unlock()
	s.next <- true
}

var errNilPanic = errors.New("test executed panic(nil) or runtime.Goexit")

const parallelConflict = "testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel"

// Parallel lets the test run beside others, once all that are not parallel are over.
func (t *T) Parallel() {
	if t.parallel {
		panic("testing: t.Parallel called multiple times")
	}
	if t.isEnvSet {
		panic(parallelConflict)
	}
	t.parallel = true
	if t.parent == nil || t.parent.barrier == nil {
		return
	}
	t.duration += time.Since(t.start)
	t.parent.mu.Lock()
	t.parent.sub = append(t.parent.sub, t)
	t.parent.mu.Unlock()
	if t.chatty {
		say(t.name, fmt.Sprintf("=== PAUSE %s\n", t.name), true)
	}
	running.Delete(t.name)
	t.signal <- true
	<-t.parent.barrier
	t.state.wait()
	if t.chatty {
		say(t.name, fmt.Sprintf("=== CONT  %s\n", t.name), true)
	}
	t.start = time.Now()
	running.Store(t.name, t.start)
}

func (t *T) Setenv(key, value string) {
	t.checkSerial()
	t.common.Setenv(key, value)
}

func (t *T) Chdir(dir string) {
	t.checkSerial()
	t.common.Chdir(dir)
}

func (t *T) checkSerial() {
	for p := &t.common; p != nil; p = p.parent {
		if p.parallel {
			panic(parallelConflict)
		}
	}
	t.isEnvSet = true
}

// Deadline is when -timeout ends the program.
func (t *T) Deadline() (deadline time.Time, ok bool) { return testDeadline, !testDeadline.IsZero() }

var (
	running      sync.Map // names of tests, with their start
	testDeadline time.Time
	numFailed    atomic.Int32
)

// tRunner is the goroutine of a test.
func tRunner(t *T, fn func(t *T)) {
	defer func() { t.end(recover()) }()
	defer func() {
		if len(t.sub) == 0 {
			t.runCleanup()
		}
	}()
	t.start = time.Now()
	fn(t)
	t.mu.Lock()
	t.finished = true
	t.mu.Unlock()
}

func (t *T) end(err any) {
	signal := true
	if t.Failed() {
		numFailed.Add(1)
	}
	t.mu.Lock()
	if !t.finished && err == nil {
		err = errNilPanic
		for p := t.parent; p != nil; p = p.parent {
			if p.finished {
				t.mu.Unlock()
				t.Errorf("%v: subtest may have called FailNow on a parent test", err)
				t.mu.Lock()
				err = nil
				signal = false
				break
			}
		}
	}
	t.mu.Unlock()
	t.flushPartial()
	if err != nil {
		t.die(err)
	}
	t.duration += time.Since(t.start)
	if len(t.sub) > 0 {
		t.runParallelSubs()
	}
	running.Delete(t.name)
	t.report()
	t.done = true
	if t.parent != nil && !t.subs.Load() {
		t.ran = true
	}
	if t.parent != nil && t.parallel && t.parent.barrier != nil {
		t.state.release()
	}
	t.signal <- signal
}

// die prints what is known of the test and its ancestors and goes on with the panic.
func (t *T) die(err any) {
	t.Fail()
	t.recoverCleanup()
	for c := &t.common; c.parent != nil; c = c.parent {
		c.mu.Lock()
		c.duration += time.Since(c.start)
		c.mu.Unlock()
		c.flush("FAIL")
		c.parent.recoverCleanup()
	}
	panic(err)
}

func (c *common) recoverCleanup() {
	defer func() {
		if r := recover(); r != nil {
			c.log(fmt.Sprintf("cleanup panicked with %v", r))
		}
	}()
	c.runCleanup()
}

func (t *T) runParallelSubs() {
	t.state.release()
	close(t.barrier)
	for _, s := range t.sub {
		<-s.signal
	}
	start := time.Now()
	t.runCleanup()
	t.duration += time.Since(start)
	if !t.parallel {
		t.state.wait()
	}
}

// report gives the result to the parent; logs of a passing test are forgotten without -v.
func (c *common) report() {
	switch {
	case c.parent == nil:
	case c.Failed():
		c.flush("FAIL")
	case c.chatty && c.Skipped():
		c.flush("SKIP")
	case c.chatty:
		c.flush("PASS")
	}
}

// flush moves result and output of the test into the output of its parent, indented, or prints it.
func (c *common) flush(verdict string) {
	c.mu.Lock()
	text := fmt.Sprintf("--- %s: %s (%.2fs)\n%s", verdict, c.name, c.duration.Seconds(), c.out)
	c.out = nil
	c.mu.Unlock()
	p := c.parent
	if p.parent == nil {
		say(c.name, text, true)
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, l := range strings.SplitAfter(text, "\n") {
		if l != "" {
			p.out = append(p.out, "    "+l...)
		}
	}
}

// Run runs f as a subtest in a goroutine of its own and waits until it is over or waits itself to run in parallel.
func (t *T) Run(name string, f func(t *T)) bool {
	if t.cleaning {
		panic("testing: t.Run called during t.Cleanup")
	}
	t.subs.Store(true)
	full, ok, _ := t.state.match.fullName(&t.common, name)
	if !ok || stopNow() {
		return true
	}
	s := &T{state: t.state}
	s.barrier, s.signal = make(chan bool), make(chan bool, 1)
	s.name, s.parent, s.level = full, &t.common, t.level+1
	s.chatty = t.chatty
	s.isEnvSet = false
	if s.chatty {
		say(s.name, fmt.Sprintf("=== RUN   %s\n", s.name), true)
	}
	running.Store(s.name, time.Now())
	go tRunner(s, f)
	if !<-s.signal {
		runtime.Goexit()
	}
	return !s.Failed()
}

func stopNow() bool { return *failFast && numFailed.Load() > 0 }
