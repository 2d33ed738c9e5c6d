// Wrapping, justifying and tabulating text: runes against bytes, string building, Fields and friends, Printf widths.
package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

func wrap(text string, width int) (lines []string) {
	var line []string
	n := 0
	for _, w := range strings.Fields(text) {
		k := utf8.RuneCountInString(w)
		if n > 0 && n+1+k > width {
			lines, line, n = append(lines, strings.Join(line, " ")), nil, 0
		}
		if n > 0 {
			n++
		}
		n += k
		line = append(line, w)
	}
	if len(line) > 0 {
		lines = append(lines, strings.Join(line, " "))
	}
	return
}

func justify(line string, width int) string {
	words := strings.Fields(line)
	gaps := len(words) - 1
	if gaps < 1 {
		return line
	}
	spare := width - utf8.RuneCountInString(strings.Join(words, ""))
	var b strings.Builder
	for i, w := range words {
		b.WriteString(w)
		if i < gaps {
			k := spare / gaps
			if i < spare%gaps {
				k++
			}
			b.WriteString(strings.Repeat(" ", k))
		}
	}
	return b.String()
}

func table(rows [][]string) string {
	var width []int
	for _, r := range rows {
		for i, c := range r {
			if i == len(width) {
				width = append(width, 0)
			}
			width[i] = max(width[i], utf8.RuneCountInString(c))
		}
	}
	var b strings.Builder
	for _, r := range rows {
		for i, c := range r {
			if i > 0 {
				b.WriteString(" | ")
			}
			if strings.ContainsAny(c, "0123456789") {
				fmt.Fprintf(&b, "%*s", width[i], c)
			} else {
				fmt.Fprintf(&b, "%-*s", width[i], c)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func main() {
	text := "Schöne  Grüße aus\tZürich: the quick brown fox\njumps over the läzy dog, and then it rests — ünder a tree."
	for _, w := range []int{5, 16, 24} {
		for _, l := range wrap(text, w) {
			j := justify(l, w)
			fmt.Printf("|%-*s|%s|%d %d\n", w, l, j, len(j), utf8.RuneCountInString(j))
		}
	}
	fmt.Print(table([][]string{{"name", "count", "π"}, {"größe", "7", "3.14"}, {"x", "12345", "—"}, {"last"}}))
	fmt.Println(len(wrap("", 10)), wrap("a", 0), strings.EqualFold("GRÜSSE", "grüsse"), strings.Title("über uns"))
	fmt.Printf("%q %q\n", strings.SplitAfterN("a,b,c,d", ",", 3), strings.TrimFunc("12abc34", func(r rune) bool { return r < 'a' }))
}
