// Composite keys everywhere: switch, map, ==, interface and channel of structs with strings, floats, nested arrays, made at run time.
package main

import (
	"fmt"
	"strings"
)

type color struct{ r, g, b uint8 }
type tile struct {
	pos  [2]int16
	col  color
	name string
	w    float32
	on   bool
}
type key struct {
	t    tile
	kind any
	err  error
}
type code int

func (c code) Error() string { return fmt.Sprint("code", int(c)) }

func mk(i int) tile {
	return tile{[2]int16{int16(i), int16(-i)}, color{uint8(i), 1, uint8(i * 3)}, strings.Repeat("n", i%4), float32(i) / 3, i%2 == 0}
}

func find(ts []tile, t tile) int {
	for i, u := range ts {
		switch u {
		case t:
			return i
		case tile{}:
			return -2
		}
	}
	return -1
}

func diff(a, b tile) (s string) {
	if a.pos != b.pos {
		s += "p"
	}
	if a.col != b.col {
		s += "c"
	}
	if a.name != b.name {
		s += "n"
	}
	if a.w != b.w {
		s += "w"
	}
	if a.on != b.on {
		s += "o"
	}
	if (a == b) != (s == "") {
		s += "!"
	}
	return s
}

func main() {
	var ts []tile
	seen := map[tile]int{}
	keys := map[key]string{}
	set := map[any]int{}
	for i := range 40 {
		t := mk(i)
		ts = append(ts, t)
		seen[t] = i
		k := key{t, []any{i, "s", 2.5, color{uint8(i), 0, 0}, nil}[i%5], []error{nil, code(i)}[i%2]}
		keys[k] = fmt.Sprint(i)
		set[t]++
		set[k]++
		set[t.col]++
		set[t.pos]++
		set[&ts[i]]++
	}
	bad := 0
	for i := range 40 {
		t := mk(i)
		k := key{t, []any{i, string([]byte{'s'}), 5.0 / 2, color{r: uint8(i)}, nil}[i%5], []error{nil, code(i)}[i%2]}
		if seen[t] != i || keys[k] != fmt.Sprint(i) || find(ts, t) != i || set[t] != 1 || set[k] != 1 || set[[2]int16{int16(i), int16(-i)}] != 1 {
			bad++
		}
		u := t
		u.name += "x"
		v := t
		v.col.b++
		w := t
		w.w = -w.w
		fmt.Print(diff(t, u), diff(t, v), diff(t, w), diff(t, mk(i)), " ")
		if _, ok := seen[u]; ok || find(ts, v) >= 0 {
			bad++
		}
	}
	fmt.Println(bad, len(seen), len(keys), len(set))
	c := make(chan key, 1)
	k := key{mk(3), code(1), code(2)}
	c <- k
	k.t.pos[1]++
	got := <-c
	fmt.Println(got == k, got.t.pos[1]-k.t.pos[1], got.kind == error(code(1)), any(got) == any(k))
	k.t.pos[1]--
	fmt.Println(got == k, any(got) == any(k), find(append(ts[:3:3], tile{}), mk(9)))
}
