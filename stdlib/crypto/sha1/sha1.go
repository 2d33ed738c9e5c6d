// Package sha1 implements SHA-1, which is broken and stays for old formats.
package sha1

import (
	"crypto"
	"errors"
	"hash"
	"internal/byteorder"
	"math/bits"
)

const (
	Size      = 20
	BlockSize = 64
)

func init() {
	crypto.RegisterHash(crypto.SHA1, New)
}

func New() hash.Hash {
	d := &digest{kind: crypto.SHA1}
	d.Reset()
	return d
}

func (d *digest) Reset() {
	*d = digest{h: [5]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}, kind: crypto.SHA1}
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
	h    [5]uint32
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
	byteorder.BEPutUint64(pad[n-8:], bits)
	d.block(pad[:blockLen])
	if n > blockLen {
		d.block(pad[blockLen:])
	}
}

func (d *digest) result() (sum [20]byte) {
	d.finish()
	for i, v := range d.h {
		byteorder.BEPutUint32(sum[4*i:], v)
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
	b = append(append(b, "sha1"...), byte(d.kind))
	for _, v := range d.h {
		b = byteorder.BEAppendUint32(b, v)
	}
	b = append(b, d.x[:d.nx]...)
	b = append(b, make([]byte, blockLen-d.nx)...)
	return byteorder.BEAppendUint64(b, d.len), nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	const head = len("sha1") + 1
	if len(b) < head || string(b[:head-1]) != "sha1" || b[head-1] != byte(d.kind) {
		return errors.New("crypto/sha1: invalid hash state identifier")
	}
	if len(b) != head+20+blockLen+8 {
		return errors.New("crypto/sha1: invalid hash state size")
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

func (d *digest) block(p []byte) {
	var w [80]uint32
	for i := range 16 {
		w[i] = byteorder.BEUint32(p[4*i:])
	}
	for i := 16; i < 80; i++ {
		w[i] = bits.RotateLeft32(w[i-3]^w[i-8]^w[i-14]^w[i-16], 1)
	}
	a, b, c, e := d.h[0], d.h[1], d.h[2], d.h[4]
	dd := d.h[3]
	for i := range 80 {
		var f, k uint32
		switch i / 20 {
		case 0:
			f, k = b&c|^b&dd, 0x5a827999
		case 1:
			f, k = b^c^dd, 0x6ed9eba1
		case 2:
			f, k = b&c|b&dd|c&dd, 0x8f1bbcdc
		default:
			f, k = b^c^dd, 0xca62c1d6
		}
		t := bits.RotateLeft32(a, 5) + f + e + k + w[i]
		e, dd, c, b, a = dd, c, bits.RotateLeft32(b, 30), a, t
	}
	d.h[0] += a
	d.h[1] += b
	d.h[2] += c
	d.h[3] += dd
	d.h[4] += e
}
