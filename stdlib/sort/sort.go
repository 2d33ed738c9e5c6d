// Package sort orders slices and other collections, and searches in ordered ones.
package sort

import (
	"math/bits"
	"slices"
)

// An Interface can be sorted: a collection of Len elements, compared and swapped by index.
type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

// Sort orders data with O(n*log(n)) calls of Less and Swap; equal elements may change places.
func Sort(data Interface) {
	n := data.Len()
	sorter{data.Less, data.Swap}.quick(0, n, 2*bits.Len(uint(n)))
}

// Stable orders data and keeps equal elements in their order: insertion sort of blocks, merged in place by rotations
// (Kim and Kutzner, "Stable minimum storage merging by symmetric comparisons", 2004).
func Stable(data Interface) { sorter{data.Less, data.Swap}.stable(data.Len()) }

// IsSorted reports whether data is in order.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reverse struct{ Interface }

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse gives data the opposite order.
func Reverse(data Interface) Interface { return &reverse{data} }

// A sorter sorts by index, through two functions.
type sorter struct {
	less func(i, j int) bool
	swap func(i, j int)
}

func (s sorter) insertion(lo, hi int) {
	for i := lo + 1; i < hi; i++ {
		for j := i; j > lo && s.less(j, j-1); j-- {
			s.swap(j, j-1)
		}
	}
}

func (s sorter) siftDown(lo, root, n int) {
	for {
		child := 2*root + 1
		if child >= n {
			return
		}
		if child+1 < n && s.less(lo+child, lo+child+1) {
			child++
		}
		if !s.less(lo+root, lo+child) {
			return
		}
		s.swap(lo+root, lo+child)
		root = child
	}
}

func (s sorter) heap(lo, hi int) {
	n := hi - lo
	for i := n/2 - 1; i >= 0; i-- {
		s.siftDown(lo, i, n)
	}
	for i := n - 1; i > 0; i-- {
		s.swap(lo, lo+i)
		s.siftDown(lo, 0, i)
	}
}

// median3 leaves the median of three elements at b.
func (s sorter) median3(a, b, c int) {
	if s.less(b, a) {
		s.swap(a, b)
	}
	if s.less(c, b) {
		s.swap(b, c)
		if s.less(b, a) {
			s.swap(a, b)
		}
	}
}

// quick is introsort (Musser, 1997): quicksort around a median of three or nine, insertion sort for short ranges, heapsort
// once depth is used up. Ranges that are already in order are seen by a first pass.
func (s sorter) quick(lo, hi, depth int) {
	for hi-lo > 12 {
		if s.ordered(lo, hi) {
			return
		}
		if depth == 0 {
			s.heap(lo, hi)
			return
		}
		depth--
		l, r := s.partition(lo, hi)
		if l-lo < hi-r {
			s.quick(lo, l, depth)
			lo = r
		} else {
			s.quick(r, hi, depth)
			hi = l
		}
	}
	s.insertion(lo, hi)
}

// ordered reports whether [lo, hi) is in order; a strictly falling range is turned round.
func (s sorter) ordered(lo, hi int) bool {
	i := lo + 1
	if s.less(i, lo) {
		for i++; i < hi && s.less(i, i-1); i++ {
		}
		if i < hi {
			return false
		}
		for a, b := lo, hi-1; a < b; a, b = a+1, b-1 {
			s.swap(a, b)
		}
		return true
	}
	for i++; i < hi; i++ {
		if s.less(i, i-1) {
			return false
		}
	}
	return true
}

// partition moves smaller elements below l, larger ones from r on, and equals to the pivot between.
func (s sorter) partition(lo, hi int) (l, r int) {
	mid := int(uint(lo+hi) / 2)
	if n := hi - lo; n > 50 {
		e := n / 8
		s.median3(lo, lo+e, lo+2*e)
		s.median3(mid-e, mid, mid+e)
		s.median3(hi-1-2*e, hi-1-e, hi-1)
		s.median3(lo+e, mid, hi-1-e)
	} else {
		s.median3(lo, mid, hi-1)
	}
	s.swap(lo, mid) // the pivot waits at lo
	i, j := lo+1, hi-1
	for {
		for i <= j && s.less(i, lo) {
			i++
		}
		for i <= j && s.less(lo, j) {
			j--
		}
		if i >= j {
			break
		}
		s.swap(i, j)
		i++
		j--
	}
	s.swap(lo, j)
	l, r = j, j+1
	for r < hi && r-j < 8 && !s.less(j, r) { // a run of equals right behind needs no more sorting
		r++
	}
	return l, r
}

func (s sorter) stable(n int) {
	const block = 20
	lo := 0
	for ; lo+block < n; lo += block {
		s.insertion(lo, lo+block)
	}
	s.insertion(lo, n)
	for size := block; size < n; size *= 2 {
		for lo := 0; lo+size < n; lo += 2 * size {
			s.symMerge(lo, lo+size, min(lo+2*size, n))
		}
	}
}

func (s sorter) symMerge(a, m, b int) {
	if a >= m || m >= b {
		return
	}
	if m-a == 1 {
		i := m + Search(b-m, func(k int) bool { return !s.less(m+k, a) })
		for k := a; k < i-1; k++ {
			s.swap(k, k+1)
		}
		return
	}
	if b-m == 1 {
		i := a + Search(m-a, func(k int) bool { return s.less(m, a+k) })
		for k := m; k > i; k-- {
			s.swap(k, k-1)
		}
		return
	}
	mid := int(uint(a+b) / 2)
	n := mid + m
	start, r := a, m
	if m > mid {
		start, r = n-b, mid
	}
	p := n - 1
	for start < r {
		c := int(uint(start+r) / 2)
		if !s.less(p-c, c) {
			start = c + 1
		} else {
			r = c
		}
	}
	end := n - start
	s.rotate(start, m, end)
	s.symMerge(a, start, mid)
	s.symMerge(mid, end, b)
}

// rotate exchanges [a, m) and [m, b), by three reversals.
func (s sorter) rotate(a, m, b int) {
	if a == m || m == b {
		return
	}
	for _, r := range [...][2]int{{a, m}, {m, b}, {a, b}} {
		for i, j := r[0], r[1]-1; i < j; i, j = i+1, j-1 {
			s.swap(i, j)
		}
	}
}

type IntSlice []int

func (x IntSlice) Len() int           { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x IntSlice) Sort()              { slices.Sort(x) }

type Float64Slice []float64

func (x Float64Slice) Len() int           { return len(x) }
func (x Float64Slice) Less(i, j int) bool { return x[i] < x[j] || x[i] != x[i] && x[j] == x[j] }
func (x Float64Slice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x Float64Slice) Sort()              { slices.Sort(x) }

type StringSlice []string

func (x StringSlice) Len() int           { return len(x) }
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x StringSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x StringSlice) Sort()              { slices.Sort(x) }

func Ints(x []int)         { slices.Sort(x) }
func Float64s(x []float64) { slices.Sort(x) }
func Strings(x []string)   { slices.Sort(x) }

func IntsAreSorted(x []int) bool         { return slices.IsSorted(x) }
func Float64sAreSorted(x []float64) bool { return slices.IsSorted(x) }
func StringsAreSorted(x []string) bool   { return slices.IsSorted(x) }
