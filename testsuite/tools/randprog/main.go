// randprog writes random Go programs: well-typed, terminating, deterministic, with output that depends on all they do.
//
//	randprog -seed N [-n COUNT] [-size N] [-scene TEXT] [-drop 3,17-40]
//	randprog -seed N -n COUNT -table
//	randprog -seed N -nodes
//
// With -n the programs of COUNT seeds share one executable, which marks where each begins: builds cost more than runs. Programs
// do not know of each other; a seed gives the same program in any batch.
//
// Every statement and expression has a number; -drop leaves those out (a statement vanishes, an expression becomes its type's
// zero), without a change to the rest: that is what run.py shrinks failures with. -table counts the constructs that the programs
// contain, those declared in constructs.go with a count of zero too; -nodes prints how many numbers there are.
//
// What makes the programs deterministic:
//   - Expressions have no side effects, so the order that the language leaves open cannot show. Functions called in them get
//     copies of slices and change nothing of their caller's.
//   - What can panic stands alone in a statement, under a recover that notes the message.
//   - Maps are ranged over only for what does not depend on the order; capacities that append chooses do not show.
//   - Loops count, functions call only those before them, and a budget ends what would take too long.
//   - Floats become integers only where they are in range; NaNs are printed as such.
//   - Goroutines communicate so that there is one result; their bodies evaluate no random expressions (those spend the budget).
package main

