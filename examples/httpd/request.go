package main

import (
	"bufio"
	"errors"
	"io"
	"strconv"
	"strings"
)

// A Header has the values of each name; names are in lower case.
type Header map[string][]string

func (h Header) Get(name string) string {
	if v := h[name]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// has says whether a header's list of words contains word.
func (h Header) has(name, word string) bool {
	for _, v := range h[name] {
		for w := range strings.SplitSeq(v, ",") {
			if strings.EqualFold(strings.TrimSpace(w), word) {
				return true
			}
		}
	}
	return false
}

// A Request is what a client wants.
type Request struct {
	Method, Path, Query string
	Minor               int // of HTTP/1.
	Header              Header
	Body                io.Reader
}

// keepAlive says whether the client goes on with the same connection.
func (r *Request) keepAlive() bool {
	if r.Minor == 0 {
		return r.Header.has("connection", "keep-alive")
	}
	return !r.Header.has("connection", "close")
}

const maxLine, maxHeaders = 4096, 100

var (
	errMalformed = errors.New("malformed request")
	errTooLong   = errors.New("line too long")
	errSlow      = errors.New("request took too long")
)

func readLine(r *bufio.Reader) (string, error) {
	line, err := r.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		return "", errTooLong
	}
	if err != nil {
		return "", err
	}
	return strings.TrimRight(string(line), "\r\n"), nil
}

func readHeader(r *bufio.Reader) (Header, error) {
	h := Header{}
	for range maxHeaders {
		line, err := readLine(r)
		if err != nil {
			return nil, err
		}
		if line == "" {
			return h, nil
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok || name == "" || strings.ContainsAny(name, " \t") {
			return nil, errMalformed
		}
		name = strings.ToLower(name)
		h[name] = append(h[name], strings.TrimSpace(value))
	}
	return nil, errTooLong
}

// readRequest reads up to the body. io.EOF: the client has no more.
func readRequest(r *bufio.Reader) (*Request, error) {
	line, err := readLine(r)
	for err == nil && line == "" { // some clients send an empty line after a body
		line, err = readLine(r)
	}
	if err != nil {
		return nil, err
	}
	words := strings.Split(line, " ")
	if len(words) != 3 || !strings.HasPrefix(words[1], "/") {
		return nil, errMalformed
	}
	req := &Request{Method: words[0]}
	req.Path, req.Query, _ = strings.Cut(words[1], "?")
	switch words[2] {
	case "HTTP/1.1":
		req.Minor = 1
	case "HTTP/1.0":
	default:
		return nil, errMalformed
	}
	if req.Header, err = readHeader(r); err != nil {
		return nil, unexpected(err)
	}
	req.Body, err = body(r, req.Header)
	return req, err
}

func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

func body(r *bufio.Reader, h Header) (io.Reader, error) {
	if h.has("transfer-encoding", "chunked") {
		return &chunks{r: r}, nil
	}
	length := h.Get("content-length")
	if length == "" {
		return strings.NewReader(""), nil
	}
	n, err := strconv.ParseUint(length, 10, 62)
	if err != nil {
		return nil, errMalformed
	}
	return io.LimitReader(r, int64(n)), nil
}

// chunks reads a body of pieces with their lengths before them.
type chunks struct {
	r    *bufio.Reader
	left uint64
	some bool // a piece was read: its end of line comes first
	err  error
}

func (c *chunks) next() error {
	if c.some {
		if line, err := readLine(c.r); err != nil || line != "" {
			return errMalformed
		}
	}
	line, err := readLine(c.r)
	if err != nil {
		return unexpected(err)
	}
	size, _, _ := strings.Cut(line, ";")
	if c.left, err = strconv.ParseUint(strings.TrimSpace(size), 16, 62); err != nil {
		return errMalformed
	}
	c.some = true
	if c.left > 0 {
		return nil
	}
	if _, err := readHeader(c.r); err != nil {
		return unexpected(err)
	}
	return io.EOF
}

func (c *chunks) Read(p []byte) (int, error) {
	if c.err == nil && c.left == 0 {
		c.err = c.next()
	}
	if c.err != nil {
		return 0, c.err
	}
	n, err := c.r.Read(p[:min(uint64(len(p)), c.left)])
	c.left -= uint64(n)
	c.err = unexpected(err)
	return n, c.err
}
