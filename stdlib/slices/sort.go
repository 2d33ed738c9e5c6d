package slices

import (
	"cmp"
	"math/bits"
)

// An order compares elements. The sorting functions are generic over it, so that each order has machine code of its own.
type order[E any] interface{ less(a, b E) bool }

// natural is the order of <, with NaN first.
type natural[E cmp.Ordered] struct{}

func (natural[E]) less(a, b E) bool { return a < b || a != a && b == b }

// byFunc is the order of a three-way comparison.
type byFunc[E any] struct{ cmp func(a, b E) int }

func (o byFunc[E]) less(a, b E) bool { return o.cmp(a, b) < 0 }

// Sort orders x; NaNs come first.
func Sort[S ~[]E, E cmp.Ordered](x S) {
	quick([]E(x), natural[E]{}, 2*bits.Len(uint(len(x))))
}

// SortFunc orders x by cmp; equal elements may change places.
func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	quick([]E(x), byFunc[E]{cmp}, 2*bits.Len(uint(len(x))))
}

// SortStableFunc orders x by cmp and keeps equal elements in their order.
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	mergeSort([]E(x), byFunc[E]{cmp})
}

// IsSorted reports whether x is in order.
func IsSorted[S ~[]E, E cmp.Ordered](x S) bool { return inOrder([]E(x), natural[E]{}) }

// IsSortedFunc reports whether x is in order by cmp.
func IsSortedFunc[S ~[]E, E any](x S, cmp func(a, b E) int) bool {
	return inOrder([]E(x), byFunc[E]{cmp})
}

func inOrder[E any, O order[E]](x []E, o O) bool {
	for i := len(x) - 1; i > 0; i-- {
		if o.less(x[i], x[i-1]) {
			return false
		}
	}
	return true
}

func insertion[E any, O order[E]](x []E, o O) {
	for i := 1; i < len(x); i++ {
		v := x[i]
		j := i
		for ; j > 0 && o.less(v, x[j-1]); j-- {
			x[j] = x[j-1]
		}
		x[j] = v
	}
}

func siftDown[E any, O order[E]](x []E, root int, o O) {
	for {
		child := 2*root + 1
		if child >= len(x) {
			return
		}
		if child+1 < len(x) && o.less(x[child], x[child+1]) {
			child++
		}
		if !o.less(x[root], x[child]) {
			return
		}
		x[root], x[child] = x[child], x[root]
		root = child
	}
}

func heapSort[E any, O order[E]](x []E, o O) {
	for i := len(x)/2 - 1; i >= 0; i-- {
		siftDown(x, i, o)
	}
	for i := len(x) - 1; i > 0; i-- {
		x[0], x[i] = x[i], x[0]
		siftDown(x[:i], 0, o)
	}
}

// sort3 leaves the median of three elements at b.
func sort3[E any, O order[E]](x []E, a, b, c int, o O) {
	if o.less(x[b], x[a]) {
		x[a], x[b] = x[b], x[a]
	}
	if o.less(x[c], x[b]) {
		x[b], x[c] = x[c], x[b]
		if o.less(x[b], x[a]) {
			x[a], x[b] = x[b], x[a]
		}
	}
}

// quick is introsort (Musser, 1997) as in package sort: a range that is in order already, or in strictly falling order, is
// seen first; short ranges go to insertion sort, and to heapsort once depth is used up.
func quick[E any, O order[E]](x []E, o O, depth int) {
	for len(x) > 16 {
		if presorted(x, o) {
			return
		}
		if depth == 0 {
			heapSort(x, o)
			return
		}
		depth--
		l, r := partition(x, o)
		if l < len(x)-r {
			quick(x[:l], o, depth)
			x = x[r:]
		} else {
			quick(x[r:], o, depth)
			x = x[:l]
		}
	}
	insertion(x, o)
}

