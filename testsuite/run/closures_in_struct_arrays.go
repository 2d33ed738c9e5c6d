// Closures and method values kept in arrays, structs copied by value, maps of slices of them; each sees its own variables.
package main

import "fmt"

type op struct {
	name string
	run  func(int) int
	undo func()
}
type machine struct {
	ops   [4]op
	acc   int
	trace []string
	hooks map[string][]func(*machine)
}

func newMachine(k int) machine {
	var m machine
	for i := range m.ops {
		n := 0
		m.ops[i] = op{fmt.Sprint("op", i), func(x int) int { n++; return x*k + i*n }, func() { n -= 2 }}
	}
	m.hooks = map[string][]func(*machine){}
	return m
}

func (m *machine) step(i, x int) {
	for _, h := range m.hooks["before"] {
		h(m)
	}
	m.acc += m.ops[i].run(x)
	m.trace = append(m.trace, fmt.Sprint(m.ops[i].name, "=", m.acc))
	for _, h := range m.hooks["after"] {
		defer h(m)
	}
}

func gen(n int) (get [3]func() int, set [3]func(int)) {
	var vars [3]int
	for i := range vars {
		vars[i] = n * (i + 1)
		get[i] = func() int { return vars[i] }
		set[i] = func(x int) { vars[i], vars[(i+1)%3] = x, vars[i] }
	}
	return
}

type tree struct {
	kids  []*tree
	visit func(depth int) (stop bool)
}

func (t *tree) walk(d int) bool {
	if t.visit != nil && t.visit(d) {
		return true
	}
	for _, k := range t.kids {
		if k.walk(d + 1) {
			return true
		}
	}
	return false
}

func build(d int, count *int, log *[]int) *tree {
	id := *count
	*count++
	t := &tree{visit: func(depth int) bool {
		*log = append(*log, id*10+depth)
		return id == 6
	}}
	for range d {
		t.kids = append(t.kids, build(d-1, count, log))
	}
	return t
}

func main() {
	m := newMachine(2)
	c := m
	m.hooks["before"] = append(m.hooks["before"], func(m *machine) { m.acc++ })
	n := 100
	m.hooks["after"] = []func(*machine){func(m *machine) { m.acc += n }, func(m *machine) { m.acc *= 2 }}
	m.step(1, 5)
	c.step(1, 5)
	n = 0
	m.ops[1].undo()
	c.ops[2] = c.ops[1]
	c.ops[2].name = "copy"
	c.step(2, 1)
	m.step(3, 0)
	fmt.Println(m.acc, c.acc, m.trace, c.trace)
	get, set := gen(1)
	get2, _ := gen(10)
	set[0](50)
	set[2](7)
	get[1], get2[1] = get2[1], get[1]
	fmt.Println(get[0](), get[1](), get[2](), get2[0](), get2[1](), get2[2]())
	count, log := 0, []int{}
	t := build(3, &count, &log)
	fmt.Println(t.walk(0), count, log)
	fs := [2][2]func(...int) int{}
	for i := range fs {
		for j := range fs[i] {
			fs[i][j] = func(x ...int) int {
				if len(x) == 0 {
					return i*10 + j
				}
				return fs[j][i](x[1:]...) + x[0]
			}
		}
	}
	gs := fs
	fs[0][1] = func(...int) int { return -1 }
	fmt.Println(gs[1][0](), gs[1][0](1), gs[1][1](5, 6), gs[0][1](1, 2, 3), fs[0][1]())
}
