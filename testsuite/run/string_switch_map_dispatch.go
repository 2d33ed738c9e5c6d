// Words dispatched by switch, by map, by sorted table and by perfect comparison chains: all must agree on keys and near misses.
package main

import (
	"fmt"
	"sort"
	"strings"
)

func bySwitch(s string) int {
	switch s {
	case "break":
		return 1
	case "case", "chan", "const", "continue":
		return 2
	case "default", "defer", "else", "fallthrough", "for", "func":
		return 3
	case "go", "goto", "if", "import", "interface", "map":
		return 4
	case "package", "range", "return", "select", "struct", "switch", "type", "var":
		return 5
	case "\x00", "a\x00b", "é":
		return 6
	case "":
		return 7
	}
	return 0
}

var table = map[string]int{"break": 1, "\x00": 6, "a\x00b": 6, "é": 6, "": 7}

func init() {
	for i, l := range []string{"", "", "case chan const continue", "default defer else fallthrough for func", "go goto if import interface map", "package range return select struct switch type var"} {
		for _, w := range strings.Fields(l) {
			table[w] = i
		}
	}
}

type entry struct {
	k string
	v int
}

var sorted []entry

func bySearch(s string) int {
	i := sort.Search(len(sorted), func(i int) bool { return sorted[i].k >= s })
	if i < len(sorted) && sorted[i].k == s {
		return sorted[i].v
	}
	return 0
}

func byBytes(b []byte) int {
	switch string(b) {
	case "for", "if":
		return 1
	case "fox":
		return 2
	}
	return table[string(b)] * 10
}

func byLen(s string) (n int) {
	switch len(s) {
	case 0:
		return
	case 1, 2:
		switch {
		case s[0] == 'g' && s[len(s)-1] == 'o':
			n = 1
		case s < "b":
			n = 2
		default:
			n = 3
		}
		fallthrough
	case 3:
		n += 10
	default:
		if s[:3] == "str" || strings.HasSuffix(s, "ch") {
			n = 4
		}
	}
	return
}

func main() {
	for k, v := range table {
		sorted = append(sorted, entry{k, v})
	}
	sort.Slice(sorted, func(i, j int) bool { return sorted[i].k < sorted[j].k })
	bad, h, n := 0, uint32(0), 0
	check := func(s string) {
		n++
		a, b, c := bySwitch(s), table[s], bySearch(s)
		if a != b || b != c {
			bad++
			fmt.Printf("%q %d %d %d\n", s, a, b, c)
		}
		h = (h ^ uint32(a+byLen(s)*7+byBytes([]byte(s))*3)) * 16777619
	}
	for _, e := range sorted {
		check(e.k)
		check(e.k + " ")
		check(strings.ToUpper(e.k))
		for i := range len(e.k) {
			check(e.k[:i])
			check(e.k[i:])
			check(e.k[:i] + "x" + e.k[i+1:])
			check(e.k[:i] + e.k[i+1:])
			b := []byte(e.k)
			b[i] ^= 1
			check(string(b))
		}
	}
	fmt.Println(bad, n, h, len(sorted))
}
