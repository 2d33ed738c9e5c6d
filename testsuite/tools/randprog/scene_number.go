// Scenes about numbers: every operator at the edges of every width, folded by the compiler and computed.
package main

import (
	"fmt"
	"strconv"
	"strings"
)

var numberScenes = []scene{
	{"integers: operators at the edges", (*gen).intEdges},
	{"integers: division by constants", (*gen).divConstants},
	{"integers: shifts by any count", (*gen).shiftCounts},
	{"integers: conversions", (*gen).intConversions},
	{"integers: comparisons", (*gen).intCompare},
	{"integers: math/bits", (*gen).mathBits},
	{"integers: wrapping loops", (*gen).wrapLoops},
	{"floats: NaN, zeros, infinities", (*gen).floatSpecial},
	{"floats: rounding of conversions", (*gen).floatRounding},
	{"floats: math", (*gen).floatMath},
	{"complex: both widths", (*gen).complexBoth},
	{"bytes and bits in arrays", (*gen).bitArrays},
}

// edge is a constant where something changes: the ends of the range, small numbers, powers of two and their neighbours.
func (g *gen) edge(t *typ) string {
	if g.chance(30) {
		return g.literal(t)
	}
	bits := t.bits
	if !t.unsigned {
		bits--
	}
	max := ^uint64(0) >> (64 - bits)
	p := uint64(1) << g.rnd(bits)
	v := pick(g, []uint64{0, 1, 2, 3, 7, max, max - 1, p, p - 1, p + 1, max / 3, max &^ 0xf})
	if v > max {
		v = max
	}
	s := strconv.FormatUint(v, 10)
	if !t.unsigned && g.chance(50) {
		if v == max && g.chance(60) {
			return "-" + s + " - 1"
		}
		return "-" + s
	}
	return s
}

func (g *gen) edges(t *typ, n int) string {
	var s []string
	for range n {
		s = append(s, g.edge(t))
	}
	return strings.Join(s, ", ")
}

func (g *gen) intEdges() {
	t := pick(g, ints)
	tm := g.template("t", t, "e", g.edges(t, 5), "e1", g.edge(t), "e2", g.edge(t))
	tm.top(`
func \Ops(x, y $t) {
	notes("ops", x+y, x-y, x*y, x&y, x|y, x^y, x&^y, -x, ^x, x == y, x < y, x <= y, x > y, x >= y)
	if y != 0 {
		notes("division", x/y, x%y, (x/y)*y+x%y == x)
	}
	notes("constant", x+($e1), x-($e2), ($e1)-x, x*($e2), x&($e1), x|($e2), x^($e1), x < $e1, x == $e2, ($e2) >= x)
	notes("mixed", (x+y)*(x-y), x&y+x|y, x<<1^y>>1, -x+y, ^(x - y), x*x-y*y, min(x, y, $e1), (x^y)&-(x^y))
	x, y = y, x^y
	x += y
	x -= $e1
	y *= x
	x |= y & 3
	y &^= x
	x++
	y--
	notes("assigned", x, y)
}
`)
	tm.body(`
	\l := [...]$t{$e}
	for \i, \x := range \l {
		\Ops(\x, \l[(\i+?4)%5])
	}
	\Ops(@t, @t)
`)
}

func (g *gen) divConstants() {
	t := pick(g, ints)
	var b strings.Builder
	for range 4 {
		c := g.edge(t)
		for c == "0" || c == "-0" {
			c = g.edge(t)
		}
		fmt.Fprintf(&b, "\t\tnotes(\"by\", \\x/(%s), \\x%%(%s), \\x/(%s)*3 == \\x, \\x%%(%s) == 0)\n", c, c, c, c)
	}
	g.template("t", t, "e", g.edges(t, 4)).body(`
	for _, \x := range []$t{$e, @t, #t} {
` + b.String() + `
		notes("powers", \x/2, \x%2, \x/8, \x%16, \x/64*64, \x%4 == 1)
	}
`)
}

