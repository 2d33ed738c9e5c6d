package main

// Two goroutines write to a map without a lock.

func fill(m map[int]string, from int) {
	for i := range 100000 {
		m[from+i] = "x"
	}
}

func main() {
	m := map[int]string{}
	go fill(m, 1000000)
	fill(m, 0)
}
