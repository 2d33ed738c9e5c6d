// Package exec runs other programs.
package exec

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// A Cmd is a program to run, running, or run. It is used once.
type Cmd struct {
	Path         string   // of the program
	Args         []string // with its name first
	Env          []string // nil: this process's; of a name that is there twice the last counts
	Dir          string   // "": the current directory
	Stdin        io.Reader
	Stdout       io.Writer
	Stderr       io.Writer // those that are no *os.File get a pipe and a goroutine; nil is the null device
	ExtraFiles   []*os.File
	SysProcAttr  *syscall.SysProcAttr
	Process      *os.Process
	ProcessState *os.ProcessState
	Err          error         // of LookPath
	Cancel       func() error  // what the end of the context does, Process.Kill by default
	WaitDelay    time.Duration // how long after that, or after the program's end, others may hold its pipes open

	ctx        context.Context
	childFiles []io.Closer // the child's ends, closed once it has them
	ourFiles   []io.Closer // ours, closed by Wait
	copying    []func() error
	copied     chan error
	watched    chan error // what the end of the context came to
	ended      chan struct{}
}

// Command is the Cmd that runs name with arguments. Without a slash the program is looked for in PATH.
func Command(name string, arg ...string) *Cmd {
	c := &Cmd{Path: name, Args: append([]string{name}, arg...)}
	if filepath.Base(name) == name {
		path, err := LookPath(name)
		if path != "" {
			c.Path = path
		}
		c.Err = err
	}
	return c
}

// CommandContext is Command, and the program is killed when ctx is done before it ends.
func CommandContext(ctx context.Context, name string, arg ...string) *Cmd {
	if ctx == nil {
		panic("nil Context")
	}
	c := Command(name, arg...)
	c.ctx = ctx
	c.Cancel = func() error { return c.Process.Kill() }
	return c
}

func (c *Cmd) String() string {
	if c.Err != nil || c.Path == "" {
		return strings.Join(c.Args, " ")
	}
	return strings.Join(append([]string{c.Path}, c.Args[min(1, len(c.Args)):]...), " ")
}

// environment is what the program gets, each name once.
func environment(env []string) ([]string, error) {
	seen := map[string]bool{}
	var list []string
	var err error
	for i := len(env) - 1; i >= 0; i-- {
		kv := env[i]
		if strings.IndexByte(kv, 0) >= 0 {
			err = errors.New("exec: environment variable contains NUL")
			continue
		}
		name, _, ok := strings.Cut(kv, "=")
		if !ok {
			if kv != "" {
				list = append(list, kv)
			}
			continue
		}
		if !seen[name] {
			seen[name] = true
			list = append(list, kv)
		}
	}
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
	return list, err
}

func (c *Cmd) env() ([]string, error) {
	env := c.Env
	if env == nil {
		env = os.Environ()
		if c.Dir != "" {
			if dir, err := filepath.Abs(c.Dir); err == nil {
				env = append(env, "PWD="+dir)
			}
		}
	}
	return environment(env)
}

// Environ is the environment the program would get.
func (c *Cmd) Environ() []string {
	env, _ := c.env()
	return env
}

// ---- descriptors ----

func (c *Cmd) null(flag int) (*os.File, error) {
	f, err := os.OpenFile(os.DevNull, flag, 0)
	if err == nil {
		c.childFiles = append(c.childFiles, f)
	}
	return f, err
}

func (c *Cmd) stdin() (*os.File, error) {
	if c.Stdin == nil {
		return c.null(os.O_RDONLY)
	}
	if f, ok := c.Stdin.(*os.File); ok {
		return f, nil
	}
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c.childFiles = append(c.childFiles, r)
	c.ourFiles = append(c.ourFiles, w)
	c.copying = append(c.copying, func() error {
		_, err := io.Copy(w, c.Stdin)
		if errors.Is(err, syscall.EPIPE) { // the program does not want it all
			err = nil
		}
		if e := w.Close(); err == nil {
			err = e
		}
		return err
	})
	return r, nil
}

