// Expressions: none has side effects, none can panic.
package main

import (
	"fmt"
	"strconv"
	"strings"
)

// zero is the expression for a dropped one.
func zero(t *typ) string {
	switch t.k {
	case kInt, kFloat, kString, kBool, kComplex:
		return "zero_" + t.name
	}
	return "zero[" + t.name + "]()"
}

func (g *gen) expr(t *typ, depth int) string {
	id := g.next
	g.next++
	s := g.expr1(t, depth)
	if g.drop[id] {
		return zero(t)
	}
	return s
}

func (g *gen) varsOf(t *typ) []variable {
	var v []variable
	for _, x := range g.vars {
		if x.t == t {
			v = append(v, x)
		}
	}
	return v
}

// some gives a variable of a kind, or "".
func (g *gen) some(ok func(*typ) bool) (variable, bool) {
	var v []variable
	for _, x := range g.vars {
		if ok(x.t) {
			v = append(v, x)
		}
	}
	if len(v) == 0 {
		return variable{}, false
	}
	return pick(g, v), true
}

func (g *gen) leaf(t *typ) string {
	if v := g.varsOf(t); len(v) > 0 {
		x := pick(g, v)
		if t.k == kSlice {
			return "dup(" + x.name + ")"
		}
		return x.name
	}
	return g.value(t)
}

// value makes one that is no constant.
func (g *gen) value(t *typ) string {
	switch t.k {
	case kInt, kFloat, kComplex, kString:
		return "(zero_" + t.name + " + " + g.literal(t) + ")"
	case kBool:
		return "(zero_int8 == " + strconv.Itoa(g.rnd(2)) + ")"
	case kParam:
		return "T(" + strconv.Itoa(g.rnd(100)) + ")"
	}
	return g.composite(t, 0)
}

func (g *gen) literal(t *typ) string {
	switch t.k {
	case kInt:
		if g.chance(60) {
			return strconv.Itoa(g.rnd(20))
		}
		max := uint64(1)<<(t.bits-1) - 1
		if t.unsigned {
			max = max*2 + 1
		}
		v := max >> g.rnd(t.bits)
		if !t.unsigned && g.chance(30) {
			return "-" + strconv.FormatUint(v, 10)
		}
		return strconv.FormatUint(v, 10)
	case kFloat:
		return pick(g, []string{"0.5", "1", "2.25", "-3", "1e10", "1e-3", "0.1", "-0.75", "123.456", "16777216", "3.4e38", "1e-30"})
	case kComplex:
		return pick(g, []string{"1i", "(2 + 3i)", "0.5", "(-1 - 1i)", "1e3i"})
	case kString:
		return pick(g, []string{`""`, `"a"`, `"xyz"`, `"héllo"`, `"\x00\xff"`, `"日本"`, `"0123456789"`})
	}
	return "true"
}

func (g *gen) composite(t *typ, depth int) string {
	n := 0
	var b strings.Builder
	b.WriteString(t.name + "{")
	switch t.k {
	case kArray:
		n = g.rnd(t.n + 1)
	case kSlice:
		n = g.rnd(5)
	case kStruct:
		for i, f := range t.fields {
			if f.name == "own" || t.fields[0].name == "own" && i > 0 {
				continue // promoted fields have no place in a literal
			}
			if i > 0 && b.Len() > len(t.name)+1 {
				b.WriteString(", ")
			}
			b.WriteString(f.name + ": " + g.expr(f.t, depth-1))
		}
	}
	for i := 0; i < n; i++ {
		if i > 0 {
			b.WriteString(", ")
		}
		if t.k == kArray && i == 1 && n < t.n && g.chance(30) {
			b.WriteString(strconv.Itoa(n) + ": ")
			n = 2
		}
		b.WriteString(g.expr(t.elem, depth-1))
	}
	if t.k == kMap {
		b.WriteString(g.mapLiteral(t, depth))
	}
	b.WriteString("}")
	return b.String()
}

func (g *gen) mapLiteral(t *typ, depth int) string {
	switch t.key.k {
	case kString:
		return `"k": ` + g.expr(t.elem, depth-1) + `, "l": ` + g.expr(t.elem, depth-1)
	case kBool:
		return "true: " + g.expr(t.elem, depth-1)
	}
	return "1: " + g.expr(t.elem, depth-1) + ", 7: " + g.expr(t.elem, depth-1)
}

