// Package md5 implements MD5, which is broken and stays for old formats.
package md5

import (
	"crypto"
	"errors"
	"hash"
	"internal/byteorder"
	"math/bits"
)

const (
	Size      = 16
	BlockSize = 64
)

func init() {
	crypto.RegisterHash(crypto.MD5, New)
}

func New() hash.Hash {
	d := &digest{kind: crypto.MD5}
	d.Reset()
	return d
}

func (d *digest) Reset() {
	*d = digest{h: [4]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}, kind: crypto.MD5}
}

func Sum(data []byte) [Size]byte {
	var d digest
	d.Reset()
	d.Write(data)
	return d.result()
}

const blockLen = 64

// A digest is the state between two blocks and the bytes of the next one so far.
type digest struct {
	h    [4]uint32
	x    [blockLen]byte
	nx   int
	len  uint64
	kind crypto.Hash
}

func (d *digest) BlockSize() int { return blockLen }
func (d *digest) Size() int      { return d.kind.Size() }

func (d *digest) Write(p []byte) (int, error) {
	n := len(p)
	d.len += uint64(n)
	if d.nx > 0 {
		k := copy(d.x[d.nx:], p)
		d.nx += k
		p = p[k:]
		if d.nx < blockLen {
			return n, nil
		}
		d.block(d.x[:])
		d.nx = 0
	}
	for len(p) >= blockLen {
		d.block(p[:blockLen])
		p = p[blockLen:]
	}
	d.nx = copy(d.x[:], p)
	return n, nil
}

// finish pads the text with a one, zeros and its length.
func (d *digest) finish() {
	var pad [2 * blockLen]byte
	bits := d.len << 3
	n := copy(pad[:], d.x[:d.nx])
	pad[n] = 0x80
	if n = blockLen; d.nx+1+8 > blockLen {
		n = 2 * blockLen
	}
	byteorder.LEPutUint64(pad[n-8:], bits)
	d.block(pad[:blockLen])
	if n > blockLen {
		d.block(pad[blockLen:])
	}
}

func (d *digest) result() (sum [16]byte) {
	d.finish()
	for i, v := range d.h {
		byteorder.LEPutUint32(sum[4*i:], v)
	}
	return sum
}

func (d *digest) Sum(in []byte) []byte {
	c := *d // the caller goes on writing
	sum := c.result()
	return append(in, sum[:d.Size()]...)
}

func (d *digest) Clone() (hash.Cloner, error) { r := *d; return &r, nil }

// The marshaled state: what the hash is, its registers, the bytes of the block, how many have been written.
func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(append(b, "md5"...), byte(d.kind))
	for _, v := range d.h {
		b = byteorder.BEAppendUint32(b, v)
	}
	b = append(b, d.x[:d.nx]...)
	b = append(b, make([]byte, blockLen-d.nx)...)
	return byteorder.BEAppendUint64(b, d.len), nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	const head = len("md5") + 1
	if len(b) < head || string(b[:head-1]) != "md5" || b[head-1] != byte(d.kind) {
		return errors.New("crypto/md5: invalid hash state identifier")
	}
	if len(b) != head+16+blockLen+8 {
		return errors.New("crypto/md5: invalid hash state size")
	}
	b = b[head:]
	for i := range d.h {
		d.h[i] = byteorder.BEUint32(b)
		b = b[4:]
	}
	copy(d.x[:], b)
	d.len = byteorder.BEUint64(b[blockLen:])
	d.nx = int(d.len % blockLen)
	return nil
}

// The fractional parts of the sines of 1 to 64.
var k = [64]uint32{
	0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
	0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
	0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
	0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
	0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
	0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
	0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
	0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
}

var shifts = [4][4]int{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}

func (d *digest) block(p []byte) {
	var x [16]uint32
	for i := range x {
		x[i] = byteorder.LEUint32(p[4*i:])
	}
	a, b, c, dd := d.h[0], d.h[1], d.h[2], d.h[3]
	for i := range 64 {
		var f uint32
		g := i
		switch i / 16 {
		case 0:
			f = b&c | ^b&dd
		case 1:
			f, g = b&dd|c&^dd, 5*i+1
		case 2:
			f, g = b^c^dd, 3*i+5
		default:
			f, g = c^(b|^dd), 7*i
		}
		t := b + bits.RotateLeft32(a+f+k[i]+x[g&15], shifts[i/16][i&3])
		a, dd, c, b = dd, c, b, t
	}
	d.h[0] += a
	d.h[1] += b
	d.h[2] += c
	d.h[3] += dd
}
