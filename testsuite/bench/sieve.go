// Sieve of Eratosthenes on bytes, and counting: strided stores.
package main

import "fmt"

func primes(n int) int {
	composite := make([]bool, n+1)
	for i := 2; i*i <= n; i++ {
		if composite[i] {
			continue
		}
		for j := i * i; j <= n; j += i {
			composite[j] = true
		}
	}
	count := 0
	for i := 2; i <= n; i++ {
		if !composite[i] {
			count++
		}
	}
	return count
}

func main() {
	s := 0
	for i := 0; i < 60; i++ {
		s += primes(2000000 + i)
	}
	fmt.Println(s)
}
