// Huffman coding with container/heap: trees, runes, bit strings.
package main

import (
	"container/heap"
	"fmt"
	"sort"
	"strings"
)

type tree struct {
	freq        int
	min         rune // smallest rune below, so that equal frequencies have an order
	leaf        bool
	left, right *tree
}

type forest []*tree

func (f forest) Len() int { return len(f) }
func (f forest) Less(i, j int) bool {
	if f[i].freq != f[j].freq {
		return f[i].freq < f[j].freq
	}
	return f[i].min < f[j].min
}
func (f forest) Swap(i, j int) { f[i], f[j] = f[j], f[i] }
func (f *forest) Push(x any)   { *f = append(*f, x.(*tree)) }
func (f *forest) Pop() any {
	old := *f
	t := old[len(old)-1]
	*f = old[:len(old)-1]
	return t
}

func build(text string) *tree {
	freq := map[rune]int{}
	for _, r := range text {
		freq[r]++
	}
	f := &forest{}
	for r, n := range freq {
		*f = append(*f, &tree{freq: n, min: r, leaf: true})
	}
	heap.Init(f)
	for f.Len() > 1 {
		a, b := heap.Pop(f).(*tree), heap.Pop(f).(*tree)
		heap.Push(f, &tree{freq: a.freq + b.freq, min: min(a.min, b.min), left: a, right: b})
	}
	return heap.Pop(f).(*tree)
}

func (t *tree) codes(prefix string, out map[rune]string) {
	if t.leaf {
		out[t.min] = prefix
		return
	}
	t.left.codes(prefix+"0", out)
	t.right.codes(prefix+"1", out)
}

func (t *tree) decode(bits string) string {
	var b strings.Builder
	at := t
	for _, c := range bits {
		if at = at.left; c == '1' {
			at = nil
		}
		if at == nil {
			break
		}
		if at.leaf {
			b.WriteRune(at.min)
			at = t
		}
	}
	return b.String()
}

func (t *tree) decodeAll(bits string) string {
	var b strings.Builder
	at := t
	for i := range bits {
		if bits[i] == '0' {
			at = at.left
		} else {
			at = at.right
		}
		if at.leaf {
			b.WriteRune(at.min)
			at = t
		}
	}
	return b.String()
}

func main() {
	const text = "in früheren Zeiten, als das Wünschen noch geholfen hat"
	t := build(text)
	codes := map[rune]string{}
	t.codes("", codes)
	runes := make([]rune, 0, len(codes))
	for r := range codes {
		runes = append(runes, r)
	}
	sort.Slice(runes, func(i, j int) bool {
		a, b := codes[runes[i]], codes[runes[j]]
		if len(a) != len(b) {
			return len(a) < len(b)
		}
		return a < b
	})
	for _, r := range runes {
		fmt.Printf("%q %s\n", r, codes[r])
	}
	var bits strings.Builder
	for _, r := range text {
		bits.WriteString(codes[r])
	}
	fmt.Println(len(text)*8, "bits become", bits.Len())
	fmt.Println(t.decodeAll(bits.String()) == text, len(t.decode("0000")) > 0)
}
