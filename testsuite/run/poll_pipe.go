package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

func main() {
	r, w, err := os.Pipe()
	if err != nil {
		fmt.Println(err)
		return
	}
	go func() {
		for i := 0; i < 3; i++ {
			fmt.Fprintf(w, "line %d\n", i)
			time.Sleep(time.Millisecond)
		}
		w.Close()
	}()
	b, err := io.ReadAll(r)
	fmt.Printf("%q %v\n", b, err)
	r.Close()

	r, w, _ = os.Pipe()
	r.SetReadDeadline(time.Now().Add(20 * time.Millisecond))
	n, err := r.Read(make([]byte, 10))
	fmt.Println(n, err, os.IsTimeout(err), errors.Is(err, os.ErrDeadlineExceeded))
	n, err = r.Read(make([]byte, 10))
	fmt.Println(n, err)
	r.SetReadDeadline(time.Time{})
	go func() {
		time.Sleep(10 * time.Millisecond)
		r.SetDeadline(time.Now())
	}()
	n, err = r.Read(make([]byte, 10))
	fmt.Println(n, err)
	r.SetDeadline(time.Time{})
	w.Write([]byte("abc"))
	n, err = r.Read(make([]byte, 10))
	fmt.Println(n, err)

	// a full pipe
	w.SetWriteDeadline(time.Now().Add(20 * time.Millisecond))
	n, err = w.Write(make([]byte, 1<<20))
	fmt.Println(n, err)

	// close wakes
	r2, w2, _ := os.Pipe()
	done := make(chan error)
	go func() {
		_, err := r2.Read(make([]byte, 1))
		done <- err
	}()
	time.Sleep(10 * time.Millisecond)
	fmt.Println(r2.Close())
	err = <-done
	fmt.Println(err, errors.Is(err, os.ErrClosed))
	fmt.Println(r2.Close())
	_, err = r2.Read(make([]byte, 1))
	fmt.Println(err)
	_, err = w2.Write([]byte("x"))
	fmt.Println(err)
	f, _ := os.Open("/proc/self/exe")
	fmt.Println(f.SetDeadline(time.Now()))
	f.Close()
	fmt.Println(f.SetDeadline(time.Now()))
}
