// CRC-32, FNV and xorshift over a buffer: tables, shifts, wrapping arithmetic.
package main

import "fmt"

func table() (t [256]uint32) {
	for i := range t {
		c := uint32(i)
		for k := 0; k < 8; k++ {
			if c&1 != 0 {
				c = c>>1 ^ 0xedb88320
			} else {
				c >>= 1
			}
		}
		t[i] = c
	}
	return
}

func crc(t *[256]uint32, p []byte) uint32 {
	c := ^uint32(0)
	for _, b := range p {
		c = t[byte(c)^b] ^ c>>8
	}
	return ^c
}

func fnv(p []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, b := range p {
		h = (h ^ uint64(b)) * 1099511628211
	}
	return h
}

func fill(p []byte, seed uint64) {
	for i := range p {
		seed ^= seed << 13
		seed ^= seed >> 7
		seed ^= seed << 17
		p[i] = byte(seed >> 32)
	}
}

func main() {
	t := table()
	p := make([]byte, 1<<20)
	var c uint32
	var h uint64
	for i := 0; i < 120; i++ {
		fill(p, uint64(i)+1)
		c ^= crc(&t, p)
		h ^= fnv(p)
	}
	fmt.Printf("%08x %016x\n", c, h)
}
