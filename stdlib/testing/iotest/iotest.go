// Package iotest has readers and writers for tests.
package iotest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
)

// ErrTimeout is the error of TimeoutReader.
var ErrTimeout = errors.New("timeout")

type readFunc func(p []byte) (int, error)

func (f readFunc) Read(p []byte) (int, error) { return f(p) }

// OneByteReader reads one byte at a time.
func OneByteReader(r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) {
		if len(p) == 0 {
			return 0, nil
		}
		return r.Read(p[:1])
	})
}

// HalfReader reads half of what is asked for.
func HalfReader(r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) { return r.Read(p[:(len(p)+1)/2]) })
}

// DataErrReader gives the final error together with the last data.
func DataErrReader(r io.Reader) io.Reader {
	var unread []byte
	data := make([]byte, 1024)
	return readFunc(func(p []byte) (n int, err error) {
		for {
			if len(unread) == 0 {
				n1, err1 := r.Read(data)
				unread, err = data[:n1], err1
			}
			if n > 0 || err != nil {
				return n, err
			}
			n = copy(p, unread)
			unread = unread[n:]
		}
	})
}

// TimeoutReader fails once, at the second read.
func TimeoutReader(r io.Reader) io.Reader {
	count := 0
	return readFunc(func(p []byte) (int, error) {
		if count++; count == 2 {
			return 0, ErrTimeout
		}
		return r.Read(p)
	})
}

// ErrReader gives err for every read.
func ErrReader(err error) io.Reader {
	return readFunc(func(p []byte) (int, error) { return 0, err })
}

type writeFunc func(p []byte) (int, error)

func (f writeFunc) Write(p []byte) (int, error) { return f(p) }

// TruncateWriter drops what comes after n bytes.
func TruncateWriter(w io.Writer, n int64) io.Writer {
	return writeFunc(func(p []byte) (int, error) {
		if n <= 0 {
			return len(p), nil
		}
		k, err := w.Write(p[:min(int64(len(p)), n)])
		n -= int64(k)
		if err == nil {
			k = len(p)
		}
		return k, err
	})
}

// NewWriteLogger logs what is written to w.
func NewWriteLogger(prefix string, w io.Writer) io.Writer {
	return writeFunc(func(p []byte) (int, error) {
		n, err := w.Write(p)
		if err != nil {
			log.Printf("%s %x: %v", prefix, p[:n], err)
		} else {
			log.Printf("%s %x", prefix, p[:n])
		}
		return n, err
	})
}

// NewReadLogger logs what is read from r.
func NewReadLogger(prefix string, r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) {
		n, err := r.Read(p)
		if err != nil {
			log.Printf("%s %x: %v", prefix, p[:n], err)
		} else {
			log.Printf("%s %x", prefix, p[:n])
		}
		return n, err
	})
}

// TestReader checks that r, and its ReadAt and Seek when it has them, give content.
func TestReader(r io.Reader, content []byte) error {
	if len(content) > 0 {
		if n, err := r.Read(nil); n != 0 || err != nil {
			return fmt.Errorf("Read(0) = %d, %v, want 0, nil", n, err)
		}
	}
	data, err := io.ReadAll(readFunc(func(p []byte) (int, error) { return r.Read(p[:min(len(p), 7)]) }))
	if err != nil {
		return err
	}
	if !bytes.Equal(data, content) {
		return fmt.Errorf("ReadAll(small amounts) = %q\n\twant %q", data, content)
	}
	if n, err := r.Read(make([]byte, 10)); n != 0 || err != io.EOF {
		return fmt.Errorf("Read(10) at EOF = %v, %v, want 0, EOF", n, err)
	}
	if s, ok := r.(io.ReadSeeker); ok {
		if err := testSeek(s, content); err != nil {
			return err
		}
	}
	if a, ok := r.(io.ReaderAt); ok {
		return testAt(a, content)
	}
	return nil
}

func testSeek(r io.ReadSeeker, content []byte) error {
	if off, err := r.Seek(0, io.SeekCurrent); off != int64(len(content)) || err != nil {
		return fmt.Errorf("Seek(0, 1) from EOF = %d, %v, want %d, nil", off, err, len(content))
	}
	middle := len(content) - len(content)/3
	for _, at := range []int{0, len(content) / 2, middle} {
		if off, err := r.Seek(int64(at-len(content)), io.SeekEnd); off != int64(at) || err != nil {
			return fmt.Errorf("Seek(%d, 2) = %d, %v, want %d, nil", at-len(content), off, err, at)
		}
		data, err := io.ReadAll(r)
		if err != nil || !bytes.Equal(data, content[at:]) {
			return fmt.Errorf("ReadAll from offset %d = %q, %v\n\twant %q", at, data, err, content[at:])
		}
	}
	if _, err := r.Seek(-1, io.SeekStart); err == nil {
		return fmt.Errorf("Seek(-1, 0) succeeded, want error")
	}
	return nil
}

func testAt(r io.ReaderAt, content []byte) error {
	buf := make([]byte, len(content)+10)
	if n, err := r.ReadAt(buf, 0); n != len(content) || err != io.EOF || !bytes.Equal(buf[:n], content) {
		return fmt.Errorf("ReadAt(%d, 0) = %v, %v, want %d, EOF", len(buf), n, err, len(content))
	}
	for i := range content {
		if n, err := r.ReadAt(buf[:1], int64(i)); n != 1 || err != nil && err != io.EOF || buf[0] != content[i] {
			return fmt.Errorf("ReadAt(1, %d) = %v, %v, want 1, nil", i, n, err)
		}
	}
	if _, err := r.ReadAt(buf[:1], -1); err == nil {
		return fmt.Errorf("ReadAt(1, -1) succeeded, want error")
	}
	return nil
}
