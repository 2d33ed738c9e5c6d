// Conversions of strings, bytes, runes, slices to arrays, struct tags ignored.
package main

import "fmt"

type MyBytes []byte
type MyString string
type MyByte byte
type Tagged struct {
	X int    `json:"x"`
	Y string `json:"y"`
}
type Plain struct {
	X int
	Y string
}
type Handler func(string) string

func (h Handler) Serve(s string) string { return "<" + h(s) + ">" }

type Server interface{ Serve(string) string }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panic:", r)
		}
	}()
	f()
}

func main() {
	s := "aé世\xff𝄞"
	fmt.Println([]byte(s), []rune(s), len(s), len([]rune(s)))
	fmt.Printf("%q %q %x\n", string([]rune(s)), string([]byte(s)[:3]), s)
	fmt.Printf("%q %q %q %q\n", string(rune(65)), string(rune(0xD800)), string(rune(0x110000)), string([]rune{0x4e16, -5, 66}))
	mb := MyBytes("hey")
	mb[0] = 'H'
	ms := MyString(mb)
	fmt.Println(ms, string(ms)+"!", []byte(ms), string([]MyByte{72, 105}))
	b := []byte("immutable")
	str := string(b)
	b[0] = 'X'
	fmt.Println(str, string(b))
	p := Plain(Tagged{1, "y"})
	pt := (*Tagged)(&p)
	pt.X = 42
	fmt.Println(p, *pt)
	var h Handler = func(s string) string { return s + s }
	fmt.Println(Server(h).Serve("ab"), (Handler)(func(s string) string { return s[1:] }).Serve("xy"))
	sl := []int{1, 2, 3, 4}
	fmt.Println([2]int(sl), *(*[3]int)(sl), (*[0]int)(nil) == nil, (*[0]int)([]int{}) != nil)
	try("array", func() { _ = [5]int(sl) })
	try("pointer", func() { _ = (*[8]int)(sl[1:]) })
	var nilslice []int
	fmt.Println((*[0]int)(nilslice) == nil, [0]int(nilslice))
	m := map[string]int{}
	key := []byte("k")
	m[string(key)]++
	key[0] = 'j'
	m[string(key)]++
	fmt.Println(m, string([]byte(nil)) == "", []byte("") == nil, []rune(nil) == nil)
	for i, r := range []rune("日本") {
		fmt.Print(i, ":", string(r), " ")
	}
	for i, c := range []byte("日") {
		fmt.Print(i, ":", c, " ")
	}
	fmt.Println()
}
