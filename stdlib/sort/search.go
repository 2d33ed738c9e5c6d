package sort

// Search returns the smallest i in [0, n) for which f holds, n when there is none; f must be false first, then true.
func Search(n int, f func(int) bool) int {
	lo, hi := 0, n
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); f(mid) {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// Find is Search for a three-way comparison; found tells whether cmp(i) == 0.
func Find(n int, cmp func(int) int) (i int, found bool) {
	i = Search(n, func(i int) bool { return cmp(i) <= 0 })
	return i, i < n && cmp(i) == 0
}

func SearchInts(a []int, x int) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}
func SearchFloat64s(a []float64, x float64) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}
func SearchStrings(a []string, x string) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

func (x IntSlice) Search(v int) int         { return SearchInts(x, v) }
func (x Float64Slice) Search(v float64) int { return SearchFloat64s(x, v) }
func (x StringSlice) Search(v string) int   { return SearchStrings(x, v) }
