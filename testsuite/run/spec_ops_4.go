// Bit manipulation written with operators: endian swaps, masks, parity, gray code.
package main

import "fmt"

func swap32(x uint32) uint32 { return x<<24 | x&0xff00<<8 | x>>8&0xff00 | x>>24 }

func be64(b []byte) (v uint64) {
	for _, c := range b {
		v = v<<8 | uint64(c)
	}
	return
}

func gray(n uint8) uint8 { return n ^ n>>1 }

func crc(s string) uint32 {
	c := ^uint32(0)
	for i := 0; i < len(s); i++ {
		c ^= uint32(s[i])
		for range 8 {
			c = c>>1 ^ 0xedb88320&-(c&1)
		}
	}
	return ^c
}

func mulmod(a, b, m uint64) (r uint64) {
	for ; b > 0; b >>= 1 {
		if b&1 != 0 {
			r = (r + a) % m
		}
		a = a << 1 % m
	}
	return
}

func isqrt(n int) int {
	x := n
	for y := (x + 1) / 2; y < x; y = (x + n/x) / 2 {
		x = y
	}
	return x
}

func main() {
	fmt.Printf("%#x %#x\n", swap32(0x12345678), be64([]byte{1, 2, 3, 4, 5, 6, 7, 255}))
	for i := range uint8(8) {
		fmt.Printf("%03b ", gray(i))
	}
	fmt.Printf("\n%08x %d %d\n", crc("123456789"), mulmod(123456, 654321, 1000003), isqrt(1000000))
	h := uint32(2166136261)
	for _, c := range []byte("fnv hash") {
		h = (h ^ uint32(c)) * 16777619
	}
	fmt.Println(h, int32(h), int16(h), h%1000)
}
