// Huffman codes: a tree of interfaces, bit strings, and decoding back.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type tree interface{ freq() int }
type leaf struct {
	n int
	r rune
}
type node struct {
	n    int
	l, r tree
}

func (l leaf) freq() int { return l.n }
func (n node) freq() int { return n.n }

func build(text string) tree {
	count := map[rune]int{}
	for _, r := range text {
		count[r]++
	}
	var ts []tree
	for r, n := range count {
		ts = append(ts, leaf{n, r})
	}
	key := func(t tree) rune {
		for {
			switch x := t.(type) {
			case leaf:
				return x.r
			case node:
				t = x.l
			}
		}
	}
	for len(ts) > 1 {
		sort.Slice(ts, func(i, j int) bool {
			if ts[i].freq() != ts[j].freq() {
				return ts[i].freq() < ts[j].freq()
			}
			return key(ts[i]) < key(ts[j])
		})
		ts = append(ts[2:], node{ts[0].freq() + ts[1].freq(), ts[0], ts[1]})
	}
	return ts[0]
}

func codes(t tree, prefix string, out map[rune]string) map[rune]string {
	switch x := t.(type) {
	case leaf:
		if prefix == "" {
			prefix = "0"
		}
		out[x.r] = prefix
	case node:
		codes(x.l, prefix+"0", out)
		codes(x.r, prefix+"1", out)
	}
	return out
}

func decode(t tree, bits string) string {
	var b strings.Builder
	for at := t; bits != ""; bits = bits[1:] {
		if n, ok := at.(node); ok {
			at = map[bool]tree{false: n.l, true: n.r}[bits[0] == '1']
		}
		if l, ok := at.(leaf); ok {
			b.WriteRune(l.r)
			at = t
		}
	}
	return b.String()
}

func main() {
	for _, text := range []string{"abracadabra", "a", "naïve café, naïve coffee — ok", strings.Repeat("ab", 5) + "c"} {
		t := build(text)
		cs := codes(t, "", map[rune]string{})
		bits := strings.Map(func(r rune) rune { return r }, "")
		for _, r := range text {
			bits += cs[r]
		}
		fmt.Println(t.freq(), len(cs), len(bits), bits)
		fmt.Println(decode(t, bits) == text, decode(t, bits))
	}
}
