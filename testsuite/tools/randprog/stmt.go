// Statements, functions, and the program around them.
package main

import (
	"fmt"
	"strings"
)

func (g *gen) program(size int) {
	g.makeTypes()
	g.makeMethods()
	if g.chance(20 + size) {
		g.genericFunc(1 + size/4)
	}
	for i := 0; i < g.rnd(2)+g.rnd(1+size/4); i++ {
		g.function(1 + size/3)
	}
	g.pure = false
	g.vars = nil
	g.line("func main_%s() {", g.tag)
	g.indent++
	g.locals(2 + min(size/4, 4))
	if size > 2 || g.chance(60) {
		g.scene()
	}
	if size > 2 || g.chance(40) {
		g.block(size, min(3, 1+size/3))
	}
	g.notes()
	g.indent--
	g.line("}")
}

func (g *gen) locals(n int) {
	for i := 0; i < n; i++ {
		t := pick(g, g.types)
		name := g.name("v")
		g.line("var %s %s = %s", name, t.name, g.expr(t, 2))
		g.line("_ = %s", name)
		g.vars = append(g.vars, variable{name: name, t: t})
	}
}

// notes prints every variable whose text is the same each time.
func (g *gen) notes() {
	for _, v := range g.vars {
		if v.t.k != kParam && !v.global {
			g.line("note(%q, %s)", v.name, v.name)
		}
	}
}

// A function that expressions call: it prints nothing, and what it gives depends on its arguments only.
func (g *gen) function(size int) {
	f := &fn{name: g.topName("f"), result: pick(g, g.types)}
	if g.chance(25) {
		f.second = g.basic()
	}
	g.vars, g.pure = nil, true
	var ps []string
	for i := 0; i < g.rnd(5); i++ {
		t := pick(g, g.types)
		for t.k == kMap {
			t = pick(g, g.types)
		}
		f.params = append(f.params, t)
		ps = append(ps, fmt.Sprintf("par%d %s", i, t.name))
		g.vars = append(g.vars, variable{name: fmt.Sprintf("par%d", i), t: t})
	}
	for f.result.k == kMap {
		f.result = pick(g, g.types)
	}
	g.result = f.result
	g.note("function")
	if g.chance(20) {
		g.line("//go:noinline")
	}
	results := "(res " + f.result.name + ")"
	if f.second != nil {
		results = "(res " + f.result.name + ", res2 " + f.second.name + ")"
		g.note("two results")
	}
	g.line("func %s(%s) %s {", f.name, strings.Join(ps, ", "), results)
	g.indent++
	g.line("if spend() {\n\t\treturn\n\t}")
	g.vars = append(g.vars, variable{name: "res", t: f.result})
	if g.chance(25) {
		g.stmt("defer that changes a result", func() {
			g.line("defer func() { res = %s }()", g.expr(f.result, 2))
		})
	}
	if f.second != nil {
		g.vars = append(g.vars, variable{name: "res2", t: f.second})
		g.result = nil
	}
	g.locals(g.rnd(4))
	g.block(size, 2)
	if f.second != nil {
		g.line("return %s, %s", g.expr(f.result, 3), g.expr(f.second, 2))
	} else {
		g.line("return %s", g.expr(f.result, 3))
	}
	g.indent--
	g.line("}")
	g.result = nil
	g.funcs = append(g.funcs, f)
}

func (g *gen) genericFunc(size int) {
	f := &fn{name: g.topName("g"), params: []*typ{param, param, integer}, result: param, generic: true}
	g.note("generic function")
	g.pure = true
	g.vars = []variable{{name: "a", t: param}, {name: "b", t: param}, {name: "n", t: integer}}
	g.line("func %s[T integers](a, b T, n int) (res T) {", f.name)
	g.indent++
	g.line("if spend() {\n\t\treturn\n\t}")
	g.vars = append(g.vars, variable{name: "res", t: param})
	g.result = param
	g.block(size, 2)
	g.line("return %s", g.expr(param, 3))
	g.indent--
	g.line("}")
	g.result = nil
	g.funcs = append(g.funcs, f)
}

func (g *gen) block(n, depth int) {
	for n > 0 {
		n -= g.statement(n, depth)
	}
}

