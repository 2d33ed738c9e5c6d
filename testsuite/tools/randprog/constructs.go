// The constructs that -table counts: the scenes, and those of statements and expressions. gen.note accepts no others.
package main

import (
	"slices"
	"strings"
)

const constructs = `
expression: integer + - * & | ^ &^ / %
expression: shift << >>
expression: float + - * /
expression: complex + - *
expression: compare == != < <= > >=
expression: && ||
`

var others = []string{
	"negation, complement", "integer conversion", "float to integer", "integer to float", "float conversion", "len", "min, max", "math", "math/bits",
	"real, imag", "complex()", "string +", "string slice", "string element", "string of a rune", "string and bytes, runes", "strconv", "Sprint",
	"any and type switch", "variadic call", "append", "slice of a slice", "composite literal", "field, element", "compare composites",
	"function call", "function literal called", "generic call", "generic function with constraint", "interface method call", "method value",
	"method expression", "method call",
	"assignment", "op=", "op= of floats", "string +=", "parallel assignment", "array element", "slice element, append", "map element, delete",
	"field, pointer method", "pointer", "closure that changes a variable", "assignment of two results", "generic type", "recover", "note",
	"if", "for", "range over an integer", "range over a function", "range over slice, array, string", "range over a map", "switch",
	"switch without a tag", "fallthrough", "label", "break, continue, return", "defer that changes a result",
	"function", "two results", "generic function", "type: struct", "type: embedding struct",
}

var declared = map[string]bool{}

func allConstructs() []string {
	all := slices.Clone(others)
	for line := range strings.Lines(strings.TrimSpace(constructs)) {
		f := strings.Fields(strings.TrimPrefix(line, "expression: "))
		prefix, ops := f[0]+" ", f[1:]
		if f[0] == "&&" {
			prefix, ops = "", f
		}
		for _, op := range ops {
			all = append(all, prefix+op)
		}
	}
	for _, s := range scenes {
		all = append(all, s.name)
	}
	slices.Sort(all)
	return all
}
