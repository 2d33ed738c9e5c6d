// A program that ends by an index out of range in a method called through an interface from a sort.
package main

import (
	"fmt"
	"sort"
)

type table struct {
	rows [][]int
	col  int
	cmps int
}

func (t *table) Len() int      { return len(t.rows) }
func (t *table) Swap(i, j int) { t.rows[i], t.rows[j] = t.rows[j], t.rows[i] }
func (t *table) Less(i, j int) bool {
	t.cmps++
	return t.rows[i][t.col] < t.rows[j][t.col]
}

func (t *table) sortBy(col int) (ok bool) {
	t.col = col
	defer func() {
		if !ok {
			fmt.Println("sort by", col, "fails")
		}
	}()
	sort.Stable(t)
	return true
}

func main() {
	t := &table{rows: [][]int{{3, 1, 9}, {1, 2, 8}, {2, 0, 7}}}
	for c := range 3 {
		fmt.Println(t.sortBy(c), t.rows)
	}
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		t.sortBy(3)
	}()
	t.rows[1] = t.rows[1][:2]
	fmt.Println(t.cmps > 0, t.sortBy(0), t.rows)
	t.sortBy(2)
}
