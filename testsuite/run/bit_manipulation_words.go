// Bit tricks: swaps, masks, Gray codes, bit fields, packing, endian loads, parity, Morton codes, population counts by hand.
package main

import "fmt"

type flags uint16

const (
	fRead flags = 1 << iota
	fWrite
	_
	fExec
	fAll = fRead | fWrite | fExec
)

func (f flags) has(g flags) bool { return f&g == g }
func (f *flags) set(g flags)     { *f |= g }
func (f *flags) clear(g flags)   { *f &^= g }
func (f *flags) toggle(g flags)  { *f ^= g }

type packed uint64

func (p packed) field(lo, n uint) uint64 { return uint64(p>>lo) & (1<<n - 1) }
func (p packed) with(lo, n uint, v uint64) packed {
	m := packed(1<<n-1) << lo
	return p&^m | packed(v)<<lo&m
}
func signed(v uint64, n uint) int64 { return int64(v<<(64-n)) >> (64 - n) }

func pop(x uint64) uint64 {
	x -= x >> 1 & 0x5555555555555555
	x = x&0x3333333333333333 + x>>2&0x3333333333333333
	x = (x + x>>4) & 0x0f0f0f0f0f0f0f0f
	return x * 0x0101010101010101 >> 56
}

func bswap32(x uint32) uint32 { return x<<24 | x<<8&0xff0000 | x>>8&0xff00 | x>>24 }
func le32(b []byte) uint32 {
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}
func be32(b []byte) uint32 {
	return uint32(b[3]) | uint32(b[2])<<8 | uint32(b[1])<<16 | uint32(b[0])<<24
}
func be64(b *[8]byte) uint64 {
	return uint64(b[0])<<56 | uint64(b[1])<<48 | uint64(b[2])<<40 | uint64(b[3])<<32 | uint64(b[4])<<24 | uint64(b[5])<<16 | uint64(b[6])<<8 | uint64(b[7])
}
func put16(b []byte, v uint16) { b[0], b[1] = byte(v>>8), byte(v) }

func morton(x, y uint16) (m uint32) {
	for i := range 16 {
		m |= uint32(x>>i&1)<<(2*i) | uint32(y>>i&1)<<(2*i+1)
	}
	return
}

func spread(x uint32) uint32 {
	x = (x | x<<8) & 0x00ff00ff
	x = (x | x<<4) & 0x0f0f0f0f
	x = (x | x<<2) & 0x33333333
	return (x | x<<1) & 0x55555555
}

func zigzag(x int64) uint64   { return uint64(x<<1) ^ uint64(x>>63) }
func unzigzag(x uint64) int64 { return int64(x>>1) ^ -int64(x&1) }
func varint(b []byte, x uint64) []byte {
	for ; x >= 0x80; x >>= 7 {
		b = append(b, byte(x)|0x80)
	}
	return append(b, byte(x))
}

func abs(x int32) int32  { m := x >> 31; return x ^ m - m }
func abs2(x int32) int32 { m := x >> 31; return (x ^ m) - m }
func pow2(x uint32) bool { return x != 0 && x&(x-1) == 0 }
func next2(x uint32) uint32 {
	x--
	for s := 1; s < 32; s *= 2 {
		x |= x >> s
	}
	return x + 1
}

func queens(n int) (count int) {
	var place func(cols, d1, d2 uint)
	full := uint(1)<<n - 1
	place = func(cols, d1, d2 uint) {
		if cols == full {
			count++
			return
		}
		for free := full &^ (cols | d1 | d2); free != 0; free &= free - 1 {
			b := free & -free
			place(cols|b, (d1|b)<<1, (d2|b)>>1)
		}
	}
	place(0, 0, 0)
	return
}

func main() {
	var f flags
	f.set(fRead | fExec)
	f.toggle(fWrite | fRead)
	f.clear(fExec &^ fRead)
	fmt.Println(f, f.has(fWrite), f.has(fAll), fAll, ^f, -f)
	p := packed(0).with(3, 5, 21).with(60, 4, 15).with(10, 20, 0xfffff).with(12, 3, 2)
	fmt.Printf("%x %d %d %d %d\n", uint64(p), p.field(3, 5), p.field(60, 4), p.field(10, 20), signed(p.field(3, 5), 5))
	x := uint64(0x123456789abcdef)
	for range 5 {
		n := uint64(0)
		for y := x; y != 0; y &= y - 1 {
			n++
		}
		fmt.Print(pop(x) == n, n, " ", x^x>>1, " ")
		x = x*0x9E3779B97F4A7C15 + 1
	}
	b := [8]byte{0x80, 1, 2, 3, 0xff, 5, 6, 7}
	put16(b[2:], 0xbeef)
	fmt.Printf("%x %x %x %x %x\n", le32(b[:]), be32(b[1:]), be64(&b), bswap32(0x12345678), le32(b[4:])^bswap32(be32(b[4:])))
	for _, v := range []uint16{0, 1, 0xffff, 0x1234, 0x8001} {
		fmt.Print(morton(v, ^v), morton(v, 0) == spread(uint32(v)), " ")
	}
	for _, v := range []int64{0, -1, 1, 63, -64, 1<<63 - 1, -1 << 63} {
		z := zigzag(v)
		fmt.Print(z, unzigzag(z) == v, varint(nil, z), " ")
	}
	fmt.Println(abs(-5), abs2(-5), abs2(5), abs2(-1<<31), pow2(64), pow2(65), next2(65), next2(64), next2(1), next2(0))
	fmt.Println(queens(6), queens(8), queens(9))
}
