package sort

import (
	"internal/reflectlite"
	"math/bits"
)

// Slice orders a slice by less; equal elements may change places. It panics when x is no slice.
func Slice(x any, less func(i, j int) bool) {
	n, swap := reflectlite.SliceSwapper(x)
	sorter{less, swap}.quick(0, n, 2*bits.Len(uint(n)))
}

// SliceStable orders a slice by less and keeps equal elements in their order.
func SliceStable(x any, less func(i, j int) bool) {
	n, swap := reflectlite.SliceSwapper(x)
	sorter{less, swap}.stable(n)
}

// SliceIsSorted reports whether a slice is in order.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	for i := reflectlite.SliceLen(x) - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}
