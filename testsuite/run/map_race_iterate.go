package main

// A goroutine ranges over a map while another one deletes and adds.

type key struct {
	a, b int
	s    string
}

func change(m map[key]int) {
	for i := range 100000 {
		m[key{a: i, s: "x"}] = i
		delete(m, key{a: i - 1000, s: "x"})
	}
}

func main() {
	m := map[key]int{{s: "first"}: 1, {s: "second"}: 2}
	go change(m)
	n := 0
	for range 1000000 {
		for range m {
			n++
		}
	}
}
