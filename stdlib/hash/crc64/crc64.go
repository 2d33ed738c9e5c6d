// Package crc64 implements the 64-bit cyclic redundancy check.
package crc64

import (
	"errors"
	"hash"
	"internal/byteorder"
	"sync"
)

const Size = 8

// Polynomials, the lowest power in the highest bit.
const (
	ISO     = 0xd800000000000000
	ECMA    = 0xc96c5795d7870f42
	sumPoly = ISO
)

var (
	iso  = sync.OnceValue(func() *slicing { return makeSlicing(makeTable(ISO)) })
	ecma = sync.OnceValue(func() *slicing { return makeSlicing(makeTable(ECMA)) })
)

// MakeTable gives the table of a polynomial.
func MakeTable(poly uint64) *Table {
	switch poly {
	case ISO:
		return &iso()[0]
	case ECMA:
		return &ecma()[0]
	}
	return makeTable(poly)
}

// Update adds p to a CRC.
func Update(crc uint64, tab *Table, p []byte) uint64 {
	var s *slicing
	if len(p) >= 64 {
		if t := iso(); tab == &t[0] {
			s = t
		} else if t := ecma(); tab == &t[0] {
			s = t
		}
	}
	return update(crc, tab, s, p)
}

// Table is a polynomial's table of remainders of bytes.
type Table [256]uint64

// slicing has the remainders of a byte that 0 to 7 bytes follow.
type slicing [8]Table

func makeTable(poly uint64) *Table {
	t := new(Table)
	for i := range t {
		crc := uint64(i)
		for range 8 {
			if crc&1 != 0 {
				crc = crc>>1 ^ poly
			} else {
				crc >>= 1
			}
		}
		t[i] = crc
	}
	return t
}

func makeSlicing(t *Table) *slicing {
	s := new(slicing)
	s[0] = *t
	for i := range t {
		crc := t[i]
		for k := 1; k < 8; k++ {
			crc = t[byte(crc)] ^ crc>>8
			s[k][i] = crc
		}
	}
	return s
}

func update(crc uint64, t *Table, s *slicing, p []byte) uint64 {
	crc = ^crc
	for s != nil && len(p) >= 8 {
		crc ^= byteorder.LEUint64(p)
		crc = s[7][crc&0xff] ^ s[6][crc>>8&0xff] ^ s[5][crc>>16&0xff] ^ s[4][crc>>24&0xff] ^
			s[3][crc>>32&0xff] ^ s[2][crc>>40&0xff] ^ s[1][crc>>48&0xff] ^ s[0][crc>>56]
		p = p[8:]
	}
	for _, b := range p {
		crc = t[byte(crc)^b] ^ crc>>8
	}
	return ^crc
}

type digest struct {
	crc uint64
	tab *Table
}

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }

func (d *digest) Write(p []byte) (n int, err error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}

func (d *digest) Sum64() uint64 { return d.crc }

func (d *digest) Sum(in []byte) []byte { return byteorder.BEAppendUint64(in, d.crc) }

func (d *digest) Clone() (hash.Cloner, error) { r := *d; return &r, nil }

const magic = "crc\x02"

func (d *digest) tableSum() uint64 {
	var b []byte
	for _, x := range d.tab {
		b = byteorder.BEAppendUint64(b, x)
	}
	return Checksum(b, MakeTable(sumPoly))
}

// The marshaled state is bound to the table.
func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = byteorder.BEAppendUint64(append(b, magic...), d.tableSum())
	return byteorder.BEAppendUint64(b, d.crc), nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New("hash/crc64: invalid hash state identifier")
	}
	if len(b) != len(magic)+2*Size {
		return errors.New("hash/crc64: invalid hash state size")
	}
	if byteorder.BEUint64(b[4:]) != d.tableSum() {
		return errors.New("hash/crc64: tables do not match")
	}
	d.crc = byteorder.BEUint64(b[4+Size:])
	return nil
}

// New gives a hash with the polynomial of tab.
func New(tab *Table) hash.Hash64 { return &digest{0, tab} }

// Checksum is the CRC of data.
func Checksum(data []byte, tab *Table) uint64 { return Update(0, tab, data) }
