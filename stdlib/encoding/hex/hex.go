// Package hex writes bytes as hexadecimal digits.
package hex

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

const digits = "0123456789abcdef"

// ErrLength: an odd number of digits.
var ErrLength = errors.New("encoding/hex: odd length hex string")

// InvalidByteError is a byte that is no digit.
type InvalidByteError byte

func (e InvalidByteError) Error() string {
	return fmt.Sprintf("encoding/hex: invalid byte: %#U", rune(e))
}

func EncodedLen(n int) int { return n * 2 }
func DecodedLen(x int) int { return x / 2 }

func Encode(dst, src []byte) int {
	for i, v := range src {
		dst[2*i], dst[2*i+1] = digits[v>>4], digits[v&15]
	}
	return len(src) * 2
}

func AppendEncode(dst, src []byte) []byte {
	n := EncodedLen(len(src))
	dst = slices.Grow(dst, n)
	Encode(dst[len(dst):][:n], src)
	return dst[:len(dst)+n]
}

func value(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

func Decode(dst, src []byte) (int, error) {
	n := 0
	for ; 2*n+1 < len(src); n++ {
		a, ok := value(src[2*n])
		if !ok {
			return n, InvalidByteError(src[2*n])
		}
		b, ok := value(src[2*n+1])
		if !ok {
			return n, InvalidByteError(src[2*n+1])
		}
		dst[n] = a<<4 | b
	}
	if len(src)%2 == 1 {
		if _, ok := value(src[2*n]); !ok {
			return n, InvalidByteError(src[2*n])
		}
		return n, ErrLength
	}
	return n, nil
}

func AppendDecode(dst, src []byte) ([]byte, error) {
	n := DecodedLen(len(src))
	dst = slices.Grow(dst, n)
	n, err := Decode(dst[len(dst):][:n], src)
	return dst[:len(dst)+n], err
}

func EncodeToString(src []byte) string {
	dst := make([]byte, EncodedLen(len(src)))
	Encode(dst, src)
	return string(dst)
}

func DecodeString(s string) ([]byte, error) {
	dst := make([]byte, DecodedLen(len(s)))
	n, err := Decode(dst, []byte(s))
	return dst[:n], err
}

// Dump is what `hexdump -C` prints.
func Dump(data []byte) string {
	if len(data) == 0 {
		return ""
	}
	var b strings.Builder
	d := Dumper(&b)
	d.Write(data)
	d.Close()
	return b.String()
}

type encoder struct{ w io.Writer }

func NewEncoder(w io.Writer) io.Writer { return &encoder{w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	var out [1024]byte
	for len(p) > 0 && err == nil {
		k := min(len(p), len(out)/2)
		var written int
		written, err = e.w.Write(out[:Encode(out[:], p[:k])])
		n += written / 2
		p = p[k:]
	}
	return n, err
}

type decoder struct {
	r   io.Reader
	err error
	in  []byte
	buf [1024]byte
}

func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.in) < 2 && d.err == nil {
		var got int
		have := copy(d.buf[:], d.in)
		got, d.err = d.r.Read(d.buf[have:])
		d.in = d.buf[:have+got]
		if d.err == io.EOF && len(d.in)%2 != 0 {
			if _, ok := value(d.in[len(d.in)-1]); !ok {
				d.err = InvalidByteError(d.in[len(d.in)-1])
			} else {
				d.err = io.ErrUnexpectedEOF
			}
		}
	}
	if avail := len(d.in) / 2; len(p) > avail {
		p = p[:avail]
	}
	n, err = Decode(p, d.in[:len(p)*2])
	d.in = d.in[2*n:]
	if err != nil {
		d.in, d.err = nil, err
	}
	if len(d.in) < 2 {
		return n, d.err
	}
	return n, nil
}

type dumper struct {
	w      io.Writer
	right  [16]byte
	used   int
	total  uint
	closed bool
}

// Dumper writes a dump of what is written to it; Close writes the last line.
func Dumper(w io.Writer) io.WriteCloser { return &dumper{w: w} }

func char(b byte) byte {
	if b < 32 || b > 126 {
		return '.'
	}
	return b
}

func (d *dumper) Write(data []byte) (n int, err error) {
	if d.closed {
		return 0, errors.New("encoding/hex: dumper closed")
	}
	for i := range data {
		s := ""
		if d.used == 0 {
			s = fmt.Sprintf("%08x  ", d.total)
		}
		s += fmt.Sprintf("%02x ", data[i])
		switch d.used {
		case 7:
			s += " "
		case 15:
			s += " |"
		}
		if _, err = io.WriteString(d.w, s); err != nil {
			return
		}
		n++
		d.right[d.used] = char(data[i])
		d.used++
		d.total++
		if d.used == 16 {
			if _, err = io.WriteString(d.w, string(d.right[:])+"|\n"); err != nil {
				return
			}
			d.used = 0
		}
	}
	return
}

func (d *dumper) Close() (err error) {
	if d.closed {
		return
	}
	d.closed = true
	if d.used > 0 {
		s := strings.Repeat("   ", 16-d.used) + " |"
		if d.used <= 7 {
			s = " " + s
		}
		if _, err = io.WriteString(d.w, s+string(d.right[:d.used])+"|\n"); err != nil {
			return
		}
	}
	return
}