func (c *Cmd) output(to io.Writer) (*os.File, error) {
	if to == nil {
		return c.null(os.O_WRONLY)
	}
	if f, ok := to.(*os.File); ok {
		return f, nil
	}
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c.childFiles = append(c.childFiles, w)
	c.ourFiles = append(c.ourFiles, r)
	c.copying = append(c.copying, func() error {
		_, err := io.Copy(to, r)
		r.Close()
		return err
	})
	return w, nil
}

// same reports whether both are one writer; comparing may panic.
func same(a, b io.Writer) (equal bool) {
	defer func() { recover() }()
	return a != nil && a == b
}

func (c *Cmd) files() ([]*os.File, error) {
	in, err := c.stdin()
	if err != nil {
		return nil, err
	}
	out, err := c.output(c.Stdout)
	if err != nil {
		return nil, err
	}
	errs := out
	if !same(c.Stderr, c.Stdout) {
		if errs, err = c.output(c.Stderr); err != nil {
			return nil, err
		}
	}
	return append([]*os.File{in, out, errs}, c.ExtraFiles...), nil
}

func closeAll(list []io.Closer) {
	for _, f := range list {
		f.Close()
	}
}

// StdinPipe is what the program reads; Wait closes it, and closing it earlier is the end of the program's input.
func (c *Cmd) StdinPipe() (io.WriteCloser, error) {
	if c.Stdin != nil {
		return nil, errors.New("exec: Stdin already set")
	}
	if c.Process != nil {
		return nil, errors.New("exec: StdinPipe after process started")
	}
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c.Stdin = r
	c.childFiles = append(c.childFiles, r)
	c.ourFiles = append(c.ourFiles, w)
	return w, nil
}

func (c *Cmd) outputPipe(name string, to *io.Writer) (io.ReadCloser, error) {
	if *to != nil {
		return nil, errors.New("exec: " + name + " already set")
	}
	if c.Process != nil {
		return nil, errors.New("exec: " + name + "Pipe after process started")
	}
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	*to = w
	c.childFiles = append(c.childFiles, w)
	c.ourFiles = append(c.ourFiles, r)
	return r, nil
}

// StdoutPipe is what the program writes; it must be read to its end before Wait, which closes it.
func (c *Cmd) StdoutPipe() (io.ReadCloser, error) { return c.outputPipe("Stdout", &c.Stdout) }

// StderrPipe is the same of standard error.
func (c *Cmd) StderrPipe() (io.ReadCloser, error) { return c.outputPipe("Stderr", &c.Stderr) }

// ---- running ----

// Start starts the program and does not wait for it.
func (c *Cmd) Start() error {
	started := false
	defer func() {
		closeAll(c.childFiles)
		c.childFiles = nil
		if !started {
			closeAll(c.ourFiles)
			c.ourFiles = nil
		}
	}()
	if c.Path == "" && c.Err == nil {
		c.Err = errors.New("exec: no command")
	}
	if c.Err != nil {
		return c.Err
	}
	if c.Process != nil {
		return errors.New("exec: already started")
	}
	if c.Cancel != nil && c.ctx == nil {
		return errors.New("exec: command with a non-nil Cancel was not created with CommandContext")
	}
	if c.ctx != nil && c.ctx.Err() != nil {
		return c.ctx.Err()
	}
	files, err := c.files()
	if err != nil {
		return err
	}
	env, err := c.env()
	if err != nil {
		return err
	}
	args := c.Args
	if len(args) == 0 {
		args = []string{c.Path}
	}
	c.Process, err = os.StartProcess(c.Path, args, &os.ProcAttr{Dir: c.Dir, Env: env, Files: files, Sys: c.SysProcAttr})
	if err != nil {
		return err
	}
	started = true
	if len(c.copying) > 0 {
		c.copied = make(chan error, len(c.copying))
		for _, f := range c.copying {
			go func() { c.copied <- f() }()
		}
	}
	if c.ctx != nil && c.ctx.Done() != nil && (c.Cancel != nil || c.WaitDelay != 0) {
		c.watched, c.ended = make(chan error, 1), make(chan struct{})
		go c.watch()
	}
	return nil
}

