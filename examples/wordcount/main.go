// Counts words from standard input, or from a text of its own: bufio, maps, sorting, Printf.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
	"unicode"
)

const text = `It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of
foolishness, it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, it was the
season of Darkness, it was the spring of hope, it was the winter of despair.`

type counter struct {
	words map[string]int
	total int
}

func (c *counter) read(r io.Reader) error {
	in := bufio.NewScanner(r)
	in.Split(bufio.ScanWords)
	for in.Scan() {
		w := strings.ToLower(strings.TrimFunc(in.Text(), func(r rune) bool { return !unicode.IsLetter(r) }))
		if w != "" {
			c.words[w]++
			c.total++
		}
	}
	return in.Err()
}

func main() {
	c := counter{words: map[string]int{}}
	var in io.Reader = strings.NewReader(text)
	if len(os.Args) > 1 && os.Args[1] == "-" {
		in = os.Stdin
	}
	if err := c.read(in); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	words := make([]string, 0, len(c.words))
	for w := range c.words {
		words = append(words, w)
	}
	sort.Slice(words, func(i, j int) bool {
		a, b := words[i], words[j]
		if c.words[a] != c.words[b] {
			return c.words[a] > c.words[b]
		}
		return a < b
	})
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for i, w := range words {
		if i == 12 {
			break
		}
		fmt.Fprintf(out, "%-12s %3d %6.2f%% %s\n", w, c.words[w], 100*float64(c.words[w])/float64(c.total), strings.Repeat("*", c.words[w]))
	}
	fmt.Fprintln(out, c.total, "words,", len(words), "different")
}