func presorted[E any, O order[E]](x []E, o O) bool {
	i := 2
	if o.less(x[1], x[0]) {
		for i < len(x) && o.less(x[i], x[i-1]) {
			i++
		}
		if i < len(x) {
			return false
		}
		Reverse(x)
		return true
	}
	for i < len(x) && !o.less(x[i], x[i-1]) {
		i++
	}
	return i == len(x)
}

// partition moves smaller elements below l and larger ones from r on; what lies between equals the pivot.
func partition[E any, O order[E]](x []E, o O) (l, r int) {
	mid := len(x) / 2
	if n := len(x); n > 50 {
		e := n / 8
		sort3(x, 0, e, 2*e, o)
		sort3(x, mid-e, mid, mid+e, o)
		sort3(x, n-1-2*e, n-1-e, n-1, o)
		sort3(x, e, mid, n-1-e, o)
	} else {
		sort3(x, 0, mid, len(x)-1, o)
	}
	x[0], x[mid] = x[mid], x[0]
	pivot := x[0]
	i, j := 1, len(x)-1
	for {
		for i <= j && o.less(x[i], pivot) {
			i++
		}
		for i <= j && o.less(pivot, x[j]) {
			j--
		}
		if i >= j {
			break
		}
		x[i], x[j] = x[j], x[i]
		i++
		j--
	}
	x[0], x[j] = x[j], x[0]
	l, r = j, j+1
	for r < len(x) && r-j < 8 && !o.less(pivot, x[r]) {
		r++
	}
	return l, r
}

// mergeSort is a stable bottom-up merge sort with a buffer of half the length.
func mergeSort[E any, O order[E]](x []E, o O) {
	const block = 16
	n := len(x)
	for lo := 0; lo < n; lo += block {
		insertion(x[lo:min(lo+block, n)], o)
	}
	if n <= block {
		return
	}
	var buf []E
	for size := block; size < n; size *= 2 {
		for lo := 0; lo+size < n; lo += 2 * size {
			run := x[lo:min(lo+2*size, n)]
			if !o.less(run[size], run[size-1]) {
				continue
			}
			if buf == nil {
				buf = make([]E, 0, n)
			}
			buf = append(buf[:0], run[:size]...)
			merge(run, buf, run[size:], o)
		}
	}
	clear(buf[:cap(buf)])
}

// merge merges a (a copy) and b (the end of dst) into dst.
func merge[E any, O order[E]](dst, a, b []E, o O) {
	i, j, k := 0, 0, 0
	for i < len(a) && j < len(b) {
		if o.less(b[j], a[i]) {
			dst[k] = b[j]
			j++
		} else {
			dst[k] = a[i]
			i++
		}
		k++
	}
	copy(dst[k:], a[i:])
}

// Min returns the smallest element of x, NaN if there is one. It panics when x is empty.
func Min[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) < 1 {
		panic("slices.Min: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		m = min(m, v)
	}
	return m
}

// MinFunc returns the first smallest element of x by cmp. It panics when x is empty.
func MinFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MinFunc: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		if cmp(v, m) < 0 {
			m = v
		}
	}
	return m
}

// Max returns the largest element of x, NaN if there is one. It panics when x is empty.
func Max[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) < 1 {
		panic("slices.Max: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		m = max(m, v)
	}
	return m
}

// MaxFunc returns the first largest element of x by cmp. It panics when x is empty.
func MaxFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MaxFunc: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		if cmp(v, m) > 0 {
			m = v
		}
	}
	return m
}

// BinarySearch finds target in the ordered x: its first position or where it would go, and whether it is there.
func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool) {
	lo, hi := 0, len(x)
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); cmp.Less(x[mid], target) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(x) && (x[lo] == target || x[lo] != x[lo] && target != target)
}

// BinarySearchFunc is BinarySearch by cmp(element, target).
func BinarySearchFunc[S ~[]E, E, T any](x S, target T, cmp func(E, T) int) (int, bool) {
	lo, hi := 0, len(x)
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); cmp(x[mid], target) < 0 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(x) && cmp(x[lo], target) == 0
}