func (g *gen) shiftCounts() {
	t := pick(g, ints)
	g.template("t", t, "u", pick(g, ints), "e", g.edges(t, 4), "c", g.rnd(t.bits), "w", t.bits, "w1", t.bits-1).body(`
	for _, \x := range []$t{$e, @t} {
		for _, \n := range []$u{0, 1, ?8, $w1, $w, $w + 1, 65, 127, $u(uint8(@i) >> 1)} {
			notes("shift", \x<<\n, \x>>\n, \x<<\n>>\n)
			if \n < $w {
				notes("in range", \x<<\n, \x>>\n)
			}
			notes("masked", \x<<(\n&$w1), \x>>(\n%$w), \x<<(uint8(\n)+7), 1<<\n == \x)
		}
		notes("constant", \x<<$c, \x>>$c, \x<<$w, \x>>$w, \x<<$w1, \x>>$w1, \x>>70, uint64(\x)<<63>>63, \x<<$c|\x>>($w-$c), \x<<3>>3)
		\x <<= ?9
		\x >>= uint(?9)
		note("assigned", \x)
	}
	\s := int8(?8)
	notes("untyped", 1<<\s+uint8(3), int64(1)<<\s<<\s, ^uint32(0)>>\s, int16(-1)<<\s>>1)
`)
}

func (g *gen) intConversions() {
	t, u := pick(g, ints), pick(g, ints)
	g.template("t", t, "u", u, "v", pick(g, ints), "e", g.edges(t, 6)).body(`
	for _, \x := range []$t{$e, @t} {
		notes("to", int8(\x), int16(\x), int32(\x), int64(\x), int(\x))
		notes("to", uint8(\x), uint16(\x), uint32(\x), uint64(\x), uint(\x), uintptr(\x))
		notes("chains", $t($u(\x)), $v($u(\x)), int64(int8(\x))>>3, uint64(int32(\x)), int(uint16(\x))-int(int16(\x)), $u(\x)+$u(\x), $t(uint8(\x))<<4, $v(\x*3), uint32(uint8(\x+1))+1)
		notes("compared", $u(\x) < 9, int64(\x) < int64($u(\x)), uint64(\x) > 1<<33, $v(\x) == $v($u(\x)))
		\b := [...]byte{byte(\x), byte(uint64(\x) >> 8), byte(uint64(\x) >> 16), byte(uint64(\x) >> 24)}
		notes("bytes", uint32(\b[0])|uint32(\b[1])<<8|uint32(\b[2])<<16|uint32(\b[3])<<24, uint16(\b[1])|uint16(\b[0])<<8, int(int8(\b[0])))
		note("index", "0123456789abcdef"[\x&15])
	}
`)
}

func (g *gen) intCompare() {
	t := pick(g, ints)
	g.template("t", t, "e", g.edges(t, 5), "a", g.edge(t), "b", g.edge(t), "c", g.edge(t)).body(`
	for _, \x := range []$t{$e, @t, #t} {
		\n := 0
		if \x > $a && \x < $b {
			\n |= 1
		}
		if \x >= $a && \x <= $b || \x == $c {
			\n |= 2
		}
		if \x != $a && !(\x < $c) {
			\n |= 4
		}
		if \y := \x - ($b); \y < $c {
			\n |= 8
		}
		if \x+1 > \x {
			\n |= 16
		}
		if -\x == \x || \x&1 == 0 != (\x%2 == 0) {
			\n |= 32
		}
		if \x < 0 || \x > 100 {
			\n |= 64
		} else if \x == $a || \x == $b || \x == 7 {
			\n |= 128
		}
		for \y := \x; \y > $a && \n < 1000; \y /= 2 {
			\n += 256
		}
		notes("compared", \x, \n)
	}
`)
}

func (g *gen) mathBits() {
	g.template("t", pick(g, ints)).body(`
	for _, \x := range []$t{@t, #t, 0, 1, ^$t(0)} {
		\a, \b, \c, \d := uint8(\x), uint16(\x), uint32(\x), uint64(\x)
		notes("count", bits.OnesCount8(\a), bits.OnesCount16(\b), bits.OnesCount32(\c), bits.OnesCount64(\d), bits.OnesCount(uint(\x)))
		notes("zeros", bits.LeadingZeros8(\a), bits.LeadingZeros16(\b), bits.LeadingZeros32(\c), bits.LeadingZeros64(\d), bits.TrailingZeros8(\a), bits.TrailingZeros16(\b), bits.TrailingZeros32(\c), bits.TrailingZeros64(\d))
		notes("len", bits.Len8(\a), bits.Len16(\b), bits.Len32(\c), bits.Len64(\d), bits.Len(uint(\x)))
		notes("rotate", bits.RotateLeft8(\a, ?9), bits.RotateLeft16(\b, -?9), bits.RotateLeft32(\c, ?40), bits.RotateLeft64(\d, int(\x&63)))
		notes("reverse", bits.Reverse8(\a), bits.Reverse16(\b), bits.Reverse32(\c), bits.Reverse64(\d), bits.ReverseBytes16(\b), bits.ReverseBytes32(\c), bits.ReverseBytes64(\d))
		\h, \l := bits.Mul64(\d, \d+uint64(?9999))
		\s, \k := bits.Add64(\l, \d, uint64(?2))
		\m, \r := bits.Sub64(\h, \s, \k)
		notes("wide", \h, \l, \s, \k, \m, \r)
		\q, \e := bits.Div64(\h&0xff, \l, \d|1<<63)
		notes("wide", \q, \e)
		\i, \j := bits.Mul32(\c, \c)
		notes("wide", \i, \j, bits.Rem64(\h, \l, \d|1))
	}
`)
}

