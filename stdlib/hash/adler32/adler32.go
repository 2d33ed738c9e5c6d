// Package adler32 implements the checksum of zlib, RFC 1950.
package adler32

import (
	"errors"
	"hash"
	"internal/byteorder"
)

const (
	Size = 4
	mod  = 65521
	most = 5552 // bytes whose sums cannot overflow 32 bits
)

type digest uint32

func New() hash.Hash32 {
	d := digest(1)
	return &d
}

func update(d digest, p []byte) digest {
	a, b := uint32(d&0xffff), uint32(d>>16)
	for len(p) > 0 {
		n := min(len(p), most)
		for _, x := range p[:n] {
			a += uint32(x)
			b += a
		}
		a %= mod
		b %= mod
		p = p[n:]
	}
	return digest(b<<16 | a)
}

func (d *digest) Reset()         { *d = 1 }
func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 4 }
func (d *digest) Sum32() uint32  { return uint32(*d) }

func (d *digest) Write(p []byte) (n int, err error) {
	*d = update(*d, p)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte { return byteorder.BEAppendUint32(in, uint32(*d)) }

func (d *digest) Clone() (hash.Cloner, error) { r := *d; return &r, nil }

func (d *digest) AppendBinary(b []byte) ([]byte, error) { return d.Sum(append(b, "adl\x01"...)), nil }
func (d *digest) MarshalBinary() ([]byte, error)        { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	if len(b) < 4 || string(b[:4]) != "adl\x01" {
		return errors.New("hash/adler32: invalid hash state identifier")
	}
	if len(b) != 8 {
		return errors.New("hash/adler32: invalid hash state size")
	}
	*d = digest(byteorder.BEUint32(b[4:]))
	return nil
}

func Checksum(data []byte) uint32 { return uint32(update(1, data)) }
