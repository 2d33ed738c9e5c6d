package main

// A goroutine reads while another one writes.

var sum int

func fill(m map[string]int, done chan bool) {
	b := []byte("key 0000000")
	for i := range 100000 {
		for k, n := len(b)-1, i; k > 4; k, n = k-1, n/10 {
			b[k] = byte('0' + n%10)
		}
		m[string(b)] = i
	}
	done <- true
}

func main() {
	m := map[string]int{"a": 1}
	done := make(chan bool)
	go fill(m, done)
	for {
		sum += m["a"]
		select {
		case <-done:
			return
		default:
		}
	}
}