func (g *gen) wrapLoops() {
	t := pick(g, ints)
	g.template("t", t, "e", g.edge(t)).body(`
	\n := 0
	for \i := $t($e); \n < ?3-40; \i += ?1-9 {
		if \i > 100 && \i < $t(120) {
			\n += 2
		}
		\n++
	}
	note("up", \n)
	\s := #t
	for \i := $t(?20); \i != 0; \i-- {
		\s = \s*31 + \i
	}
	for \i := uint8(250); \i > 3; \i++ {
		\s ^= $t(\i)
	}
	for \i := int8(120); \i > 0; \i++ {
		\s += $t(\i & 7)
	}
	\h := uint32(2166136261)
	for \i := range ?30 {
		\h = (\h ^ uint32(\i)) * 16777619
		\s += $t(\h >> 13)
	}
	\k := uint16(\s)
	for range 20 {
		\k ^= \k << 7
		\k ^= \k >> 9
		\k ^= \k << 8
	}
	notes("wrapped", \s, \h, \k, -\k, int16(\k)*int16(\k))
`)
}

func (g *gen) floatSpecial() {
	t := pick(g, floats)
	g.template("t", t).body(`
	\l := []$t{$t(nan), $t(inf), -$t(inf), 0, -zero_$t, 1, @t, #t}
	for \i, \x := range \l {
		\y := \l[(\i+?8)&7]
		notes("compare", \i, \x == \y, \x != \y, \x < \y, \x <= \y, \x > \y, \x >= \y, !(\x < \y), !(\x >= \y), \x != \x)
		notes("compute", \x+\y, \x-\y, \x*\y, \x/\y, -\x, 1/\x, \x*0, \x-\x, 0-\x, \x+0, \x*-1, \x/2)
		\n := 0
		if \x < \y {
			\n++
		} else if \x > \y {
			\n += 2
		} else if \x == \y {
			\n += 4
		}
		if !(\x <= 1) || \y != 0 && !(\y > 2) {
			\n += 8
		}
		switch {
		case \x == 1, \x != \x:
			\n += 16
		case \x >= \y:
			\n += 32
		}
		notes("branch", \n, math.Signbit(float64(\x)), any(\x) == any(\y), [1]$t{\x} == [1]$t{\y}, math.IsNaN(float64(\x*\y)))
	}
`)
}

func (g *gen) floatRounding() {
	t := pick(g, ints)
	g.template("t", t, "e", g.edges(t, 5), "u", pick(g, ints)).body(`
	for _, \x := range []$t{$e, @t} {
		notes("to float", float32(\x), float64(\x), float32(float64(\x)), float64(float32(\x)), math.Float32bits(float32(\x)), math.Float64bits(float64(\x)))
		notes("sum", float32(\x)+float32(?9999), float64(\x)*0.1, float32(\x)/3, float64(float32(\x)/3))
	}
	\h, \l := uint32(?9), uint64(?9)
	for \k := range uint(64) {
		\x := uint64(1)<<\k | uint64(1)<<\k>>24 | uint64(1)<<\k>>53 | uint64($t(1))
		\h = \h*3 + math.Float32bits(float32(\x))
		\l = \l*3 + math.Float64bits(float64(\x))
	}
	notes("halves", \h, \l)
	for _, \f := range []float64{@f, 0.5, -0.5, 1.5, 126.9, -127.9, 3e9, 1 << 40, 9007199254740993, #f, float64(@u)} {
		if \f > -128 && \f < 128 {
			notes("int8", int8(\f), int16(\f), int64(\f))
		}
		if \f > -1 && \f < 256 {
			notes("uint8", uint8(\f), uint32(\f), uint64(\f))
		}
		if \f > -1<<31 && \f < 1<<31 {
			notes("int32", int32(\f), int(float32(\f)/4))
		}
		if \f >= 0 && \f < 1<<63 {
			notes("uint64", uint64(\f), int64(\f), uint64(\f*2))
		}
		notes("float32", float32(\f), float64(float32(\f)), float32(\f)*float32(\f), float64(float32(\f)*3))
	}
`)
}