// body is a block in braces whose declarations end with it; it gives back its size.
func (g *gen) body(n, depth int, more ...variable) int {
	if n > 8 {
		n = 8
	}
	saved := len(g.vars)
	g.vars = append(g.vars, more...)
	g.indent++
	g.block(1+n/2, depth-1)
	g.indent--
	g.vars = g.vars[:saved]
	return 1 + n/2
}

func (g *gen) assignable() (variable, bool) {
	var v []variable
	for _, x := range g.vars {
		if !x.fixed {
			v = append(v, x)
		}
	}
	if len(v) == 0 {
		return variable{}, false
	}
	return pick(g, v), true
}

func (g *gen) statement(n, depth int) int {
	used := 1
	if depth > 0 && g.chance(35) {
		g.control(n, depth, &used)
		return used + 1
	}
	if !g.pure && g.chance(40) {
		g.scene()
		return used
	}
	v, ok := g.assignable()
	if !ok {
		return 1
	}
	switch g.rnd(16) {
	case 0, 1, 2, 3:
		g.stmt("assignment", func() { g.line("%s = %s", v.name, g.expr(v.t, 4)) })
	case 4, 5:
		g.opAssign(v)
	case 6, 7, 8:
		g.elementAssign(v)
	case 9:
		g.stmt("parallel assignment", func() {
			w, _ := g.assignable()
			if w.name != v.name {
				g.line("%s, %s = %s, %s", v.name, w.name, g.expr(v.t, 2), g.expr(w.t, 2))
			}
		})
	case 10:
		g.stmt("closure that changes a variable", func() {
			f := g.name("c")
			g.line("%s := func() { %s = %s }", f, v.name, g.expr(v.t, 3))
			g.line("%s()", f)
			g.line("%s()", f)
		})
	case 11:
		g.risky(v)
	case 12:
		g.twoResults()
	case 13:
		g.stmt("pointer", func() {
			p := g.name("p")
			g.line("%s := &%s", p, v.name)
			g.line("*%s = %s", p, g.expr(v.t, 3))
		})
	case 14:
		g.generic(v)
	case 15:
		if !g.pure {
			g.stmt("note", func() {
				t := g.basic()
				g.line("note(\"n\", %s)", g.expr(t, 4))
			})
		}
	}
	return 1
}

func (g *gen) opAssign(v variable) {
	switch v.t.k {
	case kInt:
		g.stmt("op=", func() {
			if g.chance(20) {
				g.line("%s%s", v.name, pick(g, []string{"++", "--"}))
				return
			}
			op := pick(g, []string{"+=", "-=", "*=", "&=", "|=", "^=", "&^="})
			g.line("%s %s %s", v.name, op, g.expr(v.t, 3))
		})
	case kFloat:
		g.stmt("op= of floats", func() { g.line("%s %s %s", v.name, pick(g, []string{"+=", "-=", "*=", "/="}), g.expr(v.t, 3)) })
	case kString:
		g.stmt("string +=", func() { g.line("if len(%s) < 100 {\n\t%s += %s\n}", v.name, v.name, g.expr(str, 2)) })
	}
}

func (g *gen) elementAssign(v variable) {
	switch v.t.k {
	case kArray:
		g.stmt("array element", func() { g.line("%s[uint(%s)%%%d] = %s", v.name, g.expr(integer, 2), v.t.n, g.expr(v.t.elem, 3)) })
	case kSlice:
		g.stmt("slice element, append", func() {
			if g.chance(50) {
				g.line("if i := %s; len(%s) > 0 {", g.expr(integer, 2), v.name)
				g.line("\t%s[uint(i)%%uint(len(%s))] = %s", v.name, v.name, g.expr(v.t.elem, 3))
				g.line("}")
				return
			}
			g.line("if len(%s) < 40 {", v.name)
			g.line("\t%s = append(%s, %s)", v.name, v.name, g.expr(v.t.elem, 3))
			g.line("}")
		})
	case kMap:
		g.stmt("map element, delete", func() {
			if g.chance(25) {
				g.line("delete(%s, %s)", v.name, g.expr(v.t.key, 2))
				return
			}
			g.line("if len(%s) < 40 {", v.name)
			g.line("\t%s[%s] = %s", v.name, g.expr(v.t.key, 2), g.expr(v.t.elem, 3))
			g.line("}")
		})
	case kStruct:
		g.stmt("field, pointer method", func() {
			if g.chance(40) {
				g.line("%s.set(%s)", v.name, g.expr(integer, 2))
				return
			}
			f := pick(g, v.t.fields)
			g.line("%s.%s = %s", v.name, f.name, g.expr(f.t, 3))
		})
	}
}

