// Iterating maps while they change: deleted entries are not seen, each key at most once, growth and clear during iteration.
package main

import "fmt"

func deleteAll(n int) (seen int) {
	m := map[int]int{}
	for i := range n {
		m[i] = i
	}
	for k := range m {
		seen++
		delete(m, k)
		delete(m, k^1)
	}
	if len(m) != 0 {
		panic("not empty")
	}
	return seen
}

func deleteOthers(n int) (seen, left int) {
	m := map[string]int{}
	for i := range n {
		m[fmt.Sprint(i)] = i
	}
	for k := range m {
		seen++
		for o := range m {
			if o != k {
				delete(m, o)
			}
		}
	}
	return seen, len(m)
}

func insertWhile(n int) bool {
	m := map[int]bool{}
	for i := range n {
		m[i] = false
	}
	seen := map[int]int{}
	for k := range m {
		seen[k]++
		if len(m) < 20*n {
			for j := range 10 {
				m[k*1000+j+n] = true
			}
		}
	}
	for i := range n {
		if seen[i] != 1 {
			return false
		}
	}
	for k, c := range seen {
		if c > 1 || k < 0 {
			return false
		}
	}
	return true
}

func update(n int) (sum int) {
	m := map[int]int{}
	for i := range n {
		m[i] = 1
	}
	for k, v := range m {
		if v != 1 {
			panic("value changed before it was seen")
		}
		m[k] = v + k
	}
	for k := range m {
		m[k] *= 2
	}
	for _, v := range m {
		sum += v
	}
	return
}

func deleteReinsert(n int) bool {
	m := map[int]int{}
	for i := range n {
		m[i] = i
	}
	rounds := 0
	for k, v := range m {
		if rounds++; rounds > 10*n {
			return false
		}
		delete(m, k)
		m[k] = v
		delete(m, -1)
		m[-1] = 7
	}
	return len(m) == n+1
}

func clearWhile() (seen int) {
	m := map[int]int{}
	for i := range 100 {
		m[i] = i
	}
	for range m {
		seen++
		if seen == 5 {
			clear(m)
		}
	}
	return
}

func replaced() (n int) {
	m := map[int]int{1: 1, 2: 2, 3: 3}
	for range m {
		n++
		m = map[int]int{}
		m = nil
	}
	for range m {
		n += 100
	}
	return
}

func nestedSame() (pairs int) {
	m := map[int]bool{1: true, 2: true, 3: true, 4: true}
	for a := range m {
		for b := range m {
			if a == b {
				continue
			}
			pairs++
		}
	}
	return
}

type rec struct{ a [20]int }

func values() (s int) {
	m := map[string]rec{"x": {}, "y": {}}
	for k, v := range m {
		v.a[3] = 5
		s += m[k].a[3]
		v.a[4] = len(k)
		m[k] = v
	}
	for _, v := range m {
		s += v.a[3] + v.a[4]
	}
	var k string
	var r rec
	for k, r = range m {
		r.a[3]++
	}
	return s*100 + r.a[3]*10 + len(k)
}

func random() bool {
	m := map[int]int{}
	for i := range 8 {
		m[i] = i
	}
	first := map[int]bool{}
	for range 400 {
		for k := range m {
			first[k] = true
			break
		}
	}
	return len(first) > 1
}

func main() {
	fmt.Println(deleteAll(1000), deleteAll(6), deleteAll(2))
	fmt.Println(deleteOthers(500))
	fmt.Println(insertWhile(3), insertWhile(8), insertWhile(9), insertWhile(100))
	fmt.Println(update(10), update(1000), deleteReinsert(8), deleteReinsert(200), clearWhile(), replaced(), nestedSame(), values(), random())
}
