// Package crc32 implements the 32-bit cyclic redundancy check.
package crc32

import (
	"errors"
	"hash"
	"internal/byteorder"
	"sync"
)

const Size = 4

// Polynomials, the lowest power in the highest bit.
const (
	IEEE       = 0xedb88320 // Ethernet, gzip, zip, PNG
	Castagnoli = 0x82f63b78 // iSCSI
	Koopman    = 0xeb31d82e
	sumPoly    = IEEE
)

// IEEETable is the table of the IEEE polynomial.
var IEEETable = makeTable(IEEE)

var (
	ieee       = sync.OnceValue(func() *slicing { return makeSlicing(IEEETable) })
	castagnoli = sync.OnceValue(func() *slicing { return makeSlicing(makeTable(Castagnoli)) })
)

// MakeTable gives the table of a polynomial.
func MakeTable(poly uint32) *Table {
	switch poly {
	case IEEE:
		return IEEETable
	case Castagnoli:
		return &castagnoli()[0]
	}
	return makeTable(poly)
}

func NewIEEE() hash.Hash32 { return New(IEEETable) }

func ChecksumIEEE(data []byte) uint32 { return Update(0, IEEETable, data) }

// Update adds p to a CRC.
func Update(crc uint32, tab *Table, p []byte) uint32 {
	var s *slicing
	if len(p) >= 16 {
		if tab == IEEETable {
			s = ieee()
		} else if c := castagnoli(); tab == &c[0] {
			s = c
		}
	}
	return update(crc, tab, s, p)
}

// Table is a polynomial's table of remainders of bytes.
type Table [256]uint32

// slicing has the remainders of a byte that 0 to 7 bytes follow.
type slicing [8]Table

func makeTable(poly uint32) *Table {
	t := new(Table)
	for i := range t {
		crc := uint32(i)
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

func update(crc uint32, t *Table, s *slicing, p []byte) uint32 {
	crc = ^crc
	for s != nil && len(p) >= 8 {
		crc ^= byteorder.LEUint32(p)
		crc = s[0][p[7]] ^ s[1][p[6]] ^ s[2][p[5]] ^ s[3][p[4]] ^ s[4][crc>>24] ^ s[5][crc>>16&0xff] ^ s[6][crc>>8&0xff] ^ s[7][crc&0xff]
		p = p[8:]
	}
	for _, b := range p {
		crc = t[byte(crc)^b] ^ crc>>8
	}
	return ^crc
}

type digest struct {
	crc uint32
	tab *Table
}

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }

func (d *digest) Write(p []byte) (n int, err error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}

func (d *digest) Sum32() uint32 { return d.crc }

func (d *digest) Sum(in []byte) []byte { return byteorder.BEAppendUint32(in, d.crc) }

func (d *digest) Clone() (hash.Cloner, error) { r := *d; return &r, nil }

const magic = "crc\x01"

func (d *digest) tableSum() uint32 {
	var b []byte
	for _, x := range d.tab {
		b = byteorder.BEAppendUint32(b, x)
	}
	return Checksum(b, MakeTable(sumPoly))
}

// The marshaled state is bound to the table.
func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = byteorder.BEAppendUint32(append(b, magic...), d.tableSum())
	return byteorder.BEAppendUint32(b, d.crc), nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New("hash/crc32: invalid hash state identifier")
	}
	if len(b) != len(magic)+2*Size {
		return errors.New("hash/crc32: invalid hash state size")
	}
	if byteorder.BEUint32(b[4:]) != d.tableSum() {
		return errors.New("hash/crc32: tables do not match")
	}
	d.crc = byteorder.BEUint32(b[4+Size:])
	return nil
}

// New gives a hash with the polynomial of tab.
func New(tab *Table) hash.Hash32 { return &digest{0, tab} }

// Checksum is the CRC of data.
func Checksum(data []byte, tab *Table) uint32 { return Update(0, tab, data) }