import (
	"flag"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

type kind int

const (
	kInt kind = iota // all integers
	kFloat
	kComplex
	kString
	kBool
	kArray
	kSlice
	kMap
	kStruct
	kParam // a type parameter with an integer constraint
)

type typ struct {
	k        kind
	name     string
	bits     int
	unsigned bool
	elem     *typ
	key      *typ
	n        int
	fields   []field
	cmp      bool // comparable
}

type field struct {
	name string
	t    *typ
}

type variable struct {
	name   string
	t      *typ
	fixed  bool // a loop variable or parameter of a closure: not assigned to
	global bool
}

type fn struct {
	name    string
	params  []*typ
	result  *typ
	second  *typ // of functions with two results
	generic bool
}

type gen struct {
	seed    uint64
	next    int // number of the next statement or expression
	drop    map[int]bool
	count   map[string]int
	tag     string          // ends the names outside of functions
	out     strings.Builder // the function that is being written
	decls   strings.Builder // declarations of the scenes in it
	indent  int
	vars    []variable
	funcs   []*fn
	structs []*typ
	types   []*typ // everything that variables have
	loops   int    // nesting
	labels  int
	names   int
	pure    bool // in a function that expressions call: no notes
	result  *typ
	method  bool // in a method: it calls none, for it may be the same
}

var (
	ints    []*typ
	floats  []*typ
	str     = &typ{k: kString, name: "string", cmp: true}
	boolean = &typ{k: kBool, name: "bool", cmp: true}
	cplx    = &typ{k: kComplex, name: "complex128", cmp: true}
	integer *typ
	param   = &typ{k: kParam, name: "T", cmp: true}
)

func init() {
	for _, s := range []string{"int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64"} {
		t := &typ{k: kInt, name: s, unsigned: s[0] == 'u', cmp: true}
		t.bits, _ = strconv.Atoi(strings.TrimLeft(s, "uint"))
		if t.bits == 0 {
			t.bits = 64
		}
		ints = append(ints, t)
	}
	integer = ints[0]
	floats = []*typ{{k: kFloat, name: "float64", bits: 64, cmp: true}, {k: kFloat, name: "float32", bits: 32, cmp: true}}
}

func (g *gen) rnd(n int) int {
	g.seed += 0x9E3779B97F4A7C15
	x := g.seed
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	x ^= x >> 31
	return int(x % uint64(n))
}

func (g *gen) chance(percent int) bool { return g.rnd(100) < percent }

func pick[T any](g *gen, s []T) T { return s[g.rnd(len(s))] }

// note counts a construct that the program contains; constructs.go must know it.
func (g *gen) note(construct string) {
	if !declared[construct] {
		panic("constructs.go does not list " + construct)
	}
	g.count[construct]++
}

func (g *gen) name(prefix string) string {
	g.names++
	return prefix + strconv.Itoa(g.names)
}

// topName is for what stands outside of functions, where the programs of a batch share one name space.
func (g *gen) topName(prefix string) string {
	return g.name(prefix) + "_" + g.tag
}

func (g *gen) line(format string, args ...any) {
	g.out.WriteString(strings.Repeat("\t", g.indent))
	fmt.Fprintf(&g.out, format, args...)
	g.out.WriteByte('\n')
}

// stmt runs body, unless the statement is dropped: then its text goes, but the same random numbers are used.
func (g *gen) stmt(construct string, body func()) {
	id := g.next
	g.next++
	g.note(construct)
	if !g.drop[id] {
		body()
		return
	}
	out, decls := g.out, g.decls
	g.out, g.decls = strings.Builder{}, strings.Builder{}
	body()
	g.out, g.decls = out, decls
}

// ---- types ----

func (g *gen) basic() *typ {
	switch r := g.rnd(20); {
	case r < 11:
		return pick(g, ints)
	case r < 14:
		return pick(g, floats)
	case r < 17:
		return str
	case r < 19:
		return boolean
	}
	return cplx
}

func (g *gen) makeTypes() {
	g.types = append(g.types, ints...)
	g.types = append(g.types, floats...)
	g.types = append(g.types, str, boolean, cplx, integer, str)
	for i := 0; i < 2+g.rnd(3); i++ {
		t := g.basic()
		n := 2 + g.rnd(6)
		g.types = append(g.types, &typ{k: kArray, name: fmt.Sprintf("[%d]%s", n, t.name), elem: t, n: n, cmp: true})
		t = g.basic()
		g.types = append(g.types, &typ{k: kSlice, name: "[]" + t.name, elem: t})
	}
	for i := 0; i < 2; i++ {
		key := pick(g, []*typ{str, integer, ints[6], boolean, ints[3]})
		t := g.basic()
		g.types = append(g.types, &typ{k: kMap, name: "map[" + key.name + "]" + t.name, key: key, elem: t})
	}
	for i := 0; i < 1+g.rnd(2)*g.rnd(2); i++ {
		g.makeStruct()
	}
}

func (g *gen) makeStruct() {
	t := &typ{k: kStruct, name: g.topName("S"), cmp: true}
	for i := 0; i < 1+g.rnd(5); i++ {
		ft := pick(g, g.types)
		for ft.k == kMap {
			ft = pick(g, g.types)
		}
		if !ft.cmp {
			t.cmp = false
		}
		t.fields = append(t.fields, field{fmt.Sprintf("f%d", i), ft})
	}
	t.fields = append(t.fields, field{"n", integer})
	g.line("type %s struct {", t.name)
	for _, f := range t.fields {
		g.line("\t%s %s", f.name, f.t.name)
	}
	g.line("}")
	g.structs = append(g.structs, t)
	g.types = append(g.types, t)
	g.note("type: struct")
	if g.chance(50) {
		e := &typ{k: kSlice, name: "[]" + t.name, elem: t}
		g.types = append(g.types, e)
	}
	if g.chance(30) {
		e := &typ{k: kStruct, name: g.topName("E"), cmp: t.cmp, fields: append([]field{{"own", integer}}, t.fields...)}
		g.line("type %s struct {", e.name)
		g.line("\t%s", t.name)
		g.line("\town int")
		g.line("}")
		g.structs = append(g.structs, e)
		g.types = append(g.types, e)
		g.note("type: embedding struct")
	}
}

// Every struct has a method of each sort, with bodies of its own, and so implements the interface of the preamble.
func (g *gen) makeMethods() {
	g.method = true
	for _, t := range g.structs {
		g.vars = []variable{{name: "r", t: t, fixed: true}, {name: "x", t: integer, fixed: true}}
		g.line("func (r %s) get(x int) int { return %s }", t.name, g.expr(integer, 3))
		g.vars[0].name = "(*r)"
		g.line("func (r *%s) set(x int) { r.n = %s }", t.name, g.expr(integer, 3))
	}
	g.vars, g.method = nil, false
}

func (g *gen) parseDrop(list string) {
	for _, s := range strings.Split(list, ",") {
		lo, hi, ok := strings.Cut(s, "-")
		if !ok {
			hi = lo
		}
		a, _ := strconv.Atoi(lo)
		b, err := strconv.Atoi(hi)
		for ; err == nil && a <= b; a++ {
			g.drop[a] = true
		}
	}
}

func main() {
	seed := flag.Uint64("seed", 1, "which program")
	n := flag.Int("n", 1, "how many programs, with the seeds after that")
	size := flag.Int("size", 2, "about how many statements a program's main function has")
	drop := flag.String("drop", "", "numbers of statements and expressions to leave out")
	inline := flag.Bool("inline", false, "let compilers inline the helpers of the preamble (several times as slow to compile)")
	only := flag.String("scene", "", "of the scenes, only those whose name contains this")
	table := flag.Bool("table", false, "print the constructs and how many there are")
	nodes := flag.Bool("nodes", false, "print the number of statements and expressions")
	flag.Parse()
	scenes = slices.DeleteFunc(scenes, func(s scene) bool { return !strings.Contains(s.name, *only) })
	var out strings.Builder
	out.WriteString(helpers(*inline))
	var calls strings.Builder
	count, total := map[string]int{}, 0
	for s := *seed; s < *seed+uint64(*n); s++ {
		g := &gen{seed: s * 0x2545F4914F6CDD1D, tag: strconv.FormatUint(s, 10), drop: map[int]bool{}, count: count}
		g.parseDrop(*drop)
		g.program(*size)
		out.WriteString(g.decls.String())
		out.WriteString(g.out.String())
		fmt.Fprintf(&calls, "\trun(%d, main_%d)\n", s, s)
		total += g.next
	}
	switch {
	case *table:
		printTable(count)
	case *nodes:
		fmt.Println(total)
	default:
		fmt.Printf("%s\nfunc main() {\n%s}\n", out.String(), calls.String())
	}
}

// helpers is the preamble; calls of what it defines make up much of the programs.
func helpers(inline bool) string {
	if inline {
		return preamble
	}
	s := preamble
	for _, f := range []string{"dup[", "at[", "cut[", "cond[", "equal[", "short(", "sub(", "ofAny(", "charAt(", "f2i(", "sum[", "zero[", "apply(", "seq("} {
		s = strings.Replace(s, "\nfunc "+f, "\n//go:noinline\nfunc "+f, 1)
	}
	return s
}

func printTable(count map[string]int) {
	for _, k := range allConstructs() {
		fmt.Printf("%7d %s\n", count[k], k)
	}
}
