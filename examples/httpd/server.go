package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"sync"
	"time"
)

// A Handler answers requests.
type Handler func(w *Response, r *Request)

// A Response is what a handler writes: with a length when it is small, in chunks when it is not.
type Response struct {
	Status int
	Header Header
	req    *Request
	out    *bufio.Writer
	buf    []byte
	sent   bool // the header is out, chunks follow
}

var reasons = map[int]string{200: "OK", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed", 408: "Request Timeout",
	431: "Request Header Fields Too Large", 500: "Internal Server Error"}

func (w *Response) writeHeader(length int) {
	fmt.Fprintf(w.out, "HTTP/1.1 %d %s\r\n", w.Status, reasons[w.Status])
	for _, name := range sortedNames(w.Header) {
		for _, v := range w.Header[name] {
			fmt.Fprintf(w.out, "%s: %s\r\n", name, v)
		}
	}
	if length >= 0 {
		fmt.Fprintf(w.out, "content-length: %d\r\n", length)
	} else {
		fmt.Fprint(w.out, "transfer-encoding: chunked\r\n")
	}
	if w.req == nil || !w.req.keepAlive() {
		fmt.Fprint(w.out, "connection: close\r\n")
	}
	fmt.Fprint(w.out, "\r\n")
}

const small = 2048

func (w *Response) chunk() {
	if !w.sent {
		w.writeHeader(-1)
		w.sent = true
	}
	if w.req.Method != "HEAD" && len(w.buf) > 0 {
		fmt.Fprintf(w.out, "%x\r\n%s\r\n", len(w.buf), w.buf)
	}
	w.buf = w.buf[:0]
}

func (w *Response) Write(p []byte) (int, error) {
	w.buf = append(w.buf, p...)
	if len(w.buf) > small && w.req != nil && w.req.Minor == 1 {
		w.chunk()
	}
	return len(p), nil
}

func (w *Response) finish() error {
	if w.sent {
		if len(w.buf) > 0 {
			w.chunk()
		}
		if w.req.Method != "HEAD" {
			fmt.Fprint(w.out, "0\r\n\r\n")
		}
	} else {
		w.writeHeader(len(w.buf))
		if w.req == nil || w.req.Method != "HEAD" {
			w.out.Write(w.buf)
		}
	}
	return w.out.Flush()
}

// A Server has routes, "METHOD /path", or "METHOD /path/" for all below.
type Server struct {
	Idle, Busy time.Duration // how long a client may be silent between requests, within one
	routes     map[string]Handler
	mu         sync.Mutex
	conns      map[net.Conn]bool // false: between requests
	closing    bool
	done       sync.WaitGroup
}

func (s *Server) Handle(route string, h Handler) {
	if s.routes == nil {
		s.routes = map[string]Handler{}
	}
	s.routes[route] = h
}

// find looks for the route of the path, then for those above it.
func (s *Server) find(r *Request) (Handler, int) {
	method := r.Method
	if method == "HEAD" {
		method = "GET"
	}
	status := 404
	for path := r.Path; path != ""; path = path[:strings.LastIndexByte(strings.TrimSuffix(path, "/"), '/')+1] {
		if h := s.routes[method+" "+path]; h != nil {
			return h, 200
		}
		for _, m := range []string{"GET", "POST", "PUT", "DELETE"} {
			if s.routes[m+" "+path] != nil {
				status = 405
			}
		}
		if path == "/" {
			break
		}
	}
	return func(w *Response, r *Request) { fmt.Fprintf(w, "%d %s\n", status, reasons[status]) }, status
}

// track notes what a connection does; false: the server closes.
func (s *Server) track(c net.Conn, busy bool) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closing {
		return false
	}
	if s.conns == nil {
		s.conns = map[net.Conn]bool{}
	}
	s.conns[c] = busy
	return true
}

func (s *Server) forget(c net.Conn) {
	s.mu.Lock()
	delete(s.conns, c)
	s.mu.Unlock()
	c.Close()
}

// Serve answers what comes to l until l is closed.
func (s *Server) Serve(l net.Listener) error {
	for {
		c, err := l.Accept()
		if err != nil {
			return err
		}
		s.done.Add(1)
		go func() {
			defer s.done.Done()
			defer s.forget(c)
			s.serve(c)
		}()
	}
}

func (s *Server) serve(c net.Conn) {
	in, out := bufio.NewReaderSize(c, maxLine), bufio.NewWriterSize(c, small)
	for s.track(c, false) {
		c.SetReadDeadline(time.Now().Add(s.Idle))
		if _, err := in.Peek(1); err != nil {
			return
		}
		if !s.track(c, true) {
			return
		}
		c.SetReadDeadline(time.Now().Add(s.Busy))
		req, err := readRequest(in)
		if err != nil {
			s.refuse(out, err)
			drain(c)
			return
		}
		if !s.answer(out, req) || !req.keepAlive() {
			return
		}
	}
}

func (s *Server) refuse(out *bufio.Writer, err error) {
	w := &Response{Status: 400, out: out}
	switch {
	case errors.Is(err, os.ErrDeadlineExceeded):
		w.Status, err = 408, errSlow
	case err == errTooLong:
		w.Status = 431
	case err != errMalformed:
		return // it went away
	}
	fmt.Fprintln(w, err)
	w.finish()
}

// drain ends the connection without losing the last answer: closing with something unread would make the system reset it.
func drain(c net.Conn) {
	if t, ok := c.(*net.TCPConn); ok {
		t.CloseWrite()
		c.SetReadDeadline(time.Now().Add(time.Second))
		io.Copy(io.Discard, c)
	}
}

// answer calls the handler. True: the connection can go on.
func (s *Server) answer(out *bufio.Writer, req *Request) (ok bool) {
	w := &Response{Status: 200, Header: Header{}, req: req, out: out}
	defer func() {
		if err := recover(); err != nil {
			w.Status, w.buf, w.req.Minor = 500, nil, 0
			fmt.Fprintln(w, "500", err)
			w.finish()
			ok = false
		}
	}()
	if req.Header.has("expect", "100-continue") {
		fmt.Fprint(out, "HTTP/1.1 100 Continue\r\n\r\n")
		out.Flush()
	}
	h, status := s.find(req)
	w.Status = status
	h(w, req)
	_, err := io.Copy(io.Discard, req.Body)
	return w.finish() == nil && err == nil
}

// Shutdown lets the requests under way finish and closes the connections between requests.
func (s *Server) Shutdown(l net.Listener) {
	l.Close()
	s.mu.Lock()
	s.closing = true
	for c, busy := range s.conns {
		if !busy {
			c.Close()
		}
	}
	s.mu.Unlock()
	s.done.Wait()
}
