// Package bytealg has the searches that strings and bytes share. It works on strings: bytes passes a view of its slice.
package bytealg

import (
	"math/bits"
	"unsafe"
)

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// View is b's memory as a string, for as long as b does not change.
func View(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func load8(p unsafe.Pointer, i int) uint64 { return *(*uint64)(unsafe.Add(p, i)) }

// zeroBytes has the top bit of each zero byte of w set; above the lowest one there may be false ones.
func zeroBytes(w uint64) uint64 { return (w - ones) &^ w & highs }

// IndexByte returns the first index of c in s, or -1. It looks at eight bytes at a time.
func IndexByte(s string, c byte) int {
	i := 0
	if len(s) >= 8 {
		p := unsafe.Pointer(unsafe.StringData(s))
		want := uint64(c) * ones
		for ; i+16 <= len(s); i += 16 {
			a, b := zeroBytes(load8(p, i)^want), zeroBytes(load8(p, i+8)^want)
			if a|b != 0 {
				if a != 0 {
					return i + bits.TrailingZeros64(a)/8
				}
				return i + 8 + bits.TrailingZeros64(b)/8
			}
		}
		if i+8 <= len(s) {
			if a := zeroBytes(load8(p, i) ^ want); a != 0 {
				return i + bits.TrailingZeros64(a)/8
			}
			i += 8
		}
	}
	for ; i < len(s); i++ {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// LastIndexByte returns the last index of c in s, or -1.
func LastIndexByte(s string, c byte) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// Count counts c in s.
func Count(s string, c byte) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			n++
		}
	}
	return n
}

// CountString counts the non-overlapping sub in s; sub is not empty.
func CountString(s, sub string) int {
	if len(sub) == 1 {
		return Count(s, sub[0])
	}
	n := 0
	for {
		i := Index(s, sub)
		if i < 0 {
			return n
		}
		n++
		s = s[i+len(sub):]
	}
}

// Index returns the first index of sub in s, or -1: it looks for sub's first byte, checks the second, then compares; when
// that goes wrong too often it turns to the two-way algorithm, which never takes more than linear time.
func Index(s, sub string) int {
	n := len(sub)
	switch {
	case n == 0:
		return 0
	case n == 1:
		return IndexByte(s, sub[0])
	case n == len(s):
		if s == sub {
			return 0
		}
		return -1
	case n > len(s):
		return -1
	}
	c0, c1 := sub[0], sub[1]
	last := len(s) - n
	fails := 0
	for i := 0; i <= last; {
		if s[i] != c0 {
			j := IndexByte(s[i+1:last+1], c0)
			if j < 0 {
				return -1
			}
			i += j + 1
		}
		if s[i+1] == c1 && s[i:i+n] == sub {
			return i
		}
		i++
		fails++
		if fails > 16+i/8 {
			if j := twoWay(s[i:], sub); j >= 0 {
				return i + j
			}
			return -1
		}
	}
	return -1
}

// maximalSuffix finds the start of sub's largest suffix by < (or > when reverse) and that suffix's period.
func maximalSuffix(sub string, reverse bool) (start, period int) {
	start, period = -1, 1
	j, k := 0, 1
	for j+k < len(sub) {
		a, b := sub[j+k], sub[start+k]
		switch {
		case a == b:
			if k == period {
				j += period
				k = 1
			} else {
				k++
			}
		case (a < b) != reverse:
			j += k
			k = 1
			period = j - start
		default:
			start = j
			j++
			k, period = 1, 1
		}
	}
	return start + 1, period
}

// twoWay is Crochemore and Perrin's "Two-way string-matching", J. ACM 38, 1991: sub is cut at a critical position; the
// right part is compared forwards, then the left part backwards, and shifts follow from the period.
func twoWay(s, sub string) int {
	cut, period := maximalSuffix(sub, false)
	if c, p := maximalSuffix(sub, true); c > cut {
		cut, period = c, p
	}
	n := len(sub)
	periodic := cut+period <= n && sub[:cut] == sub[period:period+cut]
	if !periodic {
		period = max(cut, n-cut) + 1
	}
	known := 0 // length of sub's start that is known to match (periodic ones only)
	for pos := 0; pos+n <= len(s); {
		i := max(cut, known)
		for i < n && sub[i] == s[pos+i] {
			i++
		}
		if i < n {
			pos += i - cut + 1
			known = 0
			continue
		}
		i = cut - 1
		for i >= known && sub[i] == s[pos+i] {
			i--
		}
		if i < known {
			return pos
		}
		pos += period
		if periodic {
			known = n - period
		}
	}
	return -1
}

// LastIndex returns the last index of sub in s, or -1, by a rolling hash compared from the end (Karp and Rabin, 1987).
func LastIndex(s, sub string) int {
	n := len(sub)
	switch {
	case n == 0:
		return len(s)
	case n == 1:
		return LastIndexByte(s, sub[0])
	case n > len(s):
		return -1
	}
	const prime = 16777619
	var want, hash, power uint32
	power = 1
	for i := n - 1; i >= 0; i-- {
		want = want*prime + uint32(sub[i])
		hash = hash*prime + uint32(s[len(s)-n+i])
		power *= prime
	}
	for i := len(s) - n; ; i-- {
		if hash == want && s[i:i+n] == sub {
			return i
		}
		if i == 0 {
			return -1
		}
		hash = hash*prime + uint32(s[i-1]) - power*uint32(s[i-1+n])
	}
}

// Compare gives -1, 0 or 1.
func Compare(a, b string) int {
	n := min(len(a), len(b))
	i := 0
	if n >= 8 {
		p, q := unsafe.Pointer(unsafe.StringData(a)), unsafe.Pointer(unsafe.StringData(b))
		for ; i+8 <= n; i += 8 {
			if x, y := load8(p, i), load8(q, i); x != y {
				if bits.ReverseBytes64(x) < bits.ReverseBytes64(y) {
					return -1
				}
				return 1
			}
		}
	}
	for ; i < n; i++ {
		if a[i] != b[i] {
			if a[i] < b[i] {
				return -1
			}
			return 1
		}
	}
	switch {
	case len(a) < len(b):
		return -1
	case len(a) > len(b):
		return 1
	}
	return 0
}
