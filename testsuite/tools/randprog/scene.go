// Scenes: statements of several lines, each about one part of the language, with random types, numbers and expressions in it.
package main

import (
	"fmt"
	"strconv"
	"strings"
)

// A template fills in the text of one scene:
//
//	$x      the argument x: a type's name, a string or a number
//	@x #x   a random expression of the type x, longer or shorter; i, s, b, f stand for int, string, bool, float64
//	\x \X   a name of this scene's own; capitalized ones are for what stands outside of functions
//	?9 ?3-8 a random number below 9, or from 3 to 8
type template struct {
	g     *gen
	args  map[string]any
	names map[string]string
}

func (g *gen) template(args ...any) *template {
	t := &template{g: g, args: map[string]any{"i": integer, "s": str, "b": boolean, "f": floats[0]}, names: map[string]string{}}
	for i := 0; i < len(args); i += 2 {
		t.args[args[i].(string)] = args[i+1]
	}
	return t
}

// body writes into the function, in braces of its own.
func (t *template) body(text string) {
	t.g.out.WriteString("{\n" + t.fill(text) + "}\n")
}

// top writes declarations.
func (t *template) top(text string) {
	vars, method := t.g.vars, t.g.method
	t.g.vars, t.g.method = nil, true
	s := t.fill(text)
	t.g.vars, t.g.method = vars, method
	t.g.decls.WriteString(s)
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
}

func (t *template) fill(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		c := text[i]
		j := i + 1
		for j < len(text) && isWord(text[j]) && (c != '?' || text[j] <= '9') {
			j++
		}
		if !strings.ContainsRune(`$@#\?`, rune(c)) || j == i+1 {
			b.WriteByte(c)
			i++
			continue
		}
		word := text[i+1 : j]
		if c == '?' && j+1 < len(text) && text[j] == '-' && text[j+1] >= '0' && text[j+1] <= '9' {
			k := j + 1
			for k < len(text) && text[k] >= '0' && text[k] <= '9' {
				k++
			}
			lo, _ := strconv.Atoi(word)
			hi, _ := strconv.Atoi(text[j+1 : k])
			b.WriteString(strconv.Itoa(lo + t.g.rnd(hi-lo+1)))
			i = k
			continue
		}
		b.WriteString(t.word(c, word))
		i = j
	}
	return b.String()
}

func (t *template) word(c byte, word string) string {
	g := t.g
	switch c {
	case '?':
		n, _ := strconv.Atoi(word)
		return strconv.Itoa(g.rnd(n))
	case '\\':
		if t.names[word] == "" {
			if word[0] < 'a' {
				t.names[word] = g.topName(word)
			} else {
				t.names[word] = g.name(word)
			}
		}
		return t.names[word]
	}
	arg, ok := t.args[word]
	if !ok {
		panic("no argument " + word)
	}
	if c == '$' {
		if x, ok := arg.(*typ); ok {
			return x.name
		}
		return fmt.Sprint(arg)
	}
	if c == '@' {
		return g.expr(arg.(*typ), 2)
	}
	return g.expr(arg.(*typ), 1)
}

type scene struct {
	name string
	run  func(*gen)
}

var scenes []scene

func init() {
	for _, list := range [][]scene{dataScenes, flowScenes, panicScenes, typeScenes, genericScenes, numberScenes, limitScenes, memoryScenes, textScenes, goroutineScenes} {
		scenes = append(scenes, list...)
	}
	for _, s := range allConstructs() {
		declared[s] = true
	}
}

// scene is one of them, in the function at hand or in one of its own that is called now.
func (g *gen) scene() {
	s := scenes[g.rnd(len(scenes))]
	g.stmt(s.name, func() {
		if !g.chance(30) {
			s.run(g)
			return
		}
		out, vars := g.out, g.vars
		g.out, g.vars = strings.Builder{}, nil
		name := g.topName("scene")
		var params, args []string
		for _, v := range vars {
			if len(params) < 3 && v.t.k != kMap {
				params = append(params, v.name+" "+v.t.name)
				args = append(args, v.name)
				g.vars = append(g.vars, variable{name: v.name, t: v.t})
			}
		}
		if g.chance(30) {
			g.line("//go:noinline")
		}
		g.out.WriteString("func " + name + "(" + strings.Join(params, ", ") + ") {\n")
		s.run(g)
		g.out.WriteString("}\n")
		g.decls.WriteString(g.out.String())
		g.out, g.vars = out, vars
		g.line("%s(%s)", name, strings.Join(args, ", "))
	})
}

func (g *gen) number() *typ {
	if g.chance(25) {
		return pick(g, floats)
	}
	return pick(g, ints)
}

// comparableType is one of the program's types that == takes, structs and arrays among them.
func (g *gen) comparableType() *typ {
	for range 20 {
		if t := pick(g, g.types); t.cmp {
			return t
		}
	}
	return str
}

func (g *gen) anyType() *typ {
	for {
		if t := pick(g, g.types); t.k != kMap {
			return t
		}
	}
}