// risky is one operation that may panic, alone, with a recover around it.
func (g *gen) risky(v variable) {
	if g.pure {
		return
	}
	g.stmt("recover", func() {
		g.line("try(%q, func() {", v.name)
		switch g.rnd(6) {
		case 0:
			t := pick(g, ints)
			g.line("\tx, y := %s, %s", g.expr(t, 2), g.expr(t, 2))
			g.line("\tnote(\"quotient\", x/(y&3))")
		case 1:
			t := g.basic()
			g.line("\ts, i := []%s{%s, %s}, %s", t.name, g.expr(t, 1), g.expr(t, 1), g.expr(integer, 2))
			g.line("\tnote(\"element\", s[i&3])")
		case 2:
			g.line("\tvar p *%s", pick(g, g.structs).name)
			g.line("\tif %s {\n\t\tnote(\"field\", p.n)\n\t}", g.expr(boolean, 2))
		case 3:
			g.line("\tvar x any = %s", g.expr(g.basic(), 2))
			g.line("\tnote(\"assertion\", x.(%s))", g.basic().name)
		case 4:
			g.line("\ts, i, j := %s, %s, %s", g.expr(str, 2), g.expr(integer, 2), g.expr(integer, 2))
			g.line("\tnote(\"substring\", s[i&7:j&7])")
		case 5:
			g.line("\tdefer func() {\n\t\tif r := recover(); r != nil {\n\t\t\tpanic(fmt.Sprint(\"again \", r))\n\t\t}\n\t}()")
			g.line("\tpanic(%s)", g.expr(pick(g, []*typ{str, integer, ints[6]}), 2))
		}
		g.line("})")
	})
}

func (g *gen) twoResults() {
	for _, f := range g.funcs {
		if f.second == nil {
			continue
		}
		a, b := g.varsOf(f.result), g.varsOf(f.second)
		if len(a) == 0 || len(b) == 0 || a[0].fixed || b[0].fixed || a[0].name == b[0].name {
			continue
		}
		g.stmt("assignment of two results", func() {
			var args []string
			for _, p := range f.params {
				args = append(args, g.expr(p, 2))
			}
			g.line("%s, %s = %s(%s)", a[0].name, b[0].name, f.name, strings.Join(args, ", "))
		})
		return
	}
}

func (g *gen) generic(v variable) {
	if v.t.k == kParam {
		return
	}
	g.stmt("generic type", func() {
		s := g.name("s")
		g.line("%s := stack[%s]{}", s, v.t.name)
		g.line("%s.push(%s)", s, g.expr(v.t, 2))
		g.line("%s.push(%s)", s, g.expr(v.t, 2))
		g.line("%s = %s.pop()", v.name, s)
	})
}

func (g *gen) control(n, depth int, used *int) {
	if g.loops >= 3 {
		depth = 0
	}
	switch g.rnd(11) {
	case 0, 1, 2:
		g.stmt("if", func() {
			g.line("if %s {", g.expr(boolean, 3))
			*used = g.body(n, depth)
			if g.chance(50) {
				g.line("} else {")
				*used += g.body(n, depth)
			}
			g.line("}")
		})
	case 3, 4:
		g.loop("for", n, depth, used, func(i string) string {
			return fmt.Sprintf("for %s := 0; %s < %d; %s++ {", i, i, 1+g.rnd(12), i)
		}, integer)
	case 5:
		g.loop("range over an integer", n, depth, used, func(i string) string { return fmt.Sprintf("for %s := range %d {", i, 1+g.rnd(9)) }, integer)
	case 6:
		g.loop("range over a function", n, depth, used, func(i string) string { return fmt.Sprintf("for %s := range seq(%d) {", i, 1+g.rnd(9)) }, integer)
	case 7:
		g.rangeOver(n, depth, used)
	case 8:
		g.switchInt(n, depth, used)
	case 9:
		g.stmt("switch without a tag", func() {
			g.line("switch {")
			for i := 0; i < 2+g.rnd(2); i++ {
				g.line("case %s:", g.expr(boolean, 3))
				*used += g.body(n/2, depth)
			}
			g.line("default:")
			*used += g.body(n/2, depth)
			g.line("}")
		})
	case 10:
		g.sumMap()
	}
}

