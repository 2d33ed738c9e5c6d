// Package initialization: dependency order of variables, several init functions.
package main

import "fmt"

var trace []string

func t(s string, v int) int { trace = append(trace, fmt.Sprint(s, "=", v)); return v }

var (
	a = t("a", b+c)
	b = t("b", f())
	c = t("c", 1)
	d = t("d", 3)
	_ = t("blank", d)
)

func f() int { d++; return d + viaMethod.get() }

type M struct{ v int }

func (m M) get() int { return m.v + fromMethod }

var viaMethod = M{t("viaMethod", 10)}
var fromMethod = t("fromMethod", 100)

var x, y = two()

func two() (int, int) { return t("x", z), t("y", z+1) }

var z = t("z", 6)

var closure = func() int { return t("closure", hidden) }()
var hidden = t("hidden", 8)

var ref = &target
var target = t("target", *tp)
var tp = func() *int { v := t("tp", 4); return &v }()

var table = map[string]func() int{"f": func() int { return late }}
var late = t("late", 11)

var val, ok = mm["k"]
var mm = map[string]int{"k": t("mm", 12)}

func init() { t("init1", a) }

func init() { t("init2", len(trace)) }

func main() {
	for i, s := range trace {
		fmt.Println(i, s)
	}
	fmt.Println(a, b, c, d, x, y, closure, *ref, table["f"](), val, ok)
}

func init() { t("init3", 0); trace = append(trace, "end") }
