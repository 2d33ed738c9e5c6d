// The Mandelbrot set by complex arithmetic written out: a float loop with an unpredictable exit.
package main

import "fmt"

func escape(cr, ci float64, limit int) int {
	var zr, zi, r2, i2 float64
	n := 0
	for n < limit && r2+i2 <= 4 {
		zi = 2*zr*zi + ci
		zr = r2 - i2 + cr
		r2, i2 = zr*zr, zi*zi
		n++
	}
	return n
}

func main() {
	const w, h, limit = 1600, 1200, 200
	inside, total := 0, 0
	for y := 0; y < h; y++ {
		for x := 0; x < w; x++ {
			n := escape(3*float64(x)/w-2, 2*float64(y)/h-1, limit)
			total += n
			if n == limit {
				inside++
			}
		}
	}
	fmt.Println(inside, total)
}
