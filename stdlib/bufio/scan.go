package bufio

import (
	"bytes"
	"errors"
	"io"
	"unicode"
	"unicode/utf8"
)

var (
	ErrTooLong         = errors.New("bufio.Scanner: token too long")
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	ErrAdvanceTooFar   = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	ErrBadReadCount    = errors.New("bufio.Scanner: Read returned impossible count")
	ErrFinalToken      = errors.New("final token")
)

const (
	MaxScanTokenSize = 64 * 1024
	startSize        = 4096
)

// A SplitFunc finds the next token in data: how far to advance, and the token (nil: more data is wanted).
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

// A Scanner reads tokens, by default lines.
type Scanner struct {
	r          io.Reader
	split      SplitFunc
	maxSize    int
	token      []byte
	buf        []byte
	start, end int
	err        error
	empties    int
	called     bool
	done       bool
}

func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, maxSize: MaxScanTokenSize}
}

func (s *Scanner) Bytes() []byte { return s.token }
func (s *Scanner) Text() string  { return string(s.token) }

func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

func (s *Scanner) Buffer(buf []byte, max int) {
	if s.called {
		panic("Buffer called after Scan")
	}
	s.buf = buf[0:cap(buf)]
	s.maxSize = max
}

func (s *Scanner) Split(split SplitFunc) {
	if s.called {
		panic("Split called after Scan")
	}
	s.split = split
}

func (s *Scanner) fail(err error) bool {
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
	s.token = nil
	return false
}

// Scan advances to the next token; false at the end or after an error.
func (s *Scanner) Scan() bool {
	if s.done {
		return false
	}
	s.called = true
	for {
		if s.end > s.start || s.err != nil {
			advance, token, err := s.split(s.buf[s.start:s.end], s.err != nil)
			if err != nil {
				s.done = true
				if err == ErrFinalToken {
					s.token = token
					return token != nil
				}
				return s.fail(err)
			}
			if advance < 0 {
				return s.fail(ErrNegativeAdvance)
			}
			if advance > s.end-s.start {
				return s.fail(ErrAdvanceTooFar)
			}
			s.start += advance
			s.token = token
			if token != nil {
				if s.err == nil || advance > 0 {
					s.empties = 0
				} else if s.empties++; s.empties > maxEmpty {
					panic("bufio.Scan: too many empty tokens without progressing")
				}
				return true
			}
		}
		if s.err != nil {
			s.start, s.end = 0, 0
			s.token = nil
			return false
		}
		if !s.more() {
			return false
		}
	}
}

// more makes room and reads.
func (s *Scanner) more() bool {
	if s.start > 0 && (s.end == len(s.buf) || s.start > len(s.buf)/2) {
		copy(s.buf, s.buf[s.start:s.end])
		s.end -= s.start
		s.start = 0
	}
	if s.end == len(s.buf) {
		if len(s.buf) >= s.maxSize || len(s.buf) > int(^uint(0)>>1)/2 {
			return s.fail(ErrTooLong)
		}
		size := min(max(len(s.buf)*2, startSize), s.maxSize)
		grown := make([]byte, size)
		copy(grown, s.buf[s.start:s.end])
		s.buf = grown
		s.end -= s.start
		s.start = 0
	}
	for i := 0; ; i++ {
		n, err := s.r.Read(s.buf[s.end:])
		if n < 0 || len(s.buf)-s.end < n {
			s.fail(ErrBadReadCount)
			return true
		}
		s.end += n
		if err != nil {
			s.err = err
			return true
		}
		if n > 0 {
			s.empties = 0
			return true
		}
		if i > maxEmpty {
			s.err = io.ErrNoProgress
			return true
		}
	}
}

func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

// ScanRunes gives runes; invalid bytes as U+FFFD.
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	if !atEOF && !utf8.FullRune(data) {
		return 0, nil, nil
	}
	r, n := utf8.DecodeRune(data)
	if r == utf8.RuneError && n == 1 {
		return 1, []byte(string(utf8.RuneError)), nil
	}
	return n, data[:n], nil
}

// ScanLines gives lines without their ends.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		line := data[:i]
		if i > 0 && line[i-1] == '\r' {
			line = line[:i-1]
		}
		return i + 1, line, nil
	}
	if !atEOF || len(data) == 0 {
		return 0, nil, nil
	}
	n := len(data)
	if data[n-1] == '\r' {
		return n, data[:n-1], nil
	}
	return n, data, nil
}

// ScanWords gives words between white space.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := 0
	for start < len(data) {
		r, n := utf8.DecodeRune(data[start:])
		if !unicode.IsSpace(r) {
			break
		}
		start += n
	}
	for i := start; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if unicode.IsSpace(r) {
			return i + n, data[start:i], nil
		}
		i += n
	}
	if atEOF && len(data) > start {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}
