package main

import (
	"fmt"
	"regexp"
	"strings"
)

func main() {
	re := regexp.MustCompile(`(?P<user>[\w.]+)@(?P<host>[\w.]+)\.(com|org)`)
	text := "mail bob.x@example.com or eve@mail.example.org, not @nobody.net"
	fmt.Printf("%q\n", re.FindAllStringSubmatch(text, -1))
	fmt.Println(re.FindStringSubmatchIndex(text), re.SubexpNames(), re.SubexpIndex("host"), re.NumSubexp())
	fmt.Println(re.ReplaceAllString(text, "<${host}: $user $$ $3x>"))
	fmt.Println(re.ReplaceAllStringFunc(text, strings.ToUpper))
	fmt.Printf("%q %q\n", regexp.MustCompile(`a*`).Split("baaac", -1), regexp.MustCompile(`,\s*`).Split("a, b,c,   d", 3))
	fmt.Println(regexp.QuoteMeta("a.b*[c]"), regexp.MustCompile(`(?i)straße|ſ`).FindAllString("STRASSE Straße S s", -1))
	fmt.Printf("%q\n", regexp.MustCompile(`a(|b)??(c|cd)+?$`).FindStringSubmatch("xabcdc"))
	fmt.Printf("%q %q\n", regexp.MustCompile(`a+|a+b`).FindString("aaab"), regexp.MustCompilePOSIX(`a+|a+b`).FindString("aaab"))
	fmt.Printf("%q\n", regexp.MustCompile(`(?m)^(\w+):\s*(.*)$`).FindAllStringSubmatch("a: 1\nbb:2\n c: 3", -1))
	fmt.Println(regexp.MustCompile(`\p{Greek}+\PL`).FindString("abc αβγ. δ"), regexp.MustCompile(`[[:^alpha:]]+`).FindString("ab12 c"))
	long := strings.Repeat("ab", 100000) + "c"
	fmt.Println(regexp.MustCompile(`(ab)*c`).FindStringSubmatchIndex(long), regexp.MustCompile(`(a|b)*d`).MatchString(long))
	for _, bad := range []string{"a**", "(", ")", "[z-a]", "[a", `\q`, "x{2,1}", "x{1001}", "(?P<n>a)(?P<n>b)", "*", "(?z)", `\`, "\xff", `\pX`, "((((((((((x{2}){2}){2}){2}){2}){2}){2}){2}){2}){2})"} {
		_, err := regexp.Compile(bad)
		fmt.Println(err)
	}
	defer func() { fmt.Println(recover()) }()
	regexp.MustCompile("a`(")
}
