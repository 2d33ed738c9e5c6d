// Numeric types: wrap-around in every width, by every operator, on constants folded and on values not known.
package main

import "fmt"

type integer interface {
	~int8 | ~int16 | ~int32 | ~int64 | ~int | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uint | ~uintptr
}

//go:noinline
func id[T any](x T) T { return x }

func edge[T integer]() (lo, hi T) {
	var z T
	if z-1 > 0 {
		return 0, ^z
	}
	hi = 1
	for hi<<1 > hi {
		hi = hi<<1 | 1
	}
	return -hi - 1, hi
}

func ops[T integer](a, b T) (h uint64) {
	mix := func(v T) { h = (h ^ uint64(v)) * 0x9E3779B97F4A7C15; h ^= h >> 29 }
	mix(a + b)
	mix(a - b)
	mix(a * b)
	mix(a & b)
	mix(a | b)
	mix(a ^ b)
	mix(a &^ b)
	mix(-a)
	mix(^b)
	if b != 0 {
		mix(a / b)
		mix(a % b)
	}
	mix(a << (uint(b) & 15))
	mix(a >> (uint(b) & 15))
	mix(a<<3 + a>>2)
	a++
	b--
	mix(a)
	mix(b)
	return
}

func all[T integer](name string) {
	lo, hi := edge[T]()
	vals := []T{0, 1, 2, 3, 7, 100, lo, lo + 1, lo + 2, hi, hi - 1, hi / 2, lo / 2, hi / 3, T(id(0)) - 1}
	var h uint64
	for _, a := range vals {
		for _, b := range vals {
			x := ops(a, b)
			h = h*31 + x
			if y := ops(id(a), id(b)); x != y {
				fmt.Println("differs", name, a, b)
			}
			if b != 0 && a/b*b+a%b != a {
				fmt.Println("division", name, a, b)
			}
		}
	}
	fmt.Printf("%s %d %d %016x\n", name, lo, hi, h)
	fmt.Println(hi+1 == lo, lo-1 == hi, -lo == lo, lo*id(lo), hi*hi, lo/id(T(0)-1+T(1)*0) == lo || true)
}

type celsius int16

func main() {
	all[int8]("int8")
	all[int16]("int16")
	all[int32]("int32")
	all[int64]("int64")
	all[int]("int")
	all[uint8]("uint8")
	all[uint16]("uint16")
	all[uint32]("uint32")
	all[uint64]("uint64")
	all[uint]("uint")
	all[uintptr]("uintptr")
	all[celsius]("celsius")
	var b byte = 200
	b += 100
	var r rune = 'z'
	r -= 'a' - 'A'
	i8 := int8(-128)
	i8 /= id(int8(-1))
	fmt.Println(b, string(r), i8, i8%id(int8(-1)), -i8, uint8(i8)>>1, i8>>1, uint16(i8), uint16(uint8(i8)), int32(int8(b+90)))
}
