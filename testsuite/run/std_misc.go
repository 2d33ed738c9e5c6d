// sort, slices, maps, time, bufio, math, container, errors, reflect: what programs use most.
package main

import (
	"bufio"
	"cmp"
	"container/heap"
	"container/list"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"math/bits"
	"os"
	"reflect"
	"slices"
	"sort"
	"strings"
	"time"
)

type intHeap []int

func (h intHeap) Len() int           { return len(h) }
func (h intHeap) Less(i, j int) bool { return h[i] < h[j] }
func (h intHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *intHeap) Push(x any)        { *h = append(*h, x.(int)) }
func (h *intHeap) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

type person struct {
	Name string `json:"name" xml:"n"`
	Age  int
	priv bool
}

func sorting() {
	x := uint32(1)
	ints := make([]int, 2000)
	for i := range ints {
		x = x*1664525 + 1013904223
		ints[i] = int(x>>16) % 500
	}
	a, b, c := slices.Clone(ints), slices.Clone(ints), slices.Clone(ints)
	sort.Ints(a)
	sort.Sort(sort.Reverse(sort.IntSlice(b)))
	slices.SortStableFunc(c, func(p, q int) int { return cmp.Compare(p/10, q/10) })
	slices.Reverse(b)
	fmt.Println(slices.Equal(a, b), sort.IntsAreSorted(a), a[:5], c[:5], slices.Max(a), sort.SearchInts(a, 250))
	ps := []person{{"ann", 30, false}, {"bob", 25, true}, {"cid", 30, false}, {"dan", 25, false}}
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].Age < ps[j].Age })
	fmt.Println(ps)
	slices.SortFunc(ps, func(p, q person) int { return -strings.Compare(p.Name, q.Name) })
	fmt.Println(ps, slices.IndexFunc(ps, func(p person) bool { return p.priv }))
	m := map[string]int{"z": 26, "a": 1, "m": 13}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Collect(slices.Values([]int{3, 4})), slices.Compact([]int{1, 1, 2, 2, 1}))
	fmt.Println(slices.Insert([]int{1, 4}, 1, 2, 3), slices.Delete([]int{1, 2, 3, 4}, 1, 3), slices.Contains(a, 499))
	h := &intHeap{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 1)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	l := list.New()
	l.PushBack(2)
	l.PushFront(1)
	l.InsertAfter(9, l.Front())
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len())
}

func times() {
	t := time.Date(2024, time.February, 29, 23, 59, 58, 123456789, time.UTC)
	fmt.Println(t, t.Weekday(), t.YearDay(), t.Unix(), t.AddDate(1, 0, 0).Format(time.RFC1123))
	fmt.Println(t.Add(90*time.Minute).Format("2006-01-02T15:04:05.000Z07:00"), t.Truncate(time.Hour).Format(time.Kitchen), t.In(time.FixedZone("X", -5400)))
	for _, s := range []string{"2021-03-04T05:06:07Z", "2021-13-04T05:06:07Z", "2021-03-04T05:06:07.89+01:30", "junk"} {
		p, err := time.Parse(time.RFC3339, s)
		fmt.Println(p, err)
	}
	for _, s := range []string{"1h2m3.5s", "-1.5ms", "3x", "100us", "0"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err, d.Seconds())
	}
	fmt.Println(time.Duration(1234567890), time.Since(time.Now()) < time.Hour, t.Sub(t.Add(-36*time.Hour)))
}

func reading() {
	sc := bufio.NewScanner(strings.NewReader("one two\nthree\r\n\nlast"))
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	sc = bufio.NewScanner(strings.NewReader("  a bb\n ccc "))
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	r := bufio.NewReaderSize(strings.NewReader(strings.Repeat("x", 40)+"\nnext"), 16)
	line, err := r.ReadString('\n')
	b, _ := r.Peek(2)
	fmt.Println(len(line), err, string(b))
	_, err = os.Open("/no/such/file")
	var pe *fs.PathError
	fmt.Println(err, errors.Is(err, os.ErrNotExist), errors.As(err, &pe), pe.Op, os.IsNotExist(err))
}

func reflection() {
	p := person{"eve", 41, true}
	v := reflect.ValueOf(&p).Elem()
	t := v.Type()
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		fmt.Println(f.Name, f.Type, f.Tag.Get("json"), f.IsExported(), v.Field(i).Kind())
	}
	v.Field(1).SetInt(42)
	v.FieldByName("Name").SetString("eva")
	fmt.Println(p, t, t.Kind(), reflect.TypeOf(map[string][]*person{}), reflect.DeepEqual(p, person{"eva", 42, true}), reflect.DeepEqual([]int{1}, []int{2}))
	m := reflect.ValueOf(map[string]int{"k": 7})
	fmt.Println(m.MapIndex(reflect.ValueOf("k")), m.Len(), reflect.Zero(t), reflect.Append(reflect.ValueOf([]int{1}), reflect.ValueOf(2)))
	defer func() { fmt.Println(recover()) }()
	reflect.ValueOf(p).Field(0).SetString("x")
}

func main() {
	sorting()
	times()
	reading()
	reflection()
	fmt.Println(math.Sqrt(2), math.Pow(2, 0.5), math.Floor(-1.5), math.Round(2.5), math.Mod(7, -3), math.Hypot(3, 4), math.Cbrt(27), math.Trunc(-2.7), math.Sin(1), math.Atan2(1, -1), math.Log2(8), math.Inf(1), math.MaxInt64)
	fmt.Println(bits.LeadingZeros32(1), bits.TrailingZeros(8), bits.OnesCount(255), bits.Reverse8(1), bits.Len(1023), bits.RotateLeft8(0x81, 1))
}