func (g *gen) floatMath() {
	g.template("t", pick(g, floats)).body(`
	\x, \y := float64(@t), float64(#t)
	notes("exact", math.Sqrt(math.Abs(\x)), math.Floor(\x), math.Ceil(\y), math.Trunc(\x), math.Round(\y), math.RoundToEven(\x/2), math.Copysign(\x, \y), math.Abs(-\y))
	notes("exact", math.FMA(\x, \y, 1), float32(math.Sqrt(float64(float32(\x*\x)))), math.Max(\x, \y), math.Min(\x, -\y), math.Mod(\x, 7), math.Remainder(\y, 3), math.Dim(\x, \y))
	\f, \e := math.Frexp(\x)
	\i, \r := math.Modf(\y)
	notes("parts", \f, \e, math.Ldexp(\f, \e) == \x, \i, \r, math.Float64bits(\x)>>52, math.Float32bits(float32(\y))&0x7fffff, math.Float64frombits(uint64(?9999)<<40))
	notes("next", math.Nextafter(\x, 0), math.Inf(?3), math.IsInf(\x*1e300*1e10, 0), math.MaxFloat32, math.SmallestNonzeroFloat64)
	\p := \x*\y + \x
	\q := float64(\x*\y) + \x
	\s := float32(\x)*float32(\y) - float32(\x)
	notes("no fusing", \p == \q, \p, \s)
`)
}

func (g *gen) complexBoth() {
	c, f := "complex128", "float64"
	if g.chance(50) {
		c, f = "complex64", "float32"
	}
	g.template("c", c, "f", f, "t", &typ{k: kComplex, name: "complex128", cmp: true}, "g", floats[0]).body(`
	\x, \y := $c(complex(@g, #g)), $c(complex(#g, 2.5))
	\z := $c(1i)
	\z += \x
	\z *= \y
	\z -= 2
	notes("complex", \x+\y, \x-\y, \x*\y, -\x, \z, \x == \y, \x != \z, \x == \x, \z == complex(real(\z), imag(\z)))
	\q := \z / \y
	notes("parts", real(\x), imag(\y), \q, $f(real(\z))+1, complex(imag(\x), $f(?9)))
	if !(real(\y) == 0 && imag(\y) == 0) {
		note("quotient", \x/\y)
	}
	\m := map[$c]int{\x: 1, \y: 2}
	notes("key", \m[\x], \m[\y+0], len(\m))
	var \a any = \x
	notes("any", \a == any(\x), \a == any(\y), [2]$c{\x, \y} == [2]$c{\x, \y}, struct{ a $c }{\x} == struct{ a $c }{\z})
	note("string", fmt.Sprintf("%v %.2f", complex(real(\x)+1, 2), complex(?9, -?9)))
`)
}

func (g *gen) bitArrays() {
	g.template("t", pick(g, ints[5:]), "n", 1+g.rnd(8)).body(`
	var \set [$n + 1]uint64
	\bit := func(\i uint) { \set[\i/64%($n+1)] |= 1 << (\i % 64) }
	for \i := range uint(?40) {
		\bit(\i * ?1-30)
	}
	\c := 0
	for \i, \w := range \set {
		for ; \w != 0; \w &= \w - 1 {
			\c += \i*64 + bits.TrailingZeros64(\w)
		}
	}
	notes("set", \set, \c)
	\b := []byte(@s + "0123456789abcdef")
	\x := uint32(\b[0])<<24 | uint32(\b[1])<<16 | uint32(\b[2])<<8 | uint32(\b[3])
	\y := uint64(\b[0]) | uint64(\b[1])<<8 | uint64(\b[2])<<16 | uint64(\b[3])<<24 | uint64(\b[4])<<32 | uint64(\b[5])<<40 | uint64(\b[6])<<48 | uint64(\b[7])<<56
	\b[8], \b[9], \b[10], \b[11] = byte(\x>>24), byte(\x>>16), byte(\x>>8), byte(\x)
	\b[3] ^= \b[?8] << ?8
	\b[5] += 200
	\b[6] -= \b[7]
	\k := \b[4]>>1 + \b[5]*3
	notes("bytes", \x, \y, \b, \k, $t(\x)+$t(\k), int8(\k), \k+100 < \k)
	\p := [256]uint8{}
	for \i := range \p {
		\p[\i] = uint8(\i*\i) ^ uint8(\i>>?8)
	}
	\r := $t(0)
	for _, \v := range \b {
		\r = \r<<1 ^ $t(\p[uint8(\r)^\v])
	}
	note("table", \r)
`)
}
