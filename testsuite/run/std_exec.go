// os/exec and processes: statuses, signals, pipes, environment, directories, descriptors, contexts.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"
)

func sh(script string) *exec.Cmd { return exec.Command("/bin/sh", "-c", script) }

func main() {
	out, err := sh("echo out; echo err >&2; exit 3").Output()
	var exit *exec.ExitError
	fmt.Printf("%q %v %v\n", out, err, errors.As(err, &exit))
	fmt.Printf("%d %v %v %q\n", exit.ExitCode(), exit.Exited(), exit.Success(), exit.Stderr)
	out, err = sh("echo out; echo err >&2").CombinedOutput()
	fmt.Printf("%q %v\n", out, err)
	err = sh("kill -TERM $$").Run()
	status := err.(*exec.ExitError).Sys().(syscall.WaitStatus)
	fmt.Println(err, status.Signaled(), status.Signal(), err.(*exec.ExitError).ExitCode())

	c := sh("cat; echo $A $B; pwd")
	c.Stdin = strings.NewReader("input\n")
	c.Env = []string{"A=1", "B=2", "A=3"}
	c.Dir = "/"
	out, err = c.Output()
	fmt.Printf("%q %v %v\n", out, err, c.ProcessState)

	// more than pipes hold, both ways
	big := bytes.Repeat([]byte("0123456789abcdef"), 20000)
	c = exec.Command("/bin/cat")
	c.Stdin = bytes.NewReader(big)
	var got bytes.Buffer
	c.Stdout = &got
	fmt.Println(c.Run(), bytes.Equal(got.Bytes(), big))
	c = sh("exit 0") // does not read its input
	c.Stdin = bytes.NewReader(big)
	fmt.Println(c.Run())

	// pipes
	c = exec.Command("/bin/cat")
	w, _ := c.StdinPipe()
	r, _ := c.StdoutPipe()
	fmt.Println(c.Start())
	fmt.Fprint(w, "through")
	w.Close()
	b, err := io.ReadAll(r)
	fmt.Printf("%q %v %v\n", b, err, c.Wait())
	fmt.Println(c.Process.Signal(syscall.Signal(0)), c.Wait(), c.Start())

	// one more descriptor
	pr, pw, _ := os.Pipe()
	c = sh("echo third >&3")
	c.ExtraFiles = []*os.File{pw}
	fmt.Println(c.Run())
	pw.Close()
	b, _ = io.ReadAll(pr)
	fmt.Printf("%q\n", b)

	// what cannot be started
	_, err = exec.LookPath("no-such-program-anywhere")
	fmt.Println(err, errors.Is(err, exec.ErrNotFound), exec.Command("no-such-program-anywhere").Run())
	err = exec.Command("/no/such/program").Run()
	fmt.Println(err, errors.Is(err, fs.ErrNotExist))
	err = exec.Command("/dev/null").Run()
	fmt.Println(err, errors.Is(err, fs.ErrPermission))
	c = sh("true")
	c.Dir = "/no/such/directory"
	fmt.Println(c.Run())
	dir, _ := os.MkdirTemp("", "exec")
	defer os.RemoveAll(dir)
	os.WriteFile(dir+"/text", []byte("neither machine code nor script\n"), 0755)
	err = exec.Command(dir + "/text").Run()
	fmt.Println(strings.ReplaceAll(fmt.Sprint(err), dir, "DIR"), errors.Is(err, syscall.ENOEXEC))
	os.WriteFile(dir+"/script", []byte("#!/bin/sh\necho script $1\n"), 0755)
	out, err = exec.Command(dir+"/script", "arg").Output()
	fmt.Printf("%q %v\n", out, err)

	// contexts
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	start := time.Now()
	err = exec.CommandContext(ctx, "sleep", "20").Run()
	fmt.Println(err, ctx.Err(), time.Since(start) < 15*time.Second)
	fmt.Println(exec.CommandContext(ctx, "true").Run())

	// a process by hand
	p, err := os.StartProcess("/bin/sh", []string{"sh", "-c", "sleep 20"}, &os.ProcAttr{Files: []*os.File{}})
	fmt.Println(err, p.Signal(syscall.SIGKILL))
	state, err := p.Wait()
	fmt.Println(state, err, state.Pid() == p.Pid, p.Kill(), errors.Is(p.Kill(), os.ErrProcessDone))

	// many at once
	var wg sync.WaitGroup
	var mu sync.Mutex
	sum := 0
	for i := range 20 {
		wg.Go(func() {
			err := sh(fmt.Sprintf("exit %d", i)).Run()
			mu.Lock()
			defer mu.Unlock()
			var e *exec.ExitError
			if errors.As(err, &e) {
				sum += e.ExitCode()
			} else if err != nil {
				fmt.Println(err)
			}
		})
	}
	wg.Wait()
	fmt.Println(sum)
	fmt.Println(sh("true").String(), exec.Command("/bin/x", "a", "b"))
}
