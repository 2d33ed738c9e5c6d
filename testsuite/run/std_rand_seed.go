package main

import (
	"fmt"
	"math/rand"
)

func main() {
	for _, seed := range []int64{0, 1, 42, -7, 1<<62 + 3} {
		r := rand.New(rand.NewSource(seed))
		for i := 0; i < 60; i++ {
			fmt.Println(r.Int63(), r.Uint64(), r.Intn(1+i*i), r.Int31n(64), r.Float64(), r.Float32(), r.Int63n(1<<40+9), r.Uint32())
		}
		b := make([]byte, 20)
		r.Read(b)
		p := r.Perm(9)
		r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
		fmt.Println(b, p)
	}
}
