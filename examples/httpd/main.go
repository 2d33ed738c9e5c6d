// A small HTTP/1.1 server: persistent connections, pipelining, chunked bodies, deadlines, an orderly end.
//
//	httpd ADDRESS    serves until SIGINT or SIGTERM
//	httpd            shows itself: starts a server and asks it
package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"sort"
	"strings"
	"sync"
	"syscall"
	"time"
)

func sortedNames(h Header) []string {
	names := make([]string, 0, len(h))
	for name := range h {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func newServer() *Server {
	s := &Server{Idle: time.Minute, Busy: 10 * time.Second}
	var mu sync.Mutex
	notes := map[string]string{}
	s.Handle("GET /", func(w *Response, r *Request) {
		if r.Path != "/" {
			w.Status = 404
			fmt.Fprintln(w, "nothing at", r.Path)
			return
		}
		w.Header["content-type"] = []string{"text/plain"}
		fmt.Fprintln(w, "Hello from a server without net/http.")
	})
	s.Handle("POST /echo", func(w *Response, r *Request) { io.Copy(w, r.Body) })
	s.Handle("GET /count", func(w *Response, r *Request) {
		for i := range 2000 {
			fmt.Fprintln(w, i)
		}
	})
	s.Handle("GET /panic", func(w *Response, r *Request) { panic("a handler's mistake") })
	s.Handle("GET /notes/", func(w *Response, r *Request) {
		mu.Lock()
		defer mu.Unlock()
		if text, ok := notes[r.Path]; ok {
			fmt.Fprintln(w, text)
		} else {
			w.Status = 404
			fmt.Fprintln(w, "no note")
		}
	})
	s.Handle("PUT /notes/", func(w *Response, r *Request) {
		b, _ := io.ReadAll(r.Body)
		mu.Lock()
		notes[r.Path] = string(b)
		mu.Unlock()
		fmt.Fprintln(w, "noted", len(b), "bytes")
	})
	return s
}

func main() {
	addr := "127.0.0.1:0"
	if len(os.Args) > 1 {
		addr = os.Args[1]
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	s := newServer()
	if len(os.Args) == 1 {
		s.Busy = time.Second
	}
	ended := make(chan error)
	go func() { ended <- s.Serve(l) }()
	if len(os.Args) > 1 {
		stop := make(chan os.Signal, 1)
		signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
		fmt.Println("listening on", l.Addr(), "until", <-stop)
	} else {
		show(l.Addr().String())
	}
	s.Shutdown(l)
	<-ended
	fmt.Println("end")
}

// talk sends text and shows what comes back, until the server closes the connection.
func talk(addr, text string) {
	c, err := net.Dial("tcp", addr)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer c.Close()
	fmt.Printf("> %.60q\n", text)
	io.WriteString(c, strings.ReplaceAll(text, "\n", "\r\n"))
	in := bufio.NewScanner(c)
	n := 0
	for in.Scan() {
		if n++; n <= 12 {
			fmt.Println("<", in.Text())
		}
	}
	if n > 12 {
		fmt.Println("< ...", n, "lines")
	}
}

func show(addr string) {
	talk(addr, "GET / HTTP/1.1\nHost: x\n\nGET /none HTTP/1.1\nConnection: close\n\n")
	talk(addr, "HEAD / HTTP/1.0\n\n")
	talk(addr, "PUT /notes/a HTTP/1.1\nContent-Length: 5\n\nhelloGET /notes/a HTTP/1.1\n\nGET /notes/b HTTP/1.0\n\n")
	talk(addr, "POST /echo HTTP/1.1\nTransfer-Encoding: chunked\nConnection: close\n\n5\nhello\n7;x=y\n, world\n0\n\n")
	talk(addr, "POST / HTTP/1.0\n\n")
	talk(addr, "nonsense\n\n")
	talk(addr, "GET /"+strings.Repeat("x", 9000)+" HTTP/1.1\n\n")
	talk(addr, "GET /count HTTP/1.1\nConnection: close\n\n")
	talk(addr, "GET /panic HTTP/1.1\n\n")
	talk(addr, "GET / HTTP/1.1\nunfinis")

	// many clients at once, each with one connection for all its requests
	var wg sync.WaitGroup
	answers := make(chan int, 20)
	for i := range cap(answers) {
		wg.Go(func() { answers <- client(addr, i) })
	}
	wg.Wait()
	sum := 0
	for range cap(answers) {
		sum += <-answers
	}
	fmt.Println("many clients:", sum, "answers")
}

func client(addr string, id int) (answers int) {
	c, err := net.Dial("tcp", addr)
	if err != nil {
		return 0
	}
	defer c.Close()
	in := bufio.NewReader(c)
	for k := range 50 {
		text := fmt.Sprint("client ", id, " request ", k)
		fmt.Fprintf(c, "POST /echo HTTP/1.1\r\ncontent-length: %d\r\n\r\n%s", len(text), text)
		in.ReadString('\n')
		h, err := readHeader(in)
		if err != nil {
			return answers
		}
		r, _ := body(in, h)
		if b, _ := io.ReadAll(r); string(b) == text {
			answers++
		}
	}
	return answers
}
