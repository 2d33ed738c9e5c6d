package main

import (
	"bytes"
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

// 10,000 connections (or as many as the argument says), both ends in this program, a goroutine for each end: all idle but one
// that is busy, then all at once. What it holds while they are idle goes to standard error.

// room is n, or for how many connections there may be files.
func room(n int) int {
	files := uint64(2*n + 50)
	var have syscall.Rlimit
	check(syscall.Getrlimit(syscall.RLIMIT_NOFILE, &have))
	if have.Max < files {
		syscall.Setrlimit(syscall.RLIMIT_NOFILE, &syscall.Rlimit{Cur: files, Max: files}) // root may
		check(syscall.Getrlimit(syscall.RLIMIT_NOFILE, &have))
	}
	have.Cur = min(files, have.Max)
	check(syscall.Setrlimit(syscall.RLIMIT_NOFILE, &have))
	return int(have.Cur-50) / 2
}

func rss() int {
	b, _ := os.ReadFile("/proc/self/status")
	_, b, _ = bytes.Cut(b, []byte("VmRSS:"))
	n, _ := strconv.Atoi(string(bytes.Fields(b)[0]))
	return n
}

var accepted atomic.Int32

func serve(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		accepted.Add(1)
		go func() {
			defer c.Close()
			var b [64]byte
			for {
				n, err := c.Read(b[:])
				if err != nil {
					return
				}
				if _, err := c.Write(b[:n]); err != nil {
					return
				}
			}
		}()
	}
}

func check(err error) {
	if err != nil {
		println(err.Error())
		os.Exit(1)
	}
}

// client is a goroutine that reads answers until the connection ends.
func client(c net.Conn, got chan<- int) {
	var b [64]byte
	sum := 0
	for {
		n, err := c.Read(b[:])
		if err == io.EOF {
			got <- sum
			return
		}
		check(err)
		sum += n
	}
}

func busy(addr string, rounds int) {
	c, err := net.Dial("tcp", addr)
	check(err)
	defer c.Close()
	b := []byte("ping")
	for range rounds {
		_, err = c.Write(b)
		check(err)
		_, err = io.ReadFull(c, b)
		check(err)
	}
}

func main() {
	n := 10000
	if len(os.Args) > 1 {
		n, _ = strconv.Atoi(os.Args[1])
	}
	n = room(n)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	addr := l.Addr().String()
	go serve(l)

	start := time.Now()
	conns := make([]*net.TCPConn, n)
	got := make(chan int, n)
	var wg sync.WaitGroup
	const dialers = 20
	for d := range dialers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := d; i < n; i += dialers {
				c, err := net.Dial("tcp", addr)
				check(err)
				conns[i] = c.(*net.TCPConn)
				go client(c, got)
			}
		}()
	}
	wg.Wait()
	for accepted.Load() < int32(n) {
		time.Sleep(time.Millisecond)
	}
	runtime.GC()
	println(n, "connections:", rss(), "KB,", time.Since(start).Milliseconds(), "ms;", runtime.NumGoroutine(), "goroutines")

	start = time.Now()
	busy(addr, 5000)
	println("busy:", time.Since(start).Milliseconds(), "ms")

	start = time.Now()
	for _, c := range conns {
		_, err := c.Write([]byte("hello"))
		check(err)
	}
	for _, c := range conns {
		check(c.CloseWrite())
	}
	sum := 0
	for range conns {
		sum += <-got
	}
	println("all:", time.Since(start).Milliseconds(), "ms")
	for _, c := range conns {
		c.Close()
	}
	l.Close()
	os.Stdout.WriteString(strconv.Itoa(sum) + "\n")
}
