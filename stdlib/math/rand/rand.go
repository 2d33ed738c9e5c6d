// Package rand has pseudo-random numbers, for a seed the same as Go's; only those of NormFloat64 and ExpFloat64 differ, which come
// from other methods.
package rand

import (
	"math"
)

type Source interface {
	Int63() int64
	Seed(seed int64)
}

type Source64 interface {
	Source
	Uint64() uint64
}

// fibonacci is the additive generator x[n] = x[n-607] + x[n-273] of Mitchell and Reeds.
type fibonacci struct {
	tap, feed int
	vec       [length]uint64
}

const (
	length  = 607
	lag     = 273
	modulus = 1<<31 - 1
)

// lehmer is the minimal standard generator that spreads the seed.
func lehmer(x uint64) uint64 { return x * 48271 % modulus }

func (s *fibonacci) Seed(seed int64) {
	s.tap, s.feed = 0, length-lag
	seed %= modulus
	if seed < 0 {
		seed += modulus
	}
	if seed == 0 {
		seed = 89482311
	}
	x := uint64(seed)
	for range 20 {
		x = lehmer(x)
	}
	for i := range s.vec {
		a := lehmer(x)
		b := lehmer(a)
		x = lehmer(b)
		s.vec[i] = a<<40 ^ b<<20 ^ x ^ cooked[i]
	}
}

func (s *fibonacci) Uint64() uint64 {
	if s.tap--; s.tap < 0 {
		s.tap += length
	}
	if s.feed--; s.feed < 0 {
		s.feed += length
	}
	s.vec[s.feed] += s.vec[s.tap]
	return s.vec[s.feed]
}

func (s *fibonacci) Int63() int64 { return int64(s.Uint64() &^ (1 << 63)) }

// NewSource gives a source for one goroutine.
func NewSource(seed int64) Source {
	s := new(fibonacci)
	s.Seed(seed)
	return s
}

//go:linkname fastrand64 runtime.fastrand64
func fastrand64() uint64

// global is the random source of the functions.
type global struct{}

func (global) Uint64() uint64  { return fastrand64() }
func (global) Int63() int64    { return int64(fastrand64() >> 1) }
func (global) Seed(seed int64) {}

// A Rand draws from a source.
type Rand struct {
	src  Source
	s64  Source64
	left int8 // bytes of val that Read has not used
	val  int64
}

func New(src Source) *Rand {
	s64, _ := src.(Source64)
	return &Rand{src: src, s64: s64}
}

var std = New(global{})

func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.left = 0
}

func (r *Rand) Int63() int64   { return r.src.Int63() }
func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }
func (r *Rand) Int31() int32   { return int32(r.Int63() >> 32) }
func (r *Rand) Int() int       { return int(uint(r.Int63())) }

func (r *Rand) Uint64() uint64 {
	if r.s64 != nil {
		return r.s64.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

// Int63n drops the numbers that would make some results likelier.
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	most := int64(1<<63 - 1 - (1<<63)%uint64(n))
	v := r.Int63()
	for v > most {
		v = r.Int63()
	}
	return v % n
}

func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	most := int32(1<<31 - 1 - (1<<31)%uint32(n))
	v := r.Int31()
	for v > most {
		v = r.Int31()
	}
	return v % n
}

// below is Lemire's: the high half of a product, some products dropped.
func (r *Rand) below(n uint32) uint32 {
	prod := uint64(r.Uint32()) * uint64(n)
	if low := uint32(prod); low < n {
		for thresh := -n % n; low < thresh; {
			prod = uint64(r.Uint32()) * uint64(n)
			low = uint32(prod)
		}
	}
	return uint32(prod >> 32)
}

func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= 1<<31-1 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

func (r *Rand) Float64() float64 {
	f := float64(r.Int63()) / (1 << 63)
	for f == 1 {
		f = float64(r.Int63()) / (1 << 63)
	}
	return f
}

func (r *Rand) Float32() float32 {
	f := float32(r.Float64())
	for f == 1 {
		f = float32(r.Float64())
	}
	return f
}

func (r *Rand) Perm(n int) []int {
	m := make([]int, n)
	for i := 0; i < n; i++ {
		j := r.Intn(i + 1)
		m[i] = m[j]
		m[j] = i
	}
	return m
}

func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	i := n - 1
	for ; i > 1<<31-1-1; i-- {
		swap(i, int(r.Int63n(int64(i+1))))
	}
	for ; i > 0; i-- {
		swap(i, int(r.below(uint32(i+1))))
	}
}

func (r *Rand) Read(p []byte) (n int, err error) {
	for i := range p {
		if r.left == 0 {
			r.val, r.left = r.Int63(), 7
		}
		p[i] = byte(r.val)
		r.val >>= 8
		r.left--
	}
	return len(p), nil
}

// NormFloat64 is normally distributed with mean 0 and deviation 1: Marsaglia's polar method.
func (r *Rand) NormFloat64() float64 {
	for {
		x, y := 2*r.Float64()-1, 2*r.Float64()-1
		if s := x*x + y*y; s > 0 && s < 1 {
			return x * math.Sqrt(-2*math.Log(s)/s)
		}
	}
}

// ExpFloat64 is exponentially distributed with rate 1.
func (r *Rand) ExpFloat64() float64 { return -math.Log(1 - r.Float64()) }

// Seed does nothing, as in Go since 1.24: the functions are always random.
func Seed(seed int64) {}

func Int63() int64                       { return std.Int63() }
func Uint32() uint32                     { return std.Uint32() }
func Uint64() uint64                     { return std.Uint64() }
func Int31() int32                       { return std.Int31() }
func Int() int                           { return std.Int() }
func Int63n(n int64) int64               { return std.Int63n(n) }
func Int31n(n int32) int32               { return std.Int31n(n) }
func Intn(n int) int                     { return std.Intn(n) }
func Float64() float64                   { return std.Float64() }
func Float32() float32                   { return std.Float32() }
func Perm(n int) []int                   { return std.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { std.Shuffle(n, swap) }
func NormFloat64() float64               { return std.NormFloat64() }
func ExpFloat64() float64                { return std.ExpFloat64() }

// Read is safe for several goroutines.
func Read(p []byte) (n int, err error) {
	for i := range p {
		p[i] = byte(std.Uint64() >> 56)
	}
	return len(p), nil
}

// A Zipf draws k with a probability like (v+k)**-s.
type Zipf struct {
	r                                      *Rand
	imax, v, q, s, oneminusQ, oneminusQinv float64
	hxm, hx0minusHxm                       float64
}

func (z *Zipf) h(x float64) float64    { return math.Exp(z.oneminusQ*math.Log(z.v+x)) * z.oneminusQinv }
func (z *Zipf) hinv(x float64) float64 { return math.Exp(z.oneminusQinv*math.Log(z.oneminusQ*x)) - z.v }

// NewZipf: rejection-inversion, after Hörmann and Derflinger. s > 1, v >= 1; otherwise nil.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1.0 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, imax: float64(imax), v: v, q: s, oneminusQ: 1 - s, oneminusQinv: 1 / (1 - s)}
	z.hxm = z.h(z.imax + 0.5)
	z.hx0minusHxm = z.h(0.5) - math.Exp(math.Log(v)*-s) - z.hxm
	z.s = 1 - z.hinv(z.h(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		ur := z.hxm + z.r.Float64()*z.hx0minusHxm
		x := z.hinv(ur)
		k := math.Floor(x + 0.5)
		if k-x <= z.s || ur >= z.h(k+0.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}
