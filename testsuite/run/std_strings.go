// Package strings and bytes on many small inputs, through a checksum; and Builder, Reader, Replacer, iterators.
package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
)

var letters = []string{"a", "b", "A", "é", "É", " ", "\t", "\xff", "€", "K", "\u212a", "ab", "\u00a0"}

type rng uint32

func (r *rng) n(k int) int {
	*r = *r*1664525 + 1013904223
	return int(uint32(*r)>>8) % k
}

func (r *rng) text(n int) string {
	var b strings.Builder
	for i := r.n(n + 1); i > 0; i-- {
		k := len(letters)
		if r.n(3) > 0 {
			k = 2
		}
		b.WriteString(letters[r.n(k)])
	}
	return b.String()
}

func main() {
	var r rng = 3
	h := uint64(14695981039346656037)
	add := func(vs ...any) {
		for _, c := range []byte(fmt.Sprintf("%q", vs)) {
			h = (h ^ uint64(c)) * 1099511628211
		}
	}
	space := func(c rune) bool { return c == 'a' || unicode.IsSpace(c) }
	for i := 0; i < 3000; i++ {
		s, x, y, n := r.text(20), r.text(3), r.text(3), r.n(5)-1
		add(strings.Index(s, x), strings.LastIndex(s, x), strings.Count(s, x), strings.SplitN(s, x, n), strings.SplitAfterN(s, x, n), strings.Fields(s))
		add(strings.FieldsFunc(s, space), strings.Replace(s, x, y, n), strings.ToUpper(s), strings.ToLower(s), strings.Title(s))
		add(strings.Trim(s, x), strings.TrimSpace(s), strings.TrimFunc(s, space), strings.EqualFold(s, strings.ToUpper(s)), strings.IndexAny(s, x), strings.ToValidUTF8(s, x))
		add(strings.Compare(s, x), strings.ContainsRune(s, 'é'), strings.Repeat(x, r.n(4)), strings.Map(func(c rune) rune {
			if c == 'b' {
				return -1
			}
			return unicode.ToUpper(c)
		}, s))
		bs, bx := []byte(s), []byte(x)
		add(bytes.Split(bs, bx), bytes.Fields(bs), bytes.TrimSpace(bs), bytes.Index(bs, bx), bytes.Join([][]byte{bs, bx}, []byte(y)))
		var seq []string
		for p := range strings.SplitSeq(s, x) {
			seq = append(seq, p)
		}
		add(seq)
		if i%500 == 0 {
			fmt.Println(i, h)
		}
	}
	fmt.Println(h)
	rd := strings.NewReader("line one\nline two")
	buf := make([]byte, 5)
	n, err := rd.Read(buf)
	fmt.Println(n, err, string(buf), rd.Len())
	c, size, _ := rd.ReadRune()
	rd.UnreadRune()
	rest, err := io.ReadAll(rd)
	fmt.Println(string(c), size, string(rest), err)
	rp := strings.NewReplacer("<", "&lt;", ">", "&gt;", "a", "b", "ab", "never")
	fmt.Println(rp.Replace("<ab>"))
	before, after, ok := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, ok)
	var bb bytes.Buffer
	fmt.Fprintf(&bb, "%d-%s", 5, "x")
	bb.WriteByte('!')
	line, err := bb.ReadString('-')
	fmt.Println(line, err, bb.String(), bb.Len())
}
