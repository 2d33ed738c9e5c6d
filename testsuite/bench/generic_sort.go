// Generics: a quicksort with insertion sort at the bottom, over ordered types, by a function, and by a method of the elements.
package main

import (
	"cmp"
	"fmt"
)

func sortOrdered[T cmp.Ordered](s []T) {
	for len(s) > 12 {
		m := partition(s)
		if m < len(s)-m {
			sortOrdered(s[:m])
			s = s[m:]
		} else {
			sortOrdered(s[m:])
			s = s[:m]
		}
	}
	for i := 1; i < len(s); i++ {
		x, j := s[i], i
		for ; j > 0 && x < s[j-1]; j-- {
			s[j] = s[j-1]
		}
		s[j] = x
	}
}

func partition[T cmp.Ordered](s []T) int {
	a, b, c := s[0], s[len(s)/2], s[len(s)-1]
	p := max(min(a, b), min(max(a, b), c))
	i, j := 0, len(s)-1
	for i <= j {
		for s[i] < p {
			i++
		}
		for p < s[j] {
			j--
		}
		if i <= j {
			s[i], s[j] = s[j], s[i]
			i++
			j--
		}
	}
	return i
}

func sortFunc[T any](s []T, less func(a, b T) bool) {
	for len(s) > 12 {
		p, i, j := s[len(s)/2], 0, len(s)-1
		for i <= j {
			for less(s[i], p) {
				i++
			}
			for less(p, s[j]) {
				j--
			}
			if i <= j {
				s[i], s[j] = s[j], s[i]
				i++
				j--
			}
		}
		if i < len(s)-i {
			sortFunc(s[:i], less)
			s = s[i:]
		} else {
			sortFunc(s[i:], less)
			s = s[:i]
		}
	}
	for i := 1; i < len(s); i++ {
		for j := i; j > 0 && less(s[j], s[j-1]); j-- {
			s[j], s[j-1] = s[j-1], s[j]
		}
	}
}

type lesser[T any] interface{ less(T) bool }

// merge sort: stable, with a buffer
func sortMethod[T lesser[T]](s, buf []T) {
	if len(s) < 2 {
		return
	}
	m := len(s) / 2
	sortMethod(s[:m], buf)
	sortMethod(s[m:], buf)
	left := buf[:copy(buf, s[:m])]
	i, j, k := 0, m, 0
	for i < len(left) && j < len(s) {
		if s[j].less(left[i]) {
			s[k] = s[j]
			j++
		} else {
			s[k] = left[i]
			i++
		}
		k++
	}
	copy(s[k:], left[i:])
}

type point struct{ x, y int32 }

func (p point) less(q point) bool { return p.x < q.x || p.x == q.x && p.y < q.y }

type record struct {
	key  float64
	name string
	n    int
}

func (r *record) less(q *record) bool { return r.key < q.key }

func main() {
	x := uint32(1)
	next := func() int {
		x = x*1664525 + 1013904223
		return int(x >> 4)
	}
	sum := 0
	for range 4 {
		ints := make([]int, 400000)
		floats := make([]float64, 200000)
		words := make([]string, 60000)
		for i := range ints {
			ints[i] = next()
		}
		for i := range floats {
			floats[i] = float64(next()) / 7
		}
		for i := range words {
			words[i] = fmt.Sprint("word", next())
		}
		sortOrdered(ints)
		sortOrdered(floats)
		sortOrdered(words)
		sum += ints[1000] + int(floats[1000]) + len(words[1000])
		points := make([]point, 300000)
		for i := range points {
			points[i] = point{int32(next() % 1000), int32(next())}
		}
		sortFunc(points, func(a, b point) bool { return a.y < b.y })
		sum += int(points[77].x)
		sortMethod(points, make([]point, len(points)))
		sum += int(points[77].y)
		records := make([]*record, 100000)
		for i := range records {
			records[i] = &record{key: float64(next()), n: i}
		}
		sortMethod(records, make([]*record, len(records)))
		sum += records[50].n
		sortFunc(records, func(a, b *record) bool { return a.n < b.n })
		sum += records[51].n
	}
	fmt.Println(sum)
}
