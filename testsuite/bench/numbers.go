// strconv: numbers to text and back.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	sum, fsum := 0, 0.0
	var buf []byte
	x := uint64(88172645463325252)
	for i := 0; i < 1500000; i++ {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		s := strconv.Itoa(int(x >> 20))
		n, err := strconv.Atoi(s)
		if err != nil {
			panic(err)
		}
		sum += n & 0xffff
		f := float64(x>>11) / (1 << 30)
		buf = strconv.AppendFloat(buf[:0], f, 'g', -1, 64)
		g, err := strconv.ParseFloat(string(buf), 64)
		if err != nil || g != f {
			panic("round trip")
		}
		fsum += g
	}
	fmt.Println(sum, fsum)
}
