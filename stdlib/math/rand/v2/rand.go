// Package rand has pseudo-random numbers: PCG and the functions on a Source are those of Go, number by number.
package rand

import (
	"errors"
	"internal/byteorder"
	"math/bits"
)

type Source interface{ Uint64() uint64 }

//go:linkname fastrand64 runtime.fastrand64
func fastrand64() uint64

type runtimeSource struct{}

func (runtimeSource) Uint64() uint64 { return fastrand64() }

// PCG is O'Neill's generator with 128 bits of state and the DXSM output function.
type PCG struct{ hi, lo uint64 }

func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

func (p *PCG) Seed(seed1, seed2 uint64) { p.hi, p.lo = seed1, seed2 }

func (p *PCG) AppendBinary(b []byte) ([]byte, error) {
	return byteorder.BEAppendUint64(byteorder.BEAppendUint64(append(b, "pcg:"...), p.hi), p.lo), nil
}

func (p *PCG) MarshalBinary() ([]byte, error) { return p.AppendBinary(nil) }

func (p *PCG) UnmarshalBinary(data []byte) error {
	if len(data) != 20 || string(data[:4]) != "pcg:" {
		return errors.New("invalid PCG encoding")
	}
	p.hi, p.lo = byteorder.BEUint64(data[4:]), byteorder.BEUint64(data[12:])
	return nil
}

func (p *PCG) Uint64() uint64 {
	const (
		mulHi, mulLo = 2549297995355413924, 4865540595714422341
		incHi, incLo = 6364136223846793005, 1442695040888963407
		cheap        = 0xda942042e4dd58b5
	)
	hi, lo := bits.Mul64(p.lo, mulLo)
	hi += p.hi*mulLo + p.lo*mulHi
	lo, c := bits.Add64(lo, incLo, 0)
	hi, _ = bits.Add64(hi, incHi, c)
	p.hi, p.lo = hi, lo
	hi ^= hi >> 32
	hi *= cheap
	hi ^= hi >> 48
	return hi * (lo | 1)
}

// A Rand draws from a source.
type Rand struct{ src Source }

func New(src Source) *Rand { return &Rand{src} }

var std = New(runtimeSource{})

func (r *Rand) Int64() int64   { return int64(r.src.Uint64() &^ (1 << 63)) }
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }
func (r *Rand) Int32() int32   { return int32(r.src.Uint64() >> 33) }
func (r *Rand) Int() int       { return int(uint(r.src.Uint64()) << 1 >> 1) }
func (r *Rand) Uint() uint     { return uint(r.src.Uint64()) }

// uint64n is Lemire's: the high half of a product, some products dropped.
func (r *Rand) uint64n(n uint64) uint64 {
	if n <= 1<<32-1 {
		return uint64(r.uint32n(uint32(n)))
	}
	if n&(n-1) == 0 {
		return r.Uint64() & (n - 1)
	}
	hi, lo := bits.Mul64(r.Uint64(), n)
	if lo < n {
		for thresh := -n % n; lo < thresh; {
			hi, lo = bits.Mul64(r.Uint64(), n)
		}
	}
	return hi
}

func (r *Rand) uint32n(n uint32) uint32 {
	if n&(n-1) == 0 {
		return uint32(r.Uint64()) & (n - 1)
	}
	prod := uint64(r.Uint32()) * uint64(n)
	if low := uint32(prod); low < n {
		for thresh := -n % n; low < thresh; {
			prod = uint64(r.Uint32()) * uint64(n)
			low = uint32(prod)
		}
	}
	return uint32(prod >> 32)
}

func (r *Rand) Int64N(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int64N")
	}
	return int64(r.uint64n(uint64(n)))
}

func (r *Rand) Uint64N(n uint64) uint64 {
	if n == 0 {
		panic("invalid argument to Uint64N")
	}
	return r.uint64n(n)
}

func (r *Rand) Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(r.uint64n(uint64(n)))
}

func (r *Rand) Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(r.uint64n(uint64(n)))
}

func (r *Rand) IntN(n int) int {
	if n <= 0 {
		panic("invalid argument to IntN")
	}
	return int(r.uint64n(uint64(n)))
}

func (r *Rand) UintN(n uint) uint {
	if n == 0 {
		panic("invalid argument to UintN")
	}
	return uint(r.uint64n(uint64(n)))
}

func (r *Rand) Float64() float64 { return float64(r.Uint64()<<11>>11) / (1 << 53) }
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.uint64n(uint64(i+1))))
	}
}

func Int64() int64                       { return int64(fastrand64() &^ (1 << 63)) }
func Uint32() uint32                     { return uint32(fastrand64() >> 32) }
func Uint64() uint64                     { return fastrand64() }
func Int32() int32                       { return std.Int32() }
func Int() int                           { return std.Int() }
func Uint() uint                         { return std.Uint() }
func Int64N(n int64) int64               { return std.Int64N(n) }
func Uint64N(n uint64) uint64            { return std.Uint64N(n) }
func Int32N(n int32) int32               { return std.Int32N(n) }
func Uint32N(n uint32) uint32            { return std.Uint32N(n) }
func IntN(n int) int                     { return std.IntN(n) }
func UintN(n uint) uint                  { return std.UintN(n) }
func Float64() float64                   { return std.Float64() }
func Float32() float32                   { return std.Float32() }
func Perm(n int) []int                   { return std.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { std.Shuffle(n, swap) }

// N is a number below n of any integer type.
func N[Int interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(std.uint64n(uint64(n)))
}
