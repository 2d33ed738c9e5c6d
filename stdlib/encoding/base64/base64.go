// Package base64 implements the encodings of RFC 4648.
package base64

import (
	"io"
	"slices"
	"strconv"
)

const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

// An Encoding is an alphabet of 64 characters with or without padding.
type Encoding struct {
	encode [64]byte
	decode [256]uint8 // 0xff: not in the alphabet
	pad    rune
	strict bool
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

var (
	StdEncoding    = NewEncoding(letters + "+/")
	URLEncoding    = NewEncoding(letters + "-_")
	RawStdEncoding = StdEncoding.WithPadding(NoPadding)
	RawURLEncoding = URLEncoding.WithPadding(NoPadding)
)

// CorruptInputError is the place of a wrong byte.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	e := &Encoding{pad: StdPadding}
	copy(e.encode[:], encoder)
	for i := range e.decode {
		e.decode[i] = 0xff
	}
	for i := 0; i < 64; i++ {
		switch {
		case encoder[i] == '\n' || encoder[i] == '\r':
			panic("encoding alphabet contains newline character")
		case e.decode[encoder[i]] != 0xff:
			panic("encoding alphabet includes duplicate symbols")
		}
		e.decode[encoder[i]] = uint8(i)
	}
	return e
}

func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xff:
		panic("invalid padding")
	case padding != NoPadding && enc.decode[byte(padding)] != 0xff:
		panic("padding contained in alphabet")
	}
	enc.pad = padding
	return &enc
}

// Strict makes the unused bits of the last character count.
func (enc Encoding) Strict() *Encoding {
	enc.strict = true
	return &enc
}

func (enc *Encoding) EncodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

func (enc *Encoding) DecodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

func (enc *Encoding) Encode(dst, src []byte) {
	d := 0
	for ; len(src) >= 3; src = src[3:] {
		v := uint(src[0])<<16 | uint(src[1])<<8 | uint(src[2])
		dst[d], dst[d+1], dst[d+2], dst[d+3] = enc.encode[v>>18], enc.encode[v>>12&63], enc.encode[v>>6&63], enc.encode[v&63]
		d += 4
	}
	if len(src) == 0 {
		return
	}
	v := uint(src[0]) << 16
	if len(src) == 2 {
		v |= uint(src[1]) << 8
	}
	dst[d], dst[d+1] = enc.encode[v>>18], enc.encode[v>>12&63]
	if len(src) == 2 {
		dst[d+2] = enc.encode[v>>6&63]
	} else if enc.pad != NoPadding {
		dst[d+2] = byte(enc.pad)
	}
	if enc.pad != NoPadding {
		dst[d+3] = byte(enc.pad)
	}
}

func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	n := enc.EncodedLen(len(src))
	dst = slices.Grow(dst, n)
	enc.Encode(dst[len(dst):][:n], src)
	return dst[:len(dst)+n]
}

func (enc *Encoding) EncodeToString(src []byte) string {
	buf := make([]byte, enc.EncodedLen(len(src)))
	enc.Encode(buf, src)
	return string(buf)
}

// quantum decodes up to four characters from src[si:]; it skips line ends.
func (enc *Encoding) quantum(dst, src []byte, si int) (nsi, n int, end bool, err error) {
	var q [4]uint
	j, last := 0, 0 // last: where padding begins
	for ; j < 4; j++ {
		for si < len(src) && (src[si] == '\n' || src[si] == '\r') {
			si++
		}
		if si == len(src) {
			if j == 0 {
				return si, 0, true, nil
			}
			if j == 1 || enc.pad != NoPadding {
				return si, 0, true, CorruptInputError(si - j)
			}
			break
		}
		c := src[si]
		si++
		if v := enc.decode[c]; v != 0xff {
			q[j] = uint(v)
			continue
		}
		if rune(c) != enc.pad {
			return si, 0, true, CorruptInputError(si - 1)
		}
		last = si - 1
		if si, err = enc.padding(src, si, j); err != nil {
			return si, 0, true, err
		}
		end = true
		if si < len(src) {
			err = CorruptInputError(si)
		}
		break
	}
	v := q[0]<<18 | q[1]<<12 | q[2]<<6 | q[3]
	if enc.strict && (j == 2 && v&0xffff != 0 || j == 3 && v&0xff != 0) {
		if last == 0 {
			last = si - 1
		}
		return si, 0, true, CorruptInputError(last)
	}
	b := [3]byte{byte(v >> 16), byte(v >> 8), byte(v)}
	n = copy(dst, b[:j-1])
	return si, n, end || j < 4, err
}

