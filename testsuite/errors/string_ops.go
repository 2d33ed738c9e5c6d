package main

func main() {
	s := "abc"
	s[0] = 'x'
	s = s + 'c'
	s = s + 1
	s = 'a'
	var b byte = s
	var r rune = s[0]
	for i, c := range s {
		var x byte = c
		_ = i
	}
	_ = s == 'a'
	_ = s[1:2] + s[0]
	_ = len(s) + "1"
	s = []byte("a")
	_ = s.len
	_ = "a" * 3
	_, _ = b, r
}