func (g *gen) expr1(t *typ, depth int) string {
	if depth <= 0 {
		return g.leaf(t)
	}
	if g.chance(25) {
		if s := g.access(t, depth); s != "" {
			return s
		}
	}
	if g.chance(15) {
		if s := g.call(t, depth); s != "" {
			return s
		}
	}
	switch t.k {
	case kInt:
		return g.intExpr(t, depth)
	case kFloat:
		return g.floatExpr(t, depth)
	case kComplex:
		return g.complexExpr(depth)
	case kString:
		return g.stringExpr(depth)
	case kBool:
		return g.boolExpr(depth)
	case kParam:
		return g.paramExpr(depth)
	case kSlice:
		switch g.rnd(4) {
		case 0:
			g.note("append")
			return fmt.Sprintf("append(dup(%s), %s, %s)", g.expr(t, depth-1), g.expr(t.elem, depth-1), g.expr(t.elem, depth-1))
		case 1:
			g.note("slice of a slice")
			return fmt.Sprintf("cut(%s, %s, %s)", g.expr(t, depth-1), g.expr(integer, depth-1), g.expr(integer, depth-1))
		case 2:
			return g.composite(t, depth)
		}
		return g.leaf(t)
	}
	if g.chance(50) {
		g.note("composite literal")
		return g.composite(t, depth)
	}
	return g.leaf(t)
}

// access reads t out of a field, an array, a slice or a map in scope.
func (g *gen) access(t *typ, depth int) string {
	var s []string
	for _, v := range g.vars {
		switch v.t.k {
		case kStruct:
			for _, f := range v.t.fields {
				if f.t == t {
					s = append(s, v.name+"."+f.name)
				}
			}
		case kArray:
			if v.t.elem == t {
				s = append(s, fmt.Sprintf("%s[uint(%s)%%%d]", v.name, "@", v.t.n))
			}
		case kSlice:
			if v.t.elem == t {
				s = append(s, "at("+v.name+", @)")
			}
		case kMap:
			if v.t.elem == t {
				s = append(s, v.name+"[#"+v.t.key.name+"#]")
			}
		}
	}
	if len(s) == 0 {
		return ""
	}
	r := pick(g, s)
	g.note("field, element")
	if strings.Contains(r, "@") {
		r = strings.Replace(r, "@", g.expr(integer, depth-1), 1)
	}
	for _, k := range g.types {
		if strings.Contains(r, "#"+k.name+"#") {
			r = strings.Replace(r, "#"+k.name+"#", g.expr(k, depth-1), 1)
		}
	}
	if t.k == kSlice {
		return "dup(" + r + ")"
	}
	return r
}

func (g *gen) call(t *typ, depth int) string {
	if t == integer && !g.method && g.chance(40) {
		if v, ok := g.some(func(x *typ) bool { return x.k == kStruct }); ok {
			switch g.rnd(4) {
			case 0:
				g.note("interface method call")
				return fmt.Sprintf("getter(%s).get(%s)", v.name, g.expr(integer, depth-1))
			case 1:
				g.note("method value")
				return fmt.Sprintf("apply(%s.get, %s)", v.name, g.expr(integer, depth-1))
			case 2:
				g.note("method expression")
				return fmt.Sprintf("%s.get(%s, %s)", v.t.name, v.name, g.expr(integer, depth-1))
			}
			g.note("method call")
			return fmt.Sprintf("%s.get(%s)", v.name, g.expr(integer, depth-1))
		}
	}
	if t.k != kParam && g.chance(20) {
		g.note("function literal called")
		x := g.name("x")
		p := g.basic()
		g.vars = append(g.vars, variable{name: x, t: p, fixed: true})
		body := g.expr(t, depth-1)
		g.vars = g.vars[:len(g.vars)-1]
		return fmt.Sprintf("func(%s %s) %s { return %s }(%s)", x, p.name, t.name, body, g.expr(p, depth-1))
	}
	if g.chance(20) && t.k != kParam {
		g.note("generic call")
		return fmt.Sprintf("cond(%s, %s, %s)", g.expr(boolean, depth-1), g.expr(t, depth-1), g.expr(t, depth-1))
	}
	var fs []*fn
	for _, f := range g.funcs {
		if f.second == nil && (f.result == t || f.generic && t.k == kInt) {
			fs = append(fs, f)
		}
	}
	if len(fs) == 0 {
		return ""
	}
	f := pick(g, fs)
	var a []string
	for _, p := range f.params {
		if p.k == kParam {
			p = t
		}
		a = append(a, g.expr(p, depth-1))
	}
	if f.generic {
		g.note("generic function with constraint")
		if g.chance(50) {
			return fmt.Sprintf("%s[%s](%s)", f.name, t.name, strings.Join(a, ", "))
		}
	} else {
		g.note("function call")
	}
	return fmt.Sprintf("%s(%s)", f.name, strings.Join(a, ", "))
}