// loop is a loop whose header defines one variable; the body may leave it early.
func (g *gen) loop(construct string, n, depth int, used *int, head func(string) string, t *typ) {
	g.stmt(construct, func() {
		i := g.name("i")
		label := ""
		if g.chance(25) {
			g.labels++
			label = fmt.Sprintf("L%d", g.labels)
			g.line("%s:", label)
		}
		g.line("%s", head(i))
		g.line("\t_ = %s", i)
		g.line("\tif spend() {\n\t\tbreak\n\t}")
		g.loops++
		if label != "" {
			g.line("\tif %s == 10000 {\n\t\tcontinue %s\n\t}", i, label)
			g.note("label")
		}
		*used = g.body(n, depth, variable{name: i, t: t, fixed: true})
		g.indent++
		g.leave(label)
		g.indent--
		g.loops--
		g.line("}")
	})
}

func (g *gen) leave(label string) {
	if !g.chance(40) {
		return
	}
	g.stmt("break, continue, return", func() {
		g.line("if %s {", g.expr(boolean, 2))
		switch {
		case label != "":
			// from inside of another loop and a switch
			g.line("\tfor range 2 {\n\t\tswitch {\n\t\tdefault:\n\t\t\t%s %s\n\t\t}\n\t}", pick(g, []string{"break", "continue"}), label)
		case g.result != nil && g.chance(40):
			g.line("\treturn %s", g.expr(g.result, 2))
		default:
			g.line("\t%s", pick(g, []string{"break", "continue"}))
		}
		g.line("}")
	})
}

func (g *gen) rangeOver(n, depth int, used *int) {
	v, ok := g.some(func(t *typ) bool { return t.k == kSlice || t.k == kArray || t.k == kString })
	if !ok {
		return
	}
	g.stmt("range over slice, array, string", func() {
		i, x := g.name("i"), g.name("x")
		t := ints[3]
		if v.t.k != kString {
			t = v.t.elem
		}
		g.line("for %s, %s := range %s {", i, x, v.name)
		g.line("\t_, _ = %s, %s", i, x)
		g.line("\tif spend() {\n\t\tbreak\n\t}")
		g.loops++
		*used = g.body(n, depth, variable{name: i, t: integer, fixed: true}, variable{name: x, t: t, fixed: true})
		g.loops--
		g.line("}")
	})
}

func (g *gen) switchInt(n, depth int, used *int) {
	g.stmt("switch", func() {
		t := pick(g, ints)
		g.line("switch %s & 7 {", g.expr(t, 3))
		for i := 0; i < 2+g.rnd(4); i++ {
			g.line("case %d:", i)
			*used += g.body(n/3, depth)
			if g.chance(20) {
				g.line("\tfallthrough")
				g.line("case %d:", i+100&127)
				g.note("fallthrough")
			}
		}
		if g.chance(70) {
			g.line("default:")
			*used += g.body(n/3, depth)
		}
		g.line("}")
	})
}

// The order of a map does not show in a sum of integers.
func (g *gen) sumMap() {
	m, ok := g.some(func(t *typ) bool { return t.k == kMap })
	if !ok {
		return
	}
	g.stmt("range over a map", func() {
		s := g.name("sum")
		g.line("%s := 0", s)
		g.line("for k, x := range %s {", m.name)
		g.line("\t%s += ofAny(k)*3 + ofAny(x)", s)
		g.line("}")
		if v := g.varsOf(integer); len(v) > 0 && !v[0].fixed {
			g.line("%s += %s", v[0].name, s)
		} else {
			g.line("_ = %s", s)
		}
	})
}
