// unicode_tables writes stdlib/unicode/tables.go and names.go from the Unicode version of the Go release that runs it:
//
//	go run testsuite/tools/unicode_tables.go stdlib/unicode
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"unicode"
)

func sorted[V any](m map[string]V) []string {
	var names []string
	for n := range m {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

func table(out *bytes.Buffer, name string, t *unicode.RangeTable) {
	fmt.Fprintf(out, "var %s = &RangeTable{", name)
	if len(t.R16) > 0 {
		out.WriteString("R16: []Range16{")
		for i, r := range t.R16 {
			if i%8 == 0 {
				out.WriteString("\n")
			}
			fmt.Fprintf(out, "{%#x,%#x,%d},", r.Lo, r.Hi, r.Stride)
		}
		out.WriteString("\n},")
	}
	if len(t.R32) > 0 {
		out.WriteString("R32: []Range32{")
		for i, r := range t.R32 {
			if i%8 == 0 {
				out.WriteString("\n")
			}
			fmt.Fprintf(out, "{%#x,%#x,%d},", r.Lo, r.Hi, r.Stride)
		}
		out.WriteString("\n},")
	}
	if t.LatinOffset > 0 {
		fmt.Fprintf(out, "LatinOffset: %d", t.LatinOffset)
	}
	out.WriteString("}\n")
}

func property(r rune) string {
	type class struct {
		t    *unicode.RangeTable
		name string
	}
	if r == ' ' {
		return "pZ | pp"
	}
	if r == 0xa0 {
		return "pZ"
	}
	for _, c := range []class{{unicode.Cc, "pC"}, {unicode.P, "pP | pp"}, {unicode.N, "pN | pp"}, {unicode.S, "pS | pp"},
		{unicode.Lu, "pU | pp"}, {unicode.Ll, "pL | pp"}, {unicode.L, "pa | pp"}} {
		if unicode.Is(c.t, r) {
			return c.name
		}
	}
	return "0"
}

func main() {
	dir := os.Args[1]
	long := map[string][]string{"L": {"Letter"}, "Lu": {"Upper"}, "Ll": {"Lower"}, "Lt": {"Title"}, "M": {"Mark"}, "N": {"Number"},
		"Nd": {"Digit"}, "P": {"Punct"}, "S": {"Symbol"}, "Z": {"Space"}, "C": {"Other"}}
	var out, names bytes.Buffer
	fmt.Fprintf(&out, "package unicode\n\n// Made by testsuite/tools/unicode_tables.go.\n\nconst Version = %q\n\n", unicode.Version)
	names.WriteString("package unicode\n\n// Made by testsuite/tools/unicode_tables.go.\n\n")
	done := map[*unicode.RangeTable]string{}
	each := func(m map[string]*unicode.RangeTable, kind string, where *bytes.Buffer) {
		var list bytes.Buffer
		for _, n := range sorted(m) {
			t := m[n]
			id, ok := done[t]
			if !ok {
				id = n
				done[t] = n
				table(where, id, t)
				for _, l := range long[n] {
					fmt.Fprintf(where, "var %s = %s\n", l, id)
				}
			}
			fmt.Fprintf(&list, "%q: %s,\n", n, id)
		}
		fmt.Fprintf(&names, "var %s = map[string]*RangeTable{\n%s}\n\n", kind, list.String())
	}
	each(unicode.Categories, "Categories", &out)
	var scripts bytes.Buffer
	scripts.WriteString("package unicode\n\n// Made by testsuite/tools/unicode_tables.go.\n\n")
	each(unicode.Scripts, "Scripts", &scripts)
	each(unicode.Properties, "Properties", &scripts)
	fold := func(m map[string]*unicode.RangeTable, kind string) {
		fmt.Fprintf(&names, "var %s = map[string]*RangeTable{\n", kind)
		for _, n := range sorted(m) {
			id := "fold" + kind[4:] + n
			table(&scripts, id, m[n])
			fmt.Fprintf(&names, "%q: %s,\n", n, id)
		}
		names.WriteString("}\n\n")
	}
	fold(unicode.FoldCategory, "FoldCategory")
	fold(unicode.FoldScript, "FoldScript")
	names.WriteString("var CategoryAliases = map[string]string{\n")
	for _, n := range sorted(unicode.CategoryAliases) {
		fmt.Fprintf(&names, "%q: %q,\n", n, unicode.CategoryAliases[n])
	}
	names.WriteString("}\n")

	out.WriteString("var CaseRanges = []CaseRange{\n")
	for _, c := range unicode.CaseRanges {
		out.WriteString("{")
		fmt.Fprintf(&out, "%#x, %#x, d{", c.Lo, c.Hi)
		for i, x := range c.Delta {
			if i > 0 {
				out.WriteString(", ")
			}
			if x == unicode.UpperLower {
				out.WriteString("UpperLower")
			} else {
				fmt.Fprint(&out, x)
			}
		}
		out.WriteString("}},\n")
	}
	out.WriteString("}\n\nvar latin1 = [MaxLatin1 + 1]uint8{\n")
	for r := rune(0); r <= unicode.MaxLatin1; r++ {
		fmt.Fprintf(&out, "%#x: %s,\n", r, property(r))
	}
	out.WriteString("}\n\nvar asciiFold = [MaxASCII + 1]uint16{\n")
	for r := rune(0); r <= unicode.MaxASCII; r++ {
		fmt.Fprintf(&out, "%#x, ", unicode.SimpleFold(r))
		if r%8 == 7 {
			out.WriteString("\n")
		}
	}
	out.WriteString("}\n\n// caseOrbit has the runes whose folding orbit is not just a pair of cases.\nvar caseOrbit = []foldPair{\n")
	for r := rune(0); r <= unicode.MaxRune; r++ {
		f := unicode.SimpleFold(r)
		simple := unicode.ToLower(r)
		if simple == r {
			simple = unicode.ToUpper(r)
		}
		if f != simple {
			fmt.Fprintf(&out, "{%#x, %#x},\n", r, f)
		}
	}
	out.WriteString("}\n")
	for name, b := range map[string]*bytes.Buffer{"tables.go": &out, "scripts.go": &scripts, "names.go": &names} {
		if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o644); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}
