// bufio: scanners with all split functions and one of our own, readers with peeking and unreading, writers that fill up.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
)

func count(text string, split bufio.SplitFunc) (out []string) {
	s := bufio.NewScanner(strings.NewReader(text))
	s.Split(split)
	for s.Scan() {
		out = append(out, s.Text())
	}
	if err := s.Err(); err != nil {
		out = append(out, "ERR "+err.Error())
	}
	return
}

// Runs of digits.
func numbers(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := bytes.IndexFunc(data, unicode.IsDigit)
	if start < 0 {
		return len(data), nil, nil
	}
	for i := start; i < len(data); i++ {
		if !unicode.IsDigit(rune(data[i])) {
			return i, data[start:i], nil
		}
	}
	if atEOF {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}

type slow struct{ r io.Reader }

func (s slow) Read(p []byte) (int, error) { return s.r.Read(p[:min(3, len(p))]) }

type limited struct {
	bytes.Buffer
	left int
}

var errFull = errors.New("full")

func (l *limited) Write(p []byte) (int, error) {
	n := min(len(p), l.left)
	l.left -= n
	l.Buffer.Write(p[:n])
	if n < len(p) {
		return n, errFull
	}
	return n, nil
}

func main() {
	text := "one two\r\n  three\n\nfour é\xff7\n12 a345b6"
	fmt.Printf("%q\n", count(text, bufio.ScanLines))
	fmt.Printf("%q\n", count(text, bufio.ScanWords))
	fmt.Printf("%q\n", count("é\xff!", bufio.ScanRunes))
	fmt.Printf("%q\n", count("ab", bufio.ScanBytes))
	fmt.Printf("%q\n", count(text, numbers))
	s := bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100)))
	s.Buffer(make([]byte, 8), 16)
	fmt.Println(s.Scan(), s.Err())

	r := bufio.NewReaderSize(slow{strings.NewReader("hello, world\nsecond line\nrest")}, 16)
	p, err := r.Peek(5)
	fmt.Println(string(p), err, r.Buffered() >= 5)
	c, n, _ := r.ReadRune()
	fmt.Println(string(c), n, r.UnreadRune(), r.UnreadRune() != nil)
	line, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	part, more, err := r.ReadLine()
	fmt.Printf("%q %v %v\n", part, more, err)
	d, err := r.Discard(2)
	fmt.Println(d, err)
	line, err = r.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)

	l := &limited{left: 10}
	w := bufio.NewWriterSize(l, 16)
	fmt.Fprintf(w, "%s-%d", "abcdefgh", 42)
	fmt.Println(w.Buffered(), w.Available(), l.Len())
	fmt.Println(w.Flush(), l.String())
	_, err = w.WriteString("more")
	fmt.Println(err, errors.Is(w.Flush(), errFull))
}