// watch waits for the context's end or the program's.
func (c *Cmd) watch() {
	select {
	case <-c.ended:
		c.watched <- nil
		return
	case <-c.ctx.Done():
	}
	err := c.ctx.Err()
	if c.Cancel != nil {
		if e := c.Cancel(); errors.Is(e, os.ErrProcessDone) {
			err = nil // it was done before
		} else if e != nil {
			err = &cancelError{e}
		}
	}
	if c.WaitDelay > 0 {
		t := time.NewTimer(c.WaitDelay)
		select {
		case <-c.ended:
			t.Stop()
		case <-t.C:
			if c.Process.Kill() == nil && err == nil {
				err = c.ctx.Err()
			}
		}
	}
	c.watched <- err
}

type cancelError struct{ err error }

func (e *cancelError) Error() string { return "exec: canceling Cmd: " + e.err.Error() }
func (e *cancelError) Unwrap() error { return e.err }

// An ExitError is of a program that ended with another status than 0. Stderr is a part of what it wrote there, if Output ran it.
type ExitError struct {
	*os.ProcessState
	Stderr []byte
}

func (e *ExitError) Error() string { return e.ProcessState.String() }

// waitCopies waits for the goroutines that copy; with a WaitDelay not for longer.
func (c *Cmd) waitCopies() error {
	var timeout <-chan time.Time
	if c.WaitDelay > 0 {
		t := time.NewTimer(c.WaitDelay)
		defer t.Stop()
		timeout = t.C
	}
	var first error
	for range c.copying {
		select {
		case err := <-c.copied:
			if first == nil {
				first = err
			}
		case <-timeout:
			closeAll(c.ourFiles)
			if first == nil {
				first = ErrWaitDelay
			}
			return first
		}
	}
	return first
}

// Wait waits for the program and for what is copied to and from it.
func (c *Cmd) Wait() error {
	if c.Process == nil {
		return errors.New("exec: not started")
	}
	if c.ProcessState != nil {
		return errors.New("exec: Wait was already called")
	}
	state, err := c.Process.Wait()
	if err == nil && !state.Success() {
		err = &ExitError{ProcessState: state}
	}
	c.ProcessState = state
	if c.watched != nil {
		close(c.ended)
		if e := <-c.watched; e != nil && !isExit(err) { // the program's own status says more
			err = e
		}
	}
	if e := c.waitCopies(); e != nil && err == nil {
		err = e
	}
	closeAll(c.ourFiles)
	c.ourFiles = nil
	return err
}

func isExit(err error) bool {
	_, ok := err.(*ExitError)
	return ok
}

// Run starts the program and waits for it.
func (c *Cmd) Run() error {
	if err := c.Start(); err != nil {
		return err
	}
	return c.Wait()
}

// CombinedOutput runs the program and returns all it wrote.
func (c *Cmd) CombinedOutput() ([]byte, error) {
	if c.Stdout != nil {
		return nil, errors.New("exec: Stdout already set")
	}
	if c.Stderr != nil {
		return nil, errors.New("exec: Stderr already set")
	}
	var b bytes.Buffer
	c.Stdout = &b
	c.Stderr = &b
	err := c.Run()
	return b.Bytes(), err
}

// Output runs the program and returns its standard output.
func (c *Cmd) Output() ([]byte, error) {
	if c.Stdout != nil {
		return nil, errors.New("exec: Stdout already set")
	}
	var b bytes.Buffer
	c.Stdout = &b
	var ends *endsWriter
	if c.Stderr == nil {
		ends = &endsWriter{}
		c.Stderr = ends
	}
	err := c.Run()
	if e, ok := err.(*ExitError); ok && ends != nil {
		e.Stderr = ends.text()
	}
	return b.Bytes(), err
}

// An endsWriter keeps the first and the last 32 KB.
type endsWriter struct {
	first, last []byte
	skipped     int
}

const endsSize = 32 << 10

func (w *endsWriter) Write(b []byte) (int, error) {
	n := len(b)
	k := min(endsSize-len(w.first), n)
	w.first = append(w.first, b[:k]...)
	w.last = append(w.last, b[k:]...)
	if over := len(w.last) - endsSize; over > 0 {
		w.skipped += over
		w.last = append(w.last[:0], w.last[over:]...)
	}
	return n, nil
}

func (w *endsWriter) text() []byte {
	b := w.first
	if w.skipped > 0 {
		b = append(b, "\n... omitting "+strconv.Itoa(w.skipped)+" bytes ...\n"...)
	}
	return append(b, w.last...)
}
