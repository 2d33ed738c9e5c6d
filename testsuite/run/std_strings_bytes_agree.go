// strings and bytes: the same operations on both agree, with edge cases of empty separators, invalid UTF-8 and limits.
package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
)

var texts = []string{"", "a", "abcabc", "  spaced\tout \n", "ünïcödé", "a,b,,c,", "\xff\xfea", "ΑΣΣ", "aaaa", "Hello, 世界!", "x\u2003y", "ǅ ı İ"}
var seps = []string{"", "a", ",", "bc", "ö", "\xff", "aa", " ", "界"}

func bs(s string) []byte { return []byte(s) }

func main() {
	bad := 0
	check := func(name string, a, b any) {
		if x, y := fmt.Sprintf("%q", a), fmt.Sprintf("%q", b); x != y {
			bad++
			fmt.Println("differs", name, x, y)
		}
	}
	for _, t := range texts {
		for _, s := range seps {
			fmt.Print(strings.Index(t, s), strings.LastIndex(t, s), strings.Count(t, s), strings.Contains(t, s), strings.HasPrefix(t, s), strings.IndexAny(t, s), strings.LastIndexAny(t, s), " ")
			check("index", strings.Index(t, s), bytes.Index(bs(t), bs(s)))
			check("count", strings.Count(t, s), bytes.Count(bs(t), bs(s)))
			check("split", strings.Split(t, s), bytes.Split(bs(t), bs(s)))
			check("splitn", strings.SplitN(t, s, 2), bytes.SplitN(bs(t), bs(s), 2))
			check("after", strings.SplitAfter(t, s), bytes.SplitAfter(bs(t), bs(s)))
			check("replace", strings.Replace(t, s, "<>", 2), string(bytes.Replace(bs(t), bs(s), bs("<>"), 2)))
			check("replaceall", strings.ReplaceAll(t, s, ""), string(bytes.ReplaceAll(bs(t), bs(s), nil)))
			check("trim", strings.Trim(t, s), string(bytes.Trim(bs(t), s)))
			check("trimleft", strings.TrimLeft(t, s), string(bytes.TrimLeft(bs(t), s)))
			check("prefix", strings.TrimPrefix(t, s)+strings.TrimSuffix(t, s), string(bytes.TrimPrefix(bs(t), bs(s)))+string(bytes.TrimSuffix(bs(t), bs(s))))
			b, a, ok := strings.Cut(t, s)
			fmt.Printf("%q %q %t %q\n", b, a, ok, strings.SplitAfterN(t, s, 3))
		}
		check("fields", strings.Fields(t), bytes.Fields(bs(t)))
		check("upper", strings.ToUpper(t)+strings.ToLower(t)+strings.ToTitle(t), string(bytes.ToUpper(bs(t)))+string(bytes.ToLower(bs(t)))+string(bytes.ToTitle(bs(t))))
		check("space", strings.TrimSpace(t), string(bytes.TrimSpace(bs(t))))
		check("valid", strings.ToValidUTF8(t, "?"), string(bytes.ToValidUTF8(bs(t), bs("?"))))
		check("runes", []rune(t), bytes.Runes(bs(t)))
		fmt.Printf("%q %q %q %q %q\n", strings.Fields(t), strings.ToUpper(t), strings.ToLower(t), strings.ToTitle(t), strings.ToValidUTF8(t, "?"))
	}
	rot := func(r rune) rune {
		switch {
		case r == ' ':
			return -1
		case unicode.IsLower(r):
			return unicode.ToUpper(r)
		}
		return r + 1
	}
	fmt.Println(bad, strings.Map(rot, "abc XYZ é"), strings.EqualFold("ΑΣς", "ασσ"), strings.EqualFold("K", "\u212a"), strings.Compare("a", "b"), strings.Repeat("-=", 3), strings.Join([]string{"a", "", "b"}, "/"), strings.ContainsRune("abc", 'b'), strings.IndexByte("abc", 'c'), strings.IndexFunc("ab1", unicode.IsDigit), strings.LastIndexFunc("1ab1x", unicode.IsDigit), strings.ContainsFunc("abc", unicode.IsUpper))
	fmt.Printf("%q %q %q\n", strings.FieldsFunc("a1b22c", unicode.IsDigit), strings.TrimFunc("12ab34", unicode.IsDigit), strings.Title("hello wOrld"))
	r := strings.NewReplacer("a", "1", "aa", "2", "", "-", "b", "")
	fmt.Println(r.Replace("aab"), strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<a>"), strings.NewReplacer("abc", "x", "ab", "y", "a", "z").Replace("abcabaxa"))
	for s := range strings.SplitSeq("a-b-c", "-") {
		fmt.Print(s, ";")
	}
	for s := range strings.FieldsSeq(" x  y ") {
		fmt.Print(s, ";")
	}
	for s := range strings.Lines("l1\nl2\n\nl4") {
		fmt.Printf("%q;", s)
	}
	c, ok := strings.CutPrefix("prefix", "pre")
	d, ok2 := bytes.CutSuffix([]byte("prefix"), []byte("no"))
	fmt.Println(c, ok, string(d), ok2)
	var buf bytes.Buffer
	buf.WriteString("hello ")
	buf.Write([]byte("world"))
	buf.WriteByte('!')
	buf.WriteRune('é')
	x := buf.Next(6)
	line, err := buf.ReadString('l')
	buf.UnreadByte()
	buf.Truncate(3)
	fmt.Printf("%q %q %v %q %d\n", x, line, err, buf.String(), buf.Len())
}
