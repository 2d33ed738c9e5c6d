// Package sha256 implements SHA-224 and SHA-256, as FIPS 180-4 defines them.
package sha256

import (
	"crypto"
	"errors"
	"hash"
	"internal/byteorder"
	"math/bits"
)

const (
	Size      = 32
	Size224   = 28
	BlockSize = 64
)

var start256 = [8]uint32{
	0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
}

var start224 = [8]uint32{
	0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
}

func init() {
	crypto.RegisterHash(crypto.SHA224, New224)
	crypto.RegisterHash(crypto.SHA256, New)
}

func New() hash.Hash    { return fresh(crypto.SHA256) }
func New224() hash.Hash { return fresh(crypto.SHA224) }

func fresh(kind crypto.Hash) *digest {
	d := &digest{kind: kind}
	d.Reset()
	return d
}

func (d *digest) Reset() {
	*d = digest{h: start256, kind: d.kind}
	if d.kind == crypto.SHA224 {
		d.h = start224
	}
}

func Sum256(data []byte) [Size]byte {
	d := digest{h: start256, kind: crypto.SHA256}
	d.Write(data)
	return d.result()
}

func Sum224(data []byte) [Size224]byte {
	d := digest{h: start224, kind: crypto.SHA224}
	d.Write(data)
	sum := d.result()
	return [Size224]byte(sum[:])
}

const blockLen = 64

// A digest is the state between two blocks and the bytes of the next one so far.
type digest struct {
	h    [8]uint32
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

func (d *digest) result() (sum [32]byte) {
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
	b = append(append(b, "sha256"...), byte(d.kind))
	for _, v := range d.h {
		b = byteorder.BEAppendUint32(b, v)
	}
	b = append(b, d.x[:d.nx]...)
	b = append(b, make([]byte, blockLen-d.nx)...)
	return byteorder.BEAppendUint64(b, d.len), nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	const head = len("sha256") + 1
	if len(b) < head || string(b[:head-1]) != "sha256" || b[head-1] != byte(d.kind) {
		return errors.New("crypto/sha256: invalid hash state identifier")
	}
	if len(b) != head+32+blockLen+8 {
		return errors.New("crypto/sha256: invalid hash state size")
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

// The fractional parts of the cube roots of the first 64 primes.
var k = [64]uint32{
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
}

func (d *digest) block(p []byte) {
	var w [64]uint32
	for i := range 16 {
		w[i] = byteorder.BEUint32(p[4*i:])
	}
	for i := 16; i < 64; i++ {
		x, y := w[i-2], w[i-15]
		s1 := bits.RotateLeft32(x, -17) ^ bits.RotateLeft32(x, -19) ^ x>>10
		s0 := bits.RotateLeft32(y, -7) ^ bits.RotateLeft32(y, -18) ^ y>>3
		w[i] = s1 + w[i-7] + s0 + w[i-16]
	}
	a, b, c, e, f, g, h := d.h[0], d.h[1], d.h[2], d.h[4], d.h[5], d.h[6], d.h[7]
	dd := d.h[3]
	for i := range 64 {
		t1 := h + (bits.RotateLeft32(e, -6) ^ bits.RotateLeft32(e, -11) ^ bits.RotateLeft32(e, -25)) + (e&f ^ ^e&g) + k[i] + w[i]
		t2 := (bits.RotateLeft32(a, -2) ^ bits.RotateLeft32(a, -13) ^ bits.RotateLeft32(a, -22)) + (a&b ^ a&c ^ b&c)
		h, g, f, e, dd, c, b, a = g, f, e, dd+t1, c, b, a, t1+t2
	}
	d.h[0] += a
	d.h[1] += b
	d.h[2] += c
	d.h[3] += dd
	d.h[4] += e
	d.h[5] += f
	d.h[6] += g
	d.h[7] += h
}
