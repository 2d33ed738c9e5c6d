// Arrays and structs: copies on assignment, call, range, channel, interface; comparison.
package main

import "fmt"

type In struct{ v [3]int }
type Out struct {
	In
	name string
	p    *int
	_    int
	f    float64
}

func mod(o Out) Out             { o.v[0] = 99; *o.p++; return o }
func modArr(a [2]In) (s int)    { a[1].v[2] = 7; return a[1].v[2] }
func ret() (a [3]string)        { a[1] = "x"; return }
func (o Out) with(n string) Out { o.name = n; return o }

//go:noinline
func eq[T comparable](a, b T) bool { return a == b }

func main() {
	n := 1
	a := Out{In{[3]int{1, 2, 3}}, "a", &n, 0, 1.5}
	b := a
	b.v[1] = 20
	c := mod(a)
	fmt.Println(a.v, b.v, c.v, n, a == b, a == a.with("a"), a.with("z").name, a.name)
	arr := [2]In{{[3]int{1}}, {[3]int{2}}}
	fmt.Println(modArr(arr), arr)
	for i, e := range arr {
		e.v[0] = 50
		arr[1].v[1] = 60
		fmt.Print(i, e, " ")
	}
	fmt.Println(arr)
	var i any = arr
	arr[0].v[0] = -1
	j := i.([2]In)
	j[1].v[1] = -2
	fmt.Println(i, arr[0].v, j[1].v)
	ch := make(chan In, 1)
	ch <- arr[0]
	arr[0].v[2] = 8
	fmt.Println(<-ch, arr[0], ret(), ret()[1])
	m := map[string]In{"k": {}}
	t := m["k"]
	t.v[0] = 3
	fmt.Println(m, t)
	arr[0], arr[1] = arr[1], arr[0]
	fmt.Println(arr)
	p, q := &arr[0], &arr[1]
	*p, *q = *q, *p
	fmt.Println(arr, *p == arr[0], p == &arr[0], p == q)
	type E struct {
		a any
		s string
		f float64
	}
	z := 0.0
	fmt.Println(eq(E{1, "a", 2}, E{1, "a", 2}), eq(E{f: z / z}, E{f: z / z}), eq(E{a: int8(1)}, E{a: 1}), eq(E{f: z}, E{f: -z}))
	fmt.Println(eq([2]any{1, nil}, [2]any{1, nil}), eq([2]string{"a", "b"}, [2]string{"a", "c"}), eq(struct{}{}, struct{}{}))
	fs := func() Out { return a.with("temp") }
	fmt.Println(fs().v[2], len(fs().v), fs().name)
	s := []In{{}, {}}
	s2 := append([]In(nil), s...)
	s2[0].v[0] = 1
	s[0], s = In{[3]int{4, 4, 4}}, s[1:]
	fmt.Println(s, s2, fmt.Sprintf("%+v", s2[0]))
	d := struct{ a, b [2]int }{[2]int{1, 2}, [2]int{3, 4}}
	d.a, d.b = d.b, d.a
	d.a[0], d.a[1] = d.a[1], d.a[0]
	fmt.Println(d)
}
