// Text: word counts, Levenshtein, LZ compression, base64, run lengths, KMP, a trie, justification, Roman numerals.
package main

import (
	"fmt"
	"sort"
	"strings"
)

const text = `It is a truth universally acknowledged, that a single program in possession of a good
optimizer must be in want of a test. However little known the feelings or views of such a program may be on
its first entering a neighbourhood, this truth is so well fixed in the minds of the surrounding tests.`

type trie struct {
	kids map[rune]*trie
	n    int
}

func (t *trie) add(s string) {
	for _, r := range s {
		if t.kids == nil {
			t.kids = map[rune]*trie{}
		}
		if t.kids[r] == nil {
			t.kids[r] = new(trie)
		}
		t = t.kids[r]
	}
	t.n++
}

func (t *trie) walk(prefix string, f func(string, int)) {
	if t.n > 0 {
		f(prefix, t.n)
	}
	var rs []rune
	for r := range t.kids {
		rs = append(rs, r)
	}
	sort.Slice(rs, func(i, j int) bool { return rs[i] < rs[j] })
	for _, r := range rs {
		t.kids[r].walk(prefix+string(r), f)
	}
}

func distance(a, b string) int {
	ra, rb := []rune(a), []rune(b)
	row := make([]int, len(rb)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range ra {
		prev := row[0]
		row[0] = i + 1
		for j, y := range rb {
			cost := prev
			if x != y {
				cost = 1 + min(prev, row[j], row[j+1])
			}
			prev, row[j+1] = row[j+1], cost
		}
	}
	return row[len(rb)]
}

func compress(s string) (out []int) {
	dict := map[string]int{}
	for i := range 256 {
		dict[string([]byte{byte(i)})] = i
	}
	w := ""
	for i := range len(s) {
		wc := w + s[i:i+1]
		if _, ok := dict[wc]; ok {
			w = wc
			continue
		}
		out = append(out, dict[w])
		dict[wc] = len(dict)
		w = s[i : i+1]
	}
	if w != "" {
		out = append(out, dict[w])
	}
	return
}

func expand(codes []int) string {
	dict := make([]string, 256, 4096)
	for i := range dict {
		dict[i] = string([]byte{byte(i)})
	}
	var sb strings.Builder
	w := ""
	for i, c := range codes {
		var e string
		if c < len(dict) {
			e = dict[c]
		} else {
			e = w + w[:1]
		}
		sb.WriteString(e)
		if i > 0 {
			dict = append(dict, w+e[:1])
		}
		w = e
	}
	return sb.String()
}

func base64(p []byte) string {
	const abc = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	var out []byte
	for len(p) > 0 {
		var v uint32
		k := min(3, len(p))
		for i := range 3 {
			v <<= 8
			if i < k {
				v |= uint32(p[i])
			}
		}
		for i := range 4 {
			if i > k {
				out = append(out, '=')
			} else {
				out = append(out, abc[v>>(18-6*i)&63])
			}
		}
		p = p[k:]
	}
	return string(out)
}

func runs(s string) (out string) {
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j] == s[i] {
			j++
		}
		out += fmt.Sprintf("%c%d", s[i], j-i)
		i = j
	}
	return
}

func kmp(s, p string) (at []int) {
	fail := make([]int, len(p)+1)
	for i, k := 1, 0; i < len(p); i++ {
		for k > 0 && p[k] != p[i] {
			k = fail[k]
		}
		if p[k] == p[i] {
			k++
		}
		fail[i+1] = k
	}
	k := 0
	for i := range len(s) {
		for k > 0 && (k == len(p) || p[k] != s[i]) {
			k = fail[k]
		}
		if p[k] == s[i] {
			k++
		}
		if k == len(p) {
			at = append(at, i-k+1)
		}
	}
	return
}

func roman(n int) (s string) {
	for i, v := range [...]int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1} {
		for n >= v {
			s += [...]string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}[i]
			n -= v
		}
	}
	return
}

func justify(words []string, width int) (lines []string) {
	for len(words) > 0 {
		n, k := 0, 0
		for k < len(words) && n+len(words[k])+k <= width {
			n += len(words[k])
			k++
		}
		line := words[0]
		for i := 1; i < k; i++ {
			gap := 1
			if k < len(words) {
				gap = (width - n) / (k - 1)
				if i <= (width-n)%(k-1) {
					gap++
				}
			}
			line += strings.Repeat(" ", gap) + words[i]
		}
		lines, words = append(lines, line), words[k:]
	}
	return
}

func main() {
	t := &trie{}
	count := map[string]int{}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r < 'a' || r > 'z' })
	for _, w := range words {
		t.add(w)
		count[w]++
	}
	sum := 0
	t.walk("", func(s string, n int) {
		if n != count[s] {
			fmt.Println("trie differs", s, n)
		}
		if n > 2 {
			fmt.Print(s, n, " ")
		}
		sum += n
	})
	fmt.Println(sum, len(count))
	fmt.Println(distance("kitten", "sitting"), distance("", "abc"), distance("über", "uber"), distance(text[:80], text[40:120]))
	c := compress(text + text)
	fmt.Println(len(c), expand(c) == text+text, expand(compress("aaaaaaa")), c[:8])
	fmt.Println(base64([]byte("Man")), base64([]byte("Ma")), base64([]byte("M")), base64(nil), base64([]byte{0, 255, 254, 63, 62}))
	fmt.Println(runs("aaabccddddd"), kmp("abababcababab", "abab"), kmp("aaaa", "aa"), kmp(text, "truth"), roman(1994), roman(3888))
	for _, l := range justify(strings.Fields(text), 46) {
		fmt.Printf("|%-46s|\n", l)
	}
}
