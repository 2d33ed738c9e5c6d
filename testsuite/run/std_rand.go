package main

import (
	"fmt"
	"math"
	old "math/rand"
	"math/rand/v2"
)

func main() {
	r := rand.New(rand.NewPCG(1, 2))
	for i := 0; i < 40; i++ {
		fmt.Println(r.Int(), r.IntN(10), r.IntN(64), r.Int64N(1<<40+7), r.Uint32N(1000), r.Int32(), r.Uint64(), r.Float64(), r.Float32(), r.UintN(1<<33))
	}
	fmt.Println(r.Perm(12))
	p := rand.NewPCG(3, 4)
	state, _ := p.MarshalBinary()
	fmt.Printf("%q\n", state)
	for i := 0; i < 1000; i++ {
		if n := rand.N(uint8(7)); n >= 7 {
			fmt.Println(n)
		}
	}

	a, b := old.New(old.NewSource(5)), old.New(old.NewSource(5))
	var sum, norm, norm2, exp float64
	seen := map[int]int{}
	const n = 100000
	for i := 0; i < n; i++ {
		x := a.Float64()
		if x != b.Float64() || x < 0 || x >= 1 {
			fmt.Println("bad", x)
		}
		sum += x
		g := old.NormFloat64()
		norm += g
		norm2 += g * g
		exp += old.ExpFloat64()
		seen[old.Intn(10)]++
	}
	near := func(x, want, tol float64) bool { return math.Abs(x-want) < tol }
	fmt.Println(near(sum/n, 0.5, 0.01), near(norm/n, 0, 0.03), near(norm2/n, 1, 0.05), near(exp/n, 1, 0.03), len(seen))
	for d, k := range seen {
		if !near(float64(k), n/10, 600) {
			fmt.Println(d, k)
		}
	}
	perm := a.Perm(50)
	total := 0
	for _, x := range perm {
		total += x
	}
	fmt.Println(total)
	old.Seed(1)
	x := old.Int63()
	old.Seed(1)
	fmt.Println(x == old.Int63())
	z := old.NewZipf(a, 1.5, 2, 100)
	low := 0
	for i := 0; i < 1000; i++ {
		if z.Uint64() < 10 {
			low++
		}
	}
	fmt.Println(low > 700)
	defer func() { fmt.Println(recover()) }()
	old.Intn(0)
}