// padding reads what has to come after the first padding character, which stood at place j.
func (enc *Encoding) padding(src []byte, si, j int) (int, error) {
	skip := func() {
		for si < len(src) && (src[si] == '\n' || src[si] == '\r') {
			si++
		}
	}
	if j < 2 {
		return si, CorruptInputError(si - 1)
	}
	if j == 2 {
		skip()
		if si == len(src) {
			return si, CorruptInputError(len(src))
		}
		if rune(src[si]) != enc.pad {
			return si, CorruptInputError(si - 1)
		}
		si++
	}
	skip()
	return si, nil
}

func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	si := 0
	for si < len(src) {
		var k int
		var end bool
		si, k, end, err = enc.quantum(dst[n:], src, si)
		n += k
		if err != nil || end {
			return n, err
		}
	}
	return n, nil
}

func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	n := len(src)
	for n > 0 && rune(src[n-1]) == enc.pad {
		n--
	}
	n = n/4*3 + n%4*6/8
	dst = slices.Grow(dst, n)
	n, err := enc.Decode(dst[len(dst):][:n], src)
	return dst[:len(dst)+n], err
}

func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	dst := make([]byte, enc.DecodedLen(len(s)))
	n, err := enc.Decode(dst, []byte(s))
	return dst[:n], err
}

type encoder struct {
	err  error
	enc  *Encoding
	w    io.Writer
	rest [3]byte
	n    int
	out  [1024]byte
}

// NewEncoder writes what is written to it in base64; Close writes the last block.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	if e.n > 0 {
		k := copy(e.rest[e.n:], p)
		e.n += k
		n += k
		p = p[k:]
		if e.n < 3 {
			return n, nil
		}
		e.enc.Encode(e.out[:], e.rest[:])
		if _, e.err = e.w.Write(e.out[:4]); e.err != nil {
			return n, e.err
		}
		e.n = 0
	}
	for len(p) >= 3 {
		k := min(len(e.out)/4*3, len(p)/3*3)
		e.enc.Encode(e.out[:], p[:k])
		if _, e.err = e.w.Write(e.out[:k/3*4]); e.err != nil {
			return n, e.err
		}
		n += k
		p = p[k:]
	}
	e.n = copy(e.rest[:], p)
	return n + e.n, nil
}

func (e *encoder) Close() error {
	if e.err == nil && e.n > 0 {
		e.enc.Encode(e.out[:], e.rest[:e.n])
		_, e.err = e.w.Write(e.out[:e.enc.EncodedLen(e.n)])
		e.n = 0
	}
	return e.err
}

type decoder struct {
	err     error
	readErr error
	enc     *Encoding
	r       io.Reader
	in      []byte // not decoded yet, without line ends
	out     []byte
	buf     [1024]byte
	outbuf  [768]byte
	done    bool
}

func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	for len(d.out) == 0 {
		if d.err != nil {
			return 0, d.err
		}
		d.fill()
	}
	n = copy(p, d.out)
	d.out = d.out[n:]
	return n, nil
}

// fill decodes more into out, or sets err.
func (d *decoder) fill() {
	for len(d.in) < 4 && d.readErr == nil {
		k := copy(d.buf[:], d.in)
		got, err := d.r.Read(d.buf[k:])
		d.readErr = err
		for _, c := range d.buf[k : k+got] {
			if c != '\n' && c != '\r' {
				d.buf[k] = c
				k++
			}
		}
		d.in = d.buf[:k]
	}
	whole := len(d.in) / 4 * 4
	if whole == 0 {
		d.finish()
		return
	}
	n, err := d.enc.Decode(d.outbuf[:], d.in[:whole])
	d.out, d.err = d.outbuf[:n], err
	d.in = d.in[whole:]
}

func (d *decoder) finish() {
	if len(d.in) > 0 && d.enc.pad == NoPadding && d.readErr == io.EOF {
		n, err := d.enc.Decode(d.outbuf[:], d.in)
		d.out, d.in = d.outbuf[:n], nil
		d.err = err
		return
	}
	d.err = d.readErr
	if d.err == io.EOF && len(d.in) > 0 {
		d.err = io.ErrUnexpectedEOF
	}
}
