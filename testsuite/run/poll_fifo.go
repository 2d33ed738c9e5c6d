package main

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"
)

// FIFOs and terminals opened by name wait in the poller, regular files do not.
func main() {
	dir, err := os.MkdirTemp("", "fifo")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	name := dir + "/f"
	if err := syscall.Mkfifo(name, 0600); err != nil {
		fmt.Println(err)
		return
	}
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	done := make(chan error)
	go func() {
		_, err := f.Read(make([]byte, 1))
		done <- err
	}()
	time.Sleep(10 * time.Millisecond)
	f.Close()
	err = <-done
	fmt.Println(errors.Is(err, os.ErrClosed))
	f, _ = os.OpenFile(name, os.O_RDWR, 0)
	fmt.Println(f.SetReadDeadline(time.Now().Add(10 * time.Millisecond)))
	_, err = f.Read(make([]byte, 1))
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded), os.IsTimeout(err))
	f.SetDeadline(time.Time{})
	n, err := f.Write([]byte("through"))
	fmt.Println(n, err)
	b := make([]byte, 10)
	n, err = f.Read(b)
	fmt.Println(string(b[:n]), err)
	f.Close()
	for _, name := range []string{"/dev/null", "/proc/self/exe", dir} {
		f, _ := os.Open(name)
		fmt.Println(f.SetDeadline(time.Now()) == os.ErrNoDeadline, f.SetDeadline(time.Now()))
		f.Close()
	}
	if p, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0); err == nil {
		err := p.SetDeadline(time.Now())
		if err != nil {
			fmt.Println(err)
		}
		p.Close()
	}
}
