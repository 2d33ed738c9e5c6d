// What has no elements has no memory: capacities of conversions of empty strings are as in gc.
package main

var (
	bytes []byte
	runes []rune
)

func main() {
	s := ""
	bytes, runes = []byte(s), []rune(s)
	println(len(bytes), cap(bytes), len(runes), cap(runes))
	bytes, runes = append(bytes, 1), append(runes, 1)
	println(len(bytes), cap(bytes), len(runes), cap(runes))
}
