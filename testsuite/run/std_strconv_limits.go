// strconv: integers of all bases and sizes, shortest and exact floats, quoting, errors with ranges.
package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

func ints() {
	for _, s := range []string{"0", "-0", "+5", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "0x10", "0b11", "0o17", "017", "1_000", "_1", "1__0", "", "-", "12a", "18446744073709551615", "18446744073709551616", "0x_f"} {
		a, e1 := strconv.ParseInt(s, 0, 64)
		b, e2 := strconv.ParseUint(s, 10, 64)
		c, e3 := strconv.ParseInt(s, 16, 16)
		d, e4 := strconv.Atoi(s)
		fmt.Println(a, e1, b, e2, c, e3, d, e4)
	}
	for _, base := range []int{2, 3, 8, 10, 16, 36} {
		fmt.Print(strconv.FormatInt(math.MinInt64, base), " ", strconv.FormatUint(math.MaxUint64, base), " ", strconv.FormatInt(-255, base), " ")
	}
	fmt.Println()
	var ne *strconv.NumError
	_, err := strconv.ParseInt("300", 10, 8)
	fmt.Println(errors.As(err, &ne), ne.Func, ne.Num, errors.Is(err, strconv.ErrRange), errors.Is(ne.Err, strconv.ErrSyntax))
	_, err = strconv.ParseInt("1", 99, 8)
	fmt.Println(err)
	_, err = strconv.ParseInt("1", 10, 65)
	fmt.Println(err)
}

func floats() {
	for _, f := range []float64{0, math.Copysign(0, -1), 1, 0.1, 1.0 / 3, 1e21, 1e20, 123456789, 1e-5, 1e-4, 5e-324, math.MaxFloat64, 2.2250738585072014e-308, 1e23, 8.41e21, 9007199254740993, 4.35, 0.000123, math.Inf(-1), math.NaN(), 2.5, 3.5, 1234.5678e-200} {
		for _, fm := range "efgGbx" {
			fmt.Print(strconv.FormatFloat(f, byte(fm), -1, 64), " ")
		}
		for _, p := range []int{0, 1, 3, 17, 25} {
			fmt.Print(strconv.FormatFloat(f, 'e', p, 64), " ", strconv.FormatFloat(f, 'g', p, 32), " ")
		}
		if f < 1e25 && f > 1e-6 {
			fmt.Print(strconv.FormatFloat(f, 'f', 0, 64), " ", strconv.FormatFloat(f, 'f', 4, 64))
		}
		fmt.Println()
	}
	for _, s := range []string{"1", "1.", ".5", "1e5", "1E-5", "+1", "-0", "inf", "-Infinity", "nan", "0x1p-2", "0x1.8p1", "1_0.5", "1e400", "-1e400", "1e-400", "", ".", "1e", "0x1", "1.7976931348623159e308", "1.7976931348623157e308", "2.2250738585072011e-308", "4.9e-324", "2.4e-324", "179769313486231570814527423731704356798070567525844996598917476803157260780028538760589558632766878171540458953514382464234321326889464182768467546703537516986049910576551282076245490090389328944075868508455133942304583236903222948165808559332123347747979726207231687747195192183456e24",
		"9007199254740993", "9007199254740992.99999999999999999999999999999", "0.1000000000000000055511151231257827021181583404541015625", "1x"} {
		f, err := strconv.ParseFloat(s, 64)
		g, err2 := strconv.ParseFloat(s, 32)
		fmt.Println(f, err, g, err2)
	}
}

func quotes() {
	for _, s := range []string{"", "a\"b'c`", "\x00\a\b\t\n\v\f\r\\\x7f", "é世\u2028\ufeff\U0001F600\U0010ffff", "\xff\xc3", "tab\there"} {
		q, a, g := strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s)
		u, err := strconv.Unquote(q)
		v, err2 := strconv.Unquote(a)
		fmt.Println(q, a, g, u == s, err, v == s, err2, strconv.CanBackquote(s), string(strconv.AppendQuote([]byte("p"), s)))
	}
	for _, s := range []string{`'x'`, `"\x41\101\u0041"`, "`a\rb`", `"`, `'ab'`, `"\q"`, `"\'"`, `'\''`, `""x`, `abc`, `"a
b"`} {
		u, err := strconv.Unquote(s)
		fmt.Printf("%q %v ", u, err)
	}
	fmt.Println(strconv.QuoteRune('\''), strconv.QuoteRune('☺'), strconv.QuoteRuneToASCII('☺'), strconv.IsPrint('\u00ad'), strconv.FormatBool(true))
	r, mb, tail, err := strconv.UnquoteChar(`\u00e9rest`, '"')
	fmt.Println(r, mb, tail, err)
	for _, s := range []string{"1", "t", "TRUE", "True", "0", "F", "false", "yes", ""} {
		b, err := strconv.ParseBool(s)
		fmt.Print(b, " ", err, "; ")
	}
	fmt.Println(strconv.QuotedPrefix("\"pre\"fix"))
	fmt.Println(string(strconv.AppendInt(nil, -5, 2)), string(strconv.AppendFloat([]byte("f"), 2.50, 'g', -1, 32)), strconv.FormatComplex(1.5-2i, 'g', -1, 128))
}

func main() {
	ints()
	floats()
	quotes()
}
