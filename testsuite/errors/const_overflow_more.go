package main

const big = 1 << 600
const huge = big * big

const (
	a int8   = 128
	b uint8  = -1
	c uint16 = 65536
	d int64  = 1 << 63
	e uint64 = 1 << 64
	f uint64 = 1<<64 - 1
)

var g int32 = 1 << 31
var h = uint8(300)
var i = int8(-129)
var j float32 = 1e39
var k = float64(1e400)

func main() {
	_ = int8(100) + 100
	_ = int8(100) * int8(2)
	_ = -int8(-128)
	_ = ^uint8(0)
	_ = ^uint8(255) - 1
}
