// sort, slices, maps, cmp: stability, searching, comparison functions, set-like operations, iterators collected.
package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
)

type rec struct {
	name string
	age  int
}
type byAge []rec

func (b byAge) Len() int           { return len(b) }
func (b byAge) Less(i, j int) bool { return b[i].age < b[j].age }
func (b byAge) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func lcg(n int) []int {
	x, out := uint32(12345), make([]int, n)
	for i := range out {
		x = x*1664525 + 1013904223
		out[i] = int(x>>16) % (n + 1)
	}
	return out
}

func main() {
	for _, n := range []int{0, 1, 2, 11, 12, 13, 50, 1000, 5000} {
		a := lcg(n)
		b, c, d := slices.Clone(a), slices.Clone(a), slices.Clone(a)
		sort.Ints(a)
		slices.Sort(b)
		slices.SortFunc(c, func(x, y int) int { return cmp.Compare(y, x) })
		sort.Sort(sort.Reverse(sort.IntSlice(d)))
		i, found := slices.BinarySearch(a, n/2)
		j := sort.SearchInts(a, n/2)
		fmt.Print(sort.IntsAreSorted(a), slices.Equal(a, b), slices.Equal(c, d), slices.IsSorted(c) == (n < 2), i == j, found == slices.Contains(a, n/2), " ")
		slices.Reverse(c)
		u := slices.Compact(c)
		fmt.Println(slices.Equal(slices.Compact(a), u), len(u))
	}
	rs := []rec{}
	for i, v := range lcg(40) {
		rs = append(rs, rec{fmt.Sprint("r", i), v % 5})
	}
	r1, r2, r3 := slices.Clone(rs), slices.Clone(rs), slices.Clone(rs)
	sort.Stable(byAge(r1))
	slices.SortStableFunc(r2, func(a, b rec) int { return a.age - b.age })
	sort.SliceStable(r3, func(i, j int) bool { return r3[i].age < r3[j].age })
	fmt.Println(slices.Equal(r1, r2), slices.Equal(r1, r3), r1[:6])
	slices.SortFunc(r1, func(a, b rec) int { return cmp.Or(-cmp.Compare(a.age, b.age), strings.Compare(a.name, b.name)) })
	fmt.Println(r1[:4], slices.MaxFunc(rs, func(a, b rec) int { return a.age - b.age }), slices.MinFunc(rs, func(a, b rec) int { return a.age - b.age }))
	k, ok := slices.BinarySearchFunc(r2, 3, func(r rec, t int) int { return r.age - t })
	fmt.Println(k, ok, slices.IndexFunc(rs, func(r rec) bool { return r.age == 4 }), slices.ContainsFunc(rs, func(r rec) bool { return r.age > 4 }))
	s := []string{"b", "a", "c"}
	s = slices.Insert(s, 1, "x", "y")
	s = slices.Delete(s, 0, 1)
	s = slices.Replace(s, 1, 3, "q", "r", "s")
	fmt.Println(s, slices.Index(s, "r"), slices.Max(s), slices.Min(s), slices.Repeat(s[:1], 3), slices.Concat(s[:1], nil, s[2:]), slices.Compare(s, s[:2]), slices.Grow(s, 10)[:len(s)][0], cap(slices.Clip(s)) == len(s))
	s = slices.DeleteFunc(s, func(x string) bool { return x > "q" })
	fmt.Println(s, slices.Collect(slices.Values(s)), slices.Sorted(slices.Values([]int{3, 1, 2})))
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c, cap(c), " ")
	}
	for i, v := range slices.Backward(s) {
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	n := maps.Clone(m)
	maps.DeleteFunc(n, func(k string, v int) bool { return v%2 == 1 })
	maps.Copy(n, map[string]int{"z": 26, "b": 20})
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(n)), maps.Equal(m, maps.Collect(maps.All(m))), n)
	maps.Insert(n, maps.All(m))
	fmt.Println(n, maps.EqualFunc(m, map[string]string{"a": "x", "b": "xx", "c": "xxx"}, func(a int, b string) bool { return a == len(b) }))
	fmt.Println(cmp.Compare(1, 2), cmp.Less("b", "a"), cmp.Or(0, 0, 3), cmp.Or("", "d"), sort.Search(100, func(i int) bool { return i*i >= 50 }))
	x, f := sort.Find(len(s), func(i int) int { return strings.Compare("q", s[i]) })
	fmt.Println(x, f, sort.SearchStrings([]string{"a", "c"}, "b"), sort.StringsAreSorted(s), slices.AppendSeq([]int{9}, maps.Values(map[int]int{1: 2})))
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Insert([]int{1}, 5, 1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Max([]int{})
	}()
}
