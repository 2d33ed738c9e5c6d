package main

func main() {
	s := "abc"
	s[0] = 'x'
	_ = s[0] + "x"
	_ = s + 'x'
	_ = s == 'a'
	for i, r := range s {
		var b byte = r
		_, _ = i, b
	}
	var r rune = "a"
	var b byte = s[0:1]
	_ = []rune(1)
	_ = string([]int{1})
	_, _ = r, b
}
