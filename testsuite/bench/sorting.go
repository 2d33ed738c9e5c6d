// Sorting: package sort on ints, strings and by a function.
package main

import (
	"fmt"
	"sort"
)

type person struct {
	name string
	age  int
}

func main() {
	x := uint32(7)
	next := func() int {
		x = x*1664525 + 1013904223
		return int(x >> 8)
	}
	sum := 0
	for r := 0; r < 8; r++ {
		v := make([]int, 300000)
		for i := range v {
			v[i] = next()
		}
		sort.Ints(v)
		sum += v[len(v)/2]
		p := make([]person, 100000)
		for i := range p {
			p[i] = person{string(rune('a'+next()%26)) + string(rune('a'+next()%26)), next() % 100}
		}
		sort.Slice(p, func(i, j int) bool {
			if p[i].age != p[j].age {
				return p[i].age < p[j].age
			}
			return p[i].name < p[j].name
		})
		sum += p[5000].age
		s := make([]string, 50000)
		for i := range s {
			s[i] = p[i].name + p[len(p)-1-i].name
		}
		sort.Strings(s)
		sum += len(s[100])
	}
	fmt.Println(sum)
}
