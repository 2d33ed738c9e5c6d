// Scenes about strings, bytes, runes and the packages for them.
package main

var textScenes = []scene{
	{"strings: comparison, prefixes", (*gen).stringCompare},
	{"strings: bytes and runes", (*gen).stringBytes},
	{"strings: building", (*gen).stringBuild},
	{"package strings", (*gen).packageStrings},
	{"package strconv", (*gen).packageStrconv},
}

func (g *gen) stringCompare() {
	g.template().body(`
	\l := []string{"", "a", "ab", "abc", "abd", "abcdefgh", "abcdefghi", "abcdefgi", "b", "é", badUTF8, @s, #s, "abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyZ"}
	\n := 0
	for \i, \x := range \l {
		for \j, \y := range \l {
			if \x < \y {
				\n += \i
			}
			if \x <= \y {
				\n ^= \j << 3
			}
			if \x == \y {
				\n = \n*3 + 1
			}
			if \x+opaque("") != \y {
				\n++
			}
			\n &= 0xffffff
		}
		notes("compare", \i, \n, \x > "abc", \x == "abcdefgh", \x >= @s, len(\x) > 2 && \x[:2] == "ab", "b" > \x, \x != "", strings.Compare(\x, #s))
		if len(\x) > 3 {
			\h := \x[:len(\x)-1]
			notes("prefix", \h == \x, \h < \x, \h+\x[len(\x)-1:] == \x, \h > \x[1:], strings.HasPrefix(\x, \h))
		}
	}
	slices.Sort(\l)
	note("sorted", strings.Join(\l, ","))
	\m := map[string]int{}
	for \i, \x := range \l {
		\m[\x] += \i
		\m[\x+"!"]++
	}
	notes("map", len(\m), \m["abc"], \m["abc"+opaque("!")], \m[string([]byte{'a', 'b'})])
`)
}

func (g *gen) stringBytes() {
	g.template("t", pick(g, ints)).body(`
	\s := @s + badUTF8
	\b := []byte(\s)
	\r := []rune(\s)
	\b[?3] = 'X'
	\r[?2] = rune(@t)
	notes("converted", \s, \b, \r, string(\b), string(\r), len(\s), len(\r))
	\k := string(\b)
	\b[0]++
	notes("copied", \k == string(\b), \k[0], string(\b[:2]) < \k)
	\c := append([]byte("pre"), \s...)
	\n := copy(\c[?3:], "overwritten")
	notes("append", string(\c), \n, cap(\c[:2:2]))
	for \i, \x := range \s {
		if \x == 0xfffd {
			notes("bad", \i, \s[\i])
		}
	}
	for \i := 0; \i < len(\s); \i += ?1-3 {
		\n = \n*7 + int(\s[\i])
	}
	notes("runes", \n, string(rune(@t)), string(rune(0xd800)), string(rune(-1)), 'a'+?9, "é"[?2], len("日本"))
	\m := map[string]string{string(\c): "c", \k: "k"}
	notes("keys", \m[string(\c)], \m[string(\b)], \m[\k])
	switch string(\b[:1]) {
	case "Y":
		note("switch", 1)
	case \s[:1]:
		note("switch", 2)
	}
	for \i, \x := range []byte(\k[:?5]) {
		\b[\i] ^= \x
	}
	note("changed", \b)
`)
}

func (g *gen) stringBuild() {
	g.template("t", g.basic()).body(`
	var \b strings.Builder
	\s := ""
	for \i := range ?3-20 {
		\s += string(rune('a' + \i))
		\b.WriteString(\s)
		\b.WriteByte('-')
		\b.WriteRune('é')
		fmt.Fprintf(&\b, "%d:%v;", \i, @t)
	}
	\x := \b.String()
	\h := uint32(0)
	for \i := range len(\x) {
		\h = \h*31 + uint32(\x[\i])
	}
	notes("built", \s, len(\x), \h)
	\p, \q := \s[:len(\s)/2], \s[len(\s)/2:]
	notes("joined", \q+\p, \p+"/"+\q+"/"+\s, \p+\q == \s, ""+\p+"", strings.Join([]string{\p, \q, @s}, "+"))
	\f := func(\a, \b, \c, \d, \e, \f string) string { return \a + \b + \c + \d + \e + \f }
	note("six", \f(@s, #s, "", #s, "x", \p))
`)
}

func (g *gen) packageStrings() {
	g.template().body(`
	\s, \t := @s+" "+#s+" ab,ab", #s
	notes("find", strings.Index(\s, "a"), strings.LastIndex(\s, "ab"), strings.Contains(\s, \t), strings.Count(\s, "b"), strings.IndexByte(\s, 'x'), strings.IndexAny(\s, "bé"), strings.IndexRune(\s, '日'))
	note("split", fmt.Sprintf("%q %q %q", strings.Split(\s, "a"), strings.Fields(\s), strings.SplitN(\s, "b", ?4)))
	notes("change", strings.Replace(\s, "a", \t, ?4), strings.ReplaceAll(\s, "ab", "B"), strings.ToUpper(\s), strings.Repeat(\t, ?4))
	notes("trim", strings.TrimSpace("  "+\s+" "), strings.Trim(\s, "ab "), strings.TrimLeft(\s, "a"), strings.TrimSuffix(\s, "ab"), strings.TrimFunc(\s, func(\r rune) bool { return \r < 'b' }))
	\a, \b, \ok := strings.Cut(\s, ",")
	notes("cut", \a, \b, \ok, strings.EqualFold(\s, strings.ToLower(\s)), strings.Map(func(\r rune) rune { return \r + 1 }, \t))
	\r := strings.NewReplacer("a", "1", "b", "22", "", "")
	note("replacer", \r.Replace("abcab"))
`)
}

func (g *gen) packageStrconv() {
	g.template("t", pick(g, ints), "f", pick(g, floats)).body(`
	\n := @t
	\s := strconv.FormatInt(int64(\n), ?2-36)
	notes("format", \s, strconv.FormatUint(uint64(\n), ?2-36), strconv.Itoa(int(\n)), strconv.Quote(@s), strconv.FormatBool(#b), strconv.AppendInt([]byte("x"), int64(\n), 10))
	for _, \x := range []string{\s, "12", "-7", "0x1f", "1_000", "300", "", "9223372036854775808", @s} {
		\a, \e := strconv.ParseInt(\x, ?2-36, 64)
		\b, \e2 := strconv.ParseUint(\x, 10, 8)
		\c, \e3 := strconv.Atoi(\x)
		notes("parse", \a, \e, \b, \e2, \c, \e3)
	}
	\f := float64(@f)
	if \f == \f {
		notes("float", strconv.FormatFloat(\f, 'g', -1, 64), strconv.FormatFloat(\f, 'e', ?9, 32), strconv.FormatFloat(\f, 'f', ?4, 64))
		\g, \e := strconv.ParseFloat(strconv.FormatFloat(\f, 'g', -1, 64), 64)
		notes("float", \g == \f, \e)
	}
	\q, \e := strconv.Unquote(strconv.Quote(badUTF8))
	notes("quote", \q == badUTF8, \e)
`)
}