func (g *gen) intExpr(t *typ, depth int) string {
	d := depth - 1
	switch g.rnd(22) {
	case 0, 1, 2, 3:
		op := pick(g, []string{"+", "-", "*", "&", "|", "^", "&^"})
		g.note("integer " + op)
		if g.chance(30) {
			return fmt.Sprintf("(%s %s %s)", g.expr(t, d), op, g.literal(t))
		}
		return fmt.Sprintf("(%s %s %s)", g.expr(t, d), op, g.expr(t, d))
	case 4, 5:
		op := pick(g, []string{"/", "%"})
		g.note("integer " + op)
		if g.chance(50) {
			return fmt.Sprintf("(%s %s %s)", g.expr(t, d), op, pick(g, []string{"1", "2", "3", "7", "10", "16", "100", "127"}))
		}
		return fmt.Sprintf("(%s %s (%s | 1))", g.expr(t, d), op, g.expr(t, d))
	case 6, 7, 8:
		op := pick(g, []string{"<<", ">>"})
		g.note("shift " + op)
		if g.chance(40) {
			return fmt.Sprintf("(%s %s %d)", g.expr(t, d), op, g.rnd(t.bits+2))
		}
		u := pick(g, ints[5:])
		if g.chance(50) {
			return fmt.Sprintf("(%s %s (%s %% %d))", g.expr(t, d), op, g.expr(u, d), t.bits)
		}
		return fmt.Sprintf("(%s %s %s)", g.expr(t, d), op, g.expr(u, d))
	case 9:
		g.note("negation, complement")
		return "(" + pick(g, []string{"-", "^"}) + g.expr(t, d) + ")"
	case 10, 11, 12:
		g.note("integer conversion")
		return fmt.Sprintf("%s(%s)", t.name, g.expr(pick(g, ints), d))
	case 13:
		g.note("float to integer")
		return fmt.Sprintf("%s(f2i(float64(%s)))", t.name, g.expr(pick(g, floats), d))
	case 14:
		g.note("len")
		if v, ok := g.some(func(x *typ) bool { return x.k == kSlice || x.k == kMap || x.k == kString }); ok {
			return fmt.Sprintf("%s(len(%s))", t.name, v.name)
		}
	case 15:
		g.note("min, max")
		return fmt.Sprintf("%s(%s, %s)", pick(g, []string{"min", "max"}), g.expr(t, d), g.expr(t, d))
	case 16:
		g.note("math/bits")
		f := pick(g, []string{"OnesCount64", "LeadingZeros64", "TrailingZeros64", "Len64"})
		return fmt.Sprintf("%s(bits.%s(uint64(%s)))", t.name, f, g.expr(t, d))
	case 17:
		g.note("string element")
		return fmt.Sprintf("%s(charAt(%s, %s))", t.name, g.expr(str, d), g.expr(integer, d))
	case 18:
		g.note("any and type switch")
		return fmt.Sprintf("%s(ofAny(%s))", t.name, g.expr(g.basic(), d))
	case 19:
		g.note("variadic call")
		return fmt.Sprintf("sum(%s, %s, %s)", g.expr(t, d), g.expr(t, d), g.expr(t, d))
	}
	return g.leaf(t)
}

