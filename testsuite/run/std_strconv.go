// Formatting and parsing numbers: many values through a checksum, and the corner cases in clear.
package main

import (
	"fmt"
	"math"
	"strconv"
)

type sum uint64

func (s *sum) add(t string) {
	h := uint64(*s)
	for i := 0; i < len(t); i++ {
		h = (h ^ uint64(t[i])) * 1099511628211
	}
	*s = sum(h)
}

type rng uint64

func (r *rng) next() uint64 {
	*r = *r*6364136223846793005 + 1442695040888963407
	x := uint64(*r)
	return x ^ x>>29
}

func floats() {
	var r rng = 7
	s := sum(14695981039346656037)
	for i := 0; i < 20000; i++ {
		f := math.Float64frombits(r.next())
		if f != f {
			continue
		}
		t := strconv.FormatFloat(f, 'g', -1, 64)
		s.add(t)
		if back, err := strconv.ParseFloat(t, 64); back != f || err != nil {
			fmt.Println("bad", t, back, err)
		}
		s.add(strconv.FormatFloat(float64(float32(f)), 'e', -1, 32))
		g := float64(r.next()%1000000) / 1000
		s.add(strconv.FormatFloat(g, "eEfgG"[i%5], i%20, 64))
		s.add(strconv.FormatFloat(g, 'x', i%10-1, 64))
	}
	fmt.Println(uint64(s))
}

func main() {
	floats()
	for _, f := range []float64{0, math.Copysign(0, -1), 1, 0.1, 1e21, 1e20, 123456789, 5e-324, math.MaxFloat64, math.Inf(1), math.NaN(), 0.5, 1.5, 2.5, 1e-7} {
		fmt.Println(strconv.FormatFloat(f, 'g', -1, 64), strconv.FormatFloat(f, 'f', 0, 64), strconv.FormatFloat(f, 'e', 3, 64), strconv.FormatFloat(f, 'b', -1, 64))
	}
	for _, t := range []string{"1e400", "-1e400", "1_000.5", "0x1p-2", "0x1.8", "inf", "-Infinity", "nan", "1e", ".5", "5.", ".", "", "1__0", "4.9406564584124654e-324", "2.4703282292062327e-324",
		"179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880"} {
		f, err := strconv.ParseFloat(t, 64)
		fmt.Println(f, err)
	}
	for _, t := range []string{"0", "-0", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "0x7f", "0b101", "0o17", "017", "1_0", "12a", "+5", ""} {
		i, err := strconv.ParseInt(t, 0, 64)
		j, err2 := strconv.Atoi(t)
		u, err3 := strconv.ParseUint(t, 10, 8)
		fmt.Println(i, err, j, err2, u, err3)
	}
	fmt.Println(strconv.Quote("a\tb\"\\\x00é\xff\u200b😀"), strconv.QuoteToASCII("é😀"), strconv.QuoteRune('☺'), strconv.QuoteRuneToASCII('\''))
	for _, t := range []string{`"a\tb\u00e9\x41\101"`, "`raw\\n`", `'x'`, `'xy'`, `"bad\q"`, `"open`} {
		s, err := strconv.Unquote(t)
		fmt.Printf("%q %v\n", s, err)
	}
	for base := 2; base <= 36; base += 7 {
		fmt.Print(strconv.FormatInt(-123456789, base), " ", strconv.FormatUint(math.MaxUint64, base), "\n")
	}
	b := strconv.AppendInt([]byte("n="), -42, 10)
	b = strconv.AppendBool(append(b, ' '), true)
	b = strconv.AppendFloat(append(b, ' '), 2.5, 'f', 2, 32)
	fmt.Println(string(b), strconv.FormatComplex(complex(1, -2), 'g', -1, 128))
	c, err := strconv.ParseComplex("3+4i", 128)
	fmt.Println(c, err)
	_, err = strconv.ParseBool("maybe")
	fmt.Println(err)
}
