// sort and slices: stability, custom orders, searching, and the same results from both packages.
package main

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
)

type person struct {
	name string
	age  int
	id   int
}

type byAge []person

func (s byAge) Len() int           { return len(s) }
func (s byAge) Less(i, j int) bool { return s[i].age < s[j].age }
func (s byAge) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }

func people(n int) (out []person) {
	x := uint32(7)
	for i := range n {
		x = x*1103515245 + 12345
		out = append(out, person{string(rune('a' + x>>16%26)), int(x >> 20 % 10), i})
	}
	return
}

func stable(s []person, less func(a, b person) bool) bool {
	for i := 1; i < len(s); i++ {
		if !less(s[i-1], s[i]) && s[i-1].id > s[i].id {
			return false
		}
	}
	return true
}

func main() {
	for _, n := range []int{0, 1, 5, 12, 50, 1000} {
		a, b, c := people(n), people(n), people(n)
		sort.Stable(byAge(a))
		slices.SortStableFunc(b, func(x, y person) int { return cmp.Compare(x.age, y.age) })
		sort.SliceStable(c, func(i, j int) bool { return c[i].age < c[j].age })
		fmt.Println(n, slices.Equal(a, b), slices.Equal(b, c), sort.IsSorted(byAge(a)),
			stable(a, func(x, y person) bool { return x.age < y.age }))
		d := people(n)
		slices.SortFunc(d, func(x, y person) int {
			return cmp.Or(-cmp.Compare(x.age, y.age), strings.Compare(x.name, y.name), cmp.Compare(x.id, y.id))
		})
		e := people(n)
		sort.Slice(e, func(i, j int) bool {
			p, q := e[i], e[j]
			if p.age != q.age {
				return p.age > q.age
			}
			return p.name < q.name || p.name == q.name && p.id < q.id
		})
		fmt.Println(slices.Equal(d, e))
	}
	xs := []int{1, 3, 3, 5, 9}
	for _, v := range []int{0, 3, 4, 9, 10} {
		i, found := slices.BinarySearch(xs, v)
		fmt.Print(sort.SearchInts(xs, v), i, found, " ")
	}
	fmt.Println(sort.Search(100, func(i int) bool { return i*i >= 50 }), sort.SearchStrings([]string{"a", "c"}, "b"))
	ys := []float64{2.5, -1, 0}
	sort.Sort(sort.Reverse(sort.Float64Slice(ys)))
	fmt.Println(ys, slices.IsSorted(ys), slices.Max(ys), slices.MinFunc([]string{"ccc", "a", "bb"}, func(a, b string) int { return len(a) - len(b) }))
	zs := slices.Compact(slices.Sorted(slices.Values([]string{"b", "a", "b", "a", "c"})))
	fmt.Println(zs, slices.Index(zs, "c"), slices.Insert(zs, 1, "x", "y"), slices.Collect(slices.Chunk([]int{1, 2, 3, 4, 5}, 2)))
}