func (g *gen) floatExpr(t *typ, depth int) string {
	d := depth - 1
	switch g.rnd(12) {
	case 0, 1, 2, 3:
		op := pick(g, []string{"+", "-", "*", "/"})
		g.note("float " + op)
		return fmt.Sprintf("(%s %s %s)", g.expr(t, d), op, g.expr(t, d))
	case 4, 5:
		g.note("integer to float")
		return fmt.Sprintf("%s(%s)", t.name, g.expr(pick(g, ints), d))
	case 6:
		g.note("float conversion")
		return fmt.Sprintf("%s(%s)", t.name, g.expr(pick(g, floats), d))
	case 7:
		g.note("math")
		f := pick(g, []string{"Sqrt", "Floor", "Ceil", "Trunc", "Abs", "RoundToEven"})
		return fmt.Sprintf("%s(math.%s(float64(%s)))", t.name, f, g.expr(t, d))
	case 8:
		g.note("min, max")
		return fmt.Sprintf("%s(%s, %s)", pick(g, []string{"min", "max"}), g.expr(t, d), g.expr(t, d))
	case 9:
		return "(-" + g.expr(t, d) + ")"
	case 10:
		if t.bits == 64 {
			g.note("real, imag")
			return pick(g, []string{"real", "imag"}) + "(" + g.expr(cplx, d) + ")"
		}
	}
	return g.leaf(t)
}

func (g *gen) complexExpr(depth int) string {
	d := depth - 1
	switch g.rnd(4) {
	case 0, 1:
		op := pick(g, []string{"+", "-", "*"})
		g.note("complex " + op)
		return fmt.Sprintf("(%s %s %s)", g.expr(cplx, d), op, g.expr(cplx, d))
	case 2:
		g.note("complex()")
		return fmt.Sprintf("complex(%s, %s)", g.expr(floats[0], d), g.expr(floats[0], d))
	}
	return g.leaf(cplx)
}

func (g *gen) stringExpr(depth int) string {
	d := depth - 1
	switch g.rnd(9) {
	case 0, 1:
		g.note("string +")
		return fmt.Sprintf("short(%s + %s)", g.expr(str, d), g.expr(str, d))
	case 2:
		g.note("string slice")
		return fmt.Sprintf("sub(%s, %s, %s)", g.expr(str, d), g.expr(integer, d), g.expr(integer, d))
	case 3:
		g.note("Sprint")
		return fmt.Sprintf("short(fmt.Sprint(%s))", g.expr(pick(g, ints), d))
	case 4:
		g.note("string of a rune")
		return fmt.Sprintf("string(rune(%s))", g.expr(pick(g, ints), d))
	case 5:
		g.note("string and bytes, runes")
		return fmt.Sprintf("string(%s(%s))", pick(g, []string{"[]byte", "[]rune"}), g.expr(str, d))
	case 6:
		g.note("strconv")
		return fmt.Sprintf("strconv.FormatInt(int64(%s), %d)", g.expr(integer, d), 2+g.rnd(35))
	}
	return g.leaf(str)
}

func (g *gen) boolExpr(depth int) string {
	d := depth - 1
	switch g.rnd(8) {
	case 0, 1, 2:
		t := pick(g, []*typ{pick(g, ints), pick(g, ints), pick(g, floats), str})
		op := pick(g, []string{"==", "!=", "<", "<=", ">", ">="})
		g.note("compare " + op)
		if t.k == kInt && g.chance(30) {
			return fmt.Sprintf("(%s %s %s)", g.expr(t, d), op, g.literal(t))
		}
		return fmt.Sprintf("(%s %s %s)", g.expr(t, d), op, g.expr(t, d))
	case 3:
		t := pick(g, g.types)
		if !t.cmp {
			t = cplx
		}
		g.note("compare composites")
		return fmt.Sprintf("equal(%s, %s)", g.expr(t, d), g.expr(t, d))
	case 4, 5:
		op := pick(g, []string{"&&", "||"})
		g.note(op)
		return fmt.Sprintf("(%s %s %s)", g.expr(boolean, d), op, g.expr(boolean, d))
	case 6:
		return "!" + g.expr(boolean, d)
	}
	return g.leaf(boolean)
}

func (g *gen) paramExpr(depth int) string {
	d := depth - 1
	switch g.rnd(5) {
	case 0, 1:
		return fmt.Sprintf("(%s %s %s)", g.expr(param, d), pick(g, []string{"+", "-", "*", "&", "|", "^"}), g.expr(param, d))
	case 2:
		return fmt.Sprintf("T(%s)", g.expr(pick(g, ints), d))
	case 3:
		return fmt.Sprintf("(%s / (%s | 1))", g.expr(param, d), g.expr(param, d))
	}
	return g.leaf(param)
}
